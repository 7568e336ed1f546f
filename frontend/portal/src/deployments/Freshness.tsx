import { Label } from '@patternfly/react-core';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import { useEffect, useState } from 'react';
import { formatTimeOfDay } from '../format';
import { REFRESH_MILLIS } from './useDeployments';

const STALE_MILLIS = 3 * REFRESH_MILLIS;

interface FreshnessProps {
  /** When the shown answer came, in milliseconds since 1970. */
  readonly updatedAt: number;
  readonly hasFailed: boolean;
}

/** When the list was last updated, and a warning once that is too long ago. */
export function Freshness({ updatedAt, hasFailed }: FreshnessProps) {
  const now = useNow();
  const isStale = hasFailed || now - updatedAt > STALE_MILLIS;
  const text = `Updated ${formatTimeOfDay(updatedAt)}`;
  return (
    <div role="group" aria-label="Freshness">
      {isStale ? (
        <Label color="orange" icon={<ExclamationTriangleIcon />}>
          Stale. {text}
        </Label>
      ) : (
        <span className="portal-reason">{text}</span>
      )}
    </div>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
