import { Button } from '@patternfly/react-core';
import CaretDownIcon from '@patternfly/react-icons/dist/esm/icons/rh-microns-caret-down-icon';
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { formatInstant } from '../format';
import { Amount } from './Amount';
import { EndDeployment } from './EndDeployment';
import { InstancesTable } from './InstancesTable';
import { StateLabel } from './StateLabel';
import type { Deployment } from './useDeployments';

const COLUMNS = 8;

interface DeploymentsTableProps {
  readonly deployments: readonly Deployment[];
  /** Orders whose instances are shown. */
  readonly open: readonly string[];
  readonly onToggle: (order: string) => void;
}

export function DeploymentsTable({ deployments, open, onToggle }: DeploymentsTableProps) {
  return (
    <Table role="table" aria-label="Deployments" isExpandable>
      <Thead>
        <Tr>
          <Th screenReaderText="Show instances" />
          <Th modifier="nowrap">Name</Th>
          <Th modifier="nowrap">State</Th>
          <Th modifier="nowrap">Tenant</Th>
          <Th modifier="nowrap" className="portal-number">
            Instances
          </Th>
          <Th modifier="nowrap" className="portal-number">
            Cost so far
          </Th>
          <Th modifier="nowrap">Ordered</Th>
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      {deployments.map((deployment) => (
        <DeploymentRows
          key={deployment.order}
          deployment={deployment}
          isOpen={open.includes(deployment.order)}
          onToggle={() => {
            onToggle(deployment.order);
          }}
        />
      ))}
    </Table>
  );
}

interface DeploymentRowsProps {
  readonly deployment: Deployment;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function DeploymentRows({ deployment, isOpen, onToggle }: DeploymentRowsProps) {
  const { name, order, state, reason, tenant, instances, costSoFar, currency } = deployment;
  return (
    <Tbody isExpanded={isOpen}>
      <Tr isContentExpanded={isOpen} aria-label={name}>
        <Td className="pf-v6-c-table__toggle">
          <Button
            variant="plain"
            aria-label={`Instances of ${name}`}
            aria-expanded={isOpen}
            className={isOpen ? 'pf-m-expanded' : ''}
            onClick={onToggle}
            icon={
              <div className="pf-v6-c-table__toggle-icon">
                <CaretDownIcon />
              </div>
            }
          />
        </Td>
        <Th scope="row" dataLabel="Name">
          {name}
        </Th>
        <Td dataLabel="State">
          <StateLabel state={state} reason={reason} />
        </Td>
        <Td dataLabel="Tenant">{tenant}</Td>
        <Td dataLabel="Instances" className="portal-number">
          {instances.length}
        </Td>
        <Td dataLabel="Cost so far" className="portal-number">
          <Amount amount={costSoFar} currency={currency} />
        </Td>
        <Td dataLabel="Ordered" className="portal-figure">
          {formatInstant(deployment.createdAt)}
        </Td>
        <Td isActionCell>
          <EndDeployment deployment={deployment} />
        </Td>
      </Tr>
      {isOpen && (
        <Tr isExpanded>
          <Td colSpan={COLUMNS} noPadding>
            <ExpandableRowContent>
              <p className="portal-reason portal-order">Order {order}</p>
              <InstancesTable deployment={deployment} />
            </ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
}
