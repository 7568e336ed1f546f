import { Content } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { formatInstant } from '../format';
import { Amount } from './Amount';
import { StateLabel } from './StateLabel';
import type { Deployment, Instance } from './useDeployments';

/** The instances of one deployment, wherever they run. */
export function InstancesTable({ deployment }: { readonly deployment: Deployment }) {
  const { name, currency, instances } = deployment;
  if (instances.length === 0) {
    return <Content component="p">No instance has been planned yet.</Content>;
  }
  return (
    <Table role="table" aria-label={`Instances of ${name}`} variant="compact" borders={false}>
      <Thead>
        <Tr>
          <Th modifier="nowrap">Instance</Th>
          <Th modifier="nowrap">State</Th>
          <Th modifier="nowrap">Site</Th>
          <Th modifier="nowrap">Operator</Th>
          <Th modifier="nowrap">Technology</Th>
          <Th modifier="nowrap">Address</Th>
          <Th modifier="nowrap">Ran</Th>
          <Th modifier="nowrap" className="portal-number">
            Cost so far
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {instances.map((instance) => (
          <InstanceRow key={instance.instance} instance={instance} currency={currency} />
        ))}
      </Tbody>
    </Table>
  );
}

interface InstanceRowProps {
  readonly instance: Instance;
  readonly currency: string;
}

function InstanceRow({ instance, currency }: InstanceRowProps) {
  return (
    <Tr aria-label={instance.name}>
      <Th scope="row" dataLabel="Instance">
        {instance.name}
      </Th>
      <Td dataLabel="State">
        <StateLabel state={instance.state} reason={instance.reason} />
      </Td>
      <Td dataLabel="Site">{instance.site}</Td>
      <Td dataLabel="Operator">{instance.operator}</Td>
      <Td dataLabel="Technology">{instance.technology}</Td>
      <Td dataLabel="Address">{instance.address ?? 'none'}</Td>
      <Td dataLabel="Ran">
        <Ran instance={instance} />
      </Td>
      <Td dataLabel="Cost so far" className="portal-number">
        <Amount amount={instance.costSoFar} currency={currency} />
      </Td>
    </Tr>
  );
}

function Ran({ instance: { startedAt, endedAt } }: { readonly instance: Instance }) {
  if (startedAt === undefined) {
    return 'not started';
  }
  return (
    <>
      <div className="portal-figure">{formatInstant(startedAt)}</div>
      {endedAt !== undefined && <div className="portal-figure">to {formatInstant(endedAt)}</div>}
    </>
  );
}
