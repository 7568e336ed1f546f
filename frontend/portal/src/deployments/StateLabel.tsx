import { Label, type LabelProps } from '@patternfly/react-core';
import BanIcon from '@patternfly/react-icons/dist/esm/icons/ban-icon';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ClockIcon from '@patternfly/react-icons/dist/esm/icons/clock-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import InProgressIcon from '@patternfly/react-icons/dist/esm/icons/in-progress-icon';
import StopCircleIcon from '@patternfly/react-icons/dist/esm/icons/stop-circle-icon';
import type { ComponentType } from 'react';
import type { DeploymentState, InstanceState } from './useDeployments';

interface Look {
  readonly label: string;
  readonly color: NonNullable<LabelProps['color']>;
  readonly icon: ComponentType;
}

const WAITING = { color: 'grey', icon: ClockIcon } as const;
const MOVING = { color: 'blue', icon: InProgressIcon } as const;
const OVER = { color: 'grey', icon: StopCircleIcon } as const;

const LOOKS: Readonly<Record<DeploymentState | InstanceState, Look>> = {
  requested: { label: 'Requested', ...WAITING },
  planned: { label: 'Planned', ...WAITING },
  holding: { label: 'Holding', ...MOVING },
  held: { label: 'Held', ...WAITING },
  placing: { label: 'Placing', ...MOVING },
  starting: { label: 'Starting', ...MOVING },
  active: { label: 'Active', color: 'green', icon: CheckCircleIcon },
  degraded: { label: 'Degraded', color: 'orange', icon: ExclamationTriangleIcon },
  ending: { label: 'Ending', ...MOVING },
  ended: { label: 'Ended', ...OVER },
  refused: { label: 'Refused', color: 'red', icon: BanIcon },
  failed: { label: 'Failed', color: 'red', icon: ExclamationCircleIcon },
};

interface StateLabelProps {
  readonly state: DeploymentState | InstanceState;
  readonly reason?: string | undefined;
}

/** A state with its icon and, where there is one, the reason for it. */
export function StateLabel({ state, reason }: StateLabelProps) {
  const { label, color, icon: Icon } = LOOKS[state];
  return (
    <>
      <div>
        <Label color={color} icon={<Icon />}>
          {label}
        </Label>
      </div>
      {reason !== undefined && <div className="portal-reason">{reason}</div>}
    </>
  );
}
