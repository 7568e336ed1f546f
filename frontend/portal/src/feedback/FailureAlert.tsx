import { Alert, AlertActionLink } from '@patternfly/react-core';
import { Failure } from '../api/failure';

interface FailureAlertProps {
  readonly title: string;
  readonly failure: Error;
  readonly onRetry?: () => void;
}

/** What went wrong, at the place of the action that did. */
export function FailureAlert({ title, failure, onRetry }: FailureAlertProps) {
  const { code, traceId } =
    failure instanceof Failure ? failure : { code: undefined, traceId: undefined };
  return (
    <div role="alert" className="portal-alert">
      <Alert
        variant="danger"
        isInline
        title={title}
        {...(onRetry && {
          actionLinks: <AlertActionLink onClick={onRetry}>Try again</AlertActionLink>,
        })}
      >
        <p>{failure.message}</p>
        {code !== undefined && (
          <p className="portal-reason">
            Code {code}
            {traceId !== undefined && `, trace ${traceId}`}
          </p>
        )}
      </Alert>
    </div>
  );
}
