import { Bullseye, Flex, PageSection, Pagination, Spinner, Title } from '@patternfly/react-core';
import { useNavigate, useSearchParams } from 'react-router';
import { deploymentsPath, readDeploymentsView, toggled } from '../paths';
import { FailureAlert } from '../feedback/FailureAlert';
import { useLoggedIn } from '../shell/MeContext';
import { DeploymentsTable } from './DeploymentsTable';
import { Freshness } from './Freshness';
import { NoDeployments } from './NoDeployments';
import { PAGE_SIZE, useDeployments } from './useDeployments';

/** The deployments the user may see, kept up to date. */
export function DeploymentsPage() {
  const { operator } = useLoggedIn();
  const [parameters] = useSearchParams();
  const view = readDeploymentsView(parameters);
  const { data, error, dataUpdatedAt, refetch } = useDeployments(view.page);
  return (
    <PageSection isFilled aria-labelledby="deployments">
      <title>{`Deployments · ${operator.name} · Entente`}</title>
      <Flex
        justifyContent={{ default: 'justifyContentSpaceBetween' }}
        alignItems={{ default: 'alignItemsCenter' }}
        className="portal-heading"
      >
        <Title headingLevel="h1" id="deployments">
          Deployments
        </Title>
        {data && <Freshness updatedAt={dataUpdatedAt} hasFailed={error !== null} />}
      </Flex>
      {error !== null && (
        <FailureAlert
          title={data ? 'The list is not up to date' : 'Deployments cannot be shown'}
          failure={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && <DeploymentsList {...data} open={view.open} page={view.page} />}
      {data === undefined && error === null && (
        <Bullseye>
          <Spinner aria-label="Loading deployments" />
        </Bullseye>
      )}
    </PageSection>
  );
}

type DeploymentsListProps = NonNullable<ReturnType<typeof useDeployments>['data']> & {
  readonly open: readonly string[];
};

function DeploymentsList({ items, total, page, open }: DeploymentsListProps) {
  const navigate = useNavigate();
  if (total === 0) {
    return <NoDeployments />;
  }
  return (
    <>
      <DeploymentsTable
        deployments={items}
        open={open}
        onToggle={(order) => {
          void navigate(deploymentsPath(toggled({ page, open }, order)), { replace: true });
        }}
      />
      {(total > PAGE_SIZE || page > 0) && (
        <Pagination
          variant="bottom"
          itemCount={total}
          perPage={PAGE_SIZE}
          perPageOptions={[]}
          page={page + 1}
          onSetPage={(_event, next) => {
            void navigate(deploymentsPath({ page: next - 1, open: [] }));
          }}
        />
      )}
    </>
  );
}
