import {
  Button,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalVariant,
  Tooltip,
} from '@patternfly/react-core';
import { useId, useState } from 'react';
import { useLoggedIn } from '../shell/MeContext';
import { FailureAlert } from '../feedback/FailureAlert';
import { mayEnd } from './actions';
import { useEndDeployment, type Deployment } from './useDeployments';

/** The button that ends a deployment. Where that is not allowed, it says why. */
export function EndDeployment({ deployment }: { readonly deployment: Deployment }) {
  const { roles } = useLoggedIn();
  const [isAsking, setAsking] = useState(false);
  const permission = mayEnd(deployment, roles);
  const button = (
    <Button
      variant="secondary"
      isDanger
      size="sm"
      aria-label={`End ${deployment.name}`}
      isAriaDisabled={!permission.allowed}
      {...(!permission.allowed && { 'aria-description': permission.reason })}
      onClick={() => {
        setAsking(true);
      }}
    >
      End
    </Button>
  );
  return (
    <>
      {permission.allowed ? button : <Tooltip content={permission.reason}>{button}</Tooltip>}
      {isAsking && (
        <EndDialog
          deployment={deployment}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

interface EndDialogProps {
  readonly deployment: Deployment;
  readonly onClose: () => void;
}

function EndDialog({ deployment, onClose }: EndDialogProps) {
  const title = useId();
  const body = useId();
  const end = useEndDeployment();
  return (
    <Modal
      variant={ModalVariant.small}
      isOpen
      onClose={onClose}
      aria-labelledby={title}
      aria-describedby={body}
    >
      <ModalHeader title={`End ${deployment.name}?`} titleIconVariant="warning" labelId={title} />
      <ModalBody id={body}>
        {end.error !== null && <FailureAlert title="It was not ended" failure={end.error} />}
        <p>{consequence(deployment.instances.length)}</p>
      </ModalBody>
      <ModalFooter>
        <Button
          variant="danger"
          isLoading={end.isPending}
          isDisabled={end.isPending}
          onClick={() => {
            end.mutate(deployment.order, { onSuccess: onClose });
          }}
        >
          End deployment
        </Button>
        <Button variant="link" onClick={onClose}>
          Keep it
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function consequence(instances: number): string {
  const which = instances === 1 ? 'Its instance is' : `Its ${String(instances)} instances are`;
  const what = instances === 0 ? 'The order is withdrawn.' : `${which} deleted, with all data.`;
  return `${what} What was used until then is billed. This cannot be undone.`;
}
