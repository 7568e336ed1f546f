import {
  ClipboardCopy,
  EmptyState,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import CubesIcon from '@patternfly/react-icons/dist/esm/icons/cubes-icon';

/** What stands in place of the list before the first order, and how to make one. */
export function NoDeployments() {
  return (
    <EmptyState headingLevel="h2" titleText="Nothing is deployed yet" icon={CubesIcon}>
      <EmptyStateBody>
        For a first order, run this in the folder of your Entente checkout. It orders two virtual
        machines and a container group, here and at a partner.
      </EmptyStateBody>
      <EmptyStateFooter>
        <ClipboardCopy
          isReadOnly
          isCode
          hoverTip="Copy"
          clickTip="Copied"
          copyAriaLabel="Copy the command"
          textAriaLabel="Command for a first order"
          className="portal-command"
        >
          ./entente story
        </ClipboardCopy>
      </EmptyStateFooter>
    </EmptyState>
  );
}
