import { EmptyState, EmptyStateBody, PageSection } from '@patternfly/react-core';
import { Link } from 'react-router';
import { DEPLOYMENTS } from '../paths';

export function NoSuchPage() {
  return (
    <PageSection isFilled>
      <title>No such page · Entente</title>
      <EmptyState headingLevel="h1" titleText="There is no such page">
        <EmptyStateBody>
          Go to your <Link to={DEPLOYMENTS}>deployments</Link>.
        </EmptyStateBody>
      </EmptyState>
    </PageSection>
  );
}
