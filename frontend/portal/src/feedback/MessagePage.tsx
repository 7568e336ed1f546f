import {
  Bullseye,
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Spinner,
} from '@patternfly/react-core';
import type { ComponentType, ReactNode } from 'react';

interface MessagePageProps {
  readonly title: string;
  readonly icon?: ComponentType;
  readonly status?: 'danger' | 'warning' | 'success' | 'info';
  readonly children?: ReactNode;
  /** The one thing the user can do here. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** A whole page that says one thing, for the time before the portal proper can be shown. */
export function MessagePage({ title, icon, status, children, action }: MessagePageProps) {
  return (
    <Bullseye className="portal-message">
      <title>{`${title} · Entente`}</title>
      <main>
        <EmptyState
          headingLevel="h1"
          titleText={title}
          variant="lg"
          {...(icon && { icon })}
          {...(status && { status })}
        >
          {children !== undefined && <EmptyStateBody>{children}</EmptyStateBody>}
          {action && (
            <EmptyStateFooter>
              <EmptyStateActions>
                <Button variant="primary" size="lg" onClick={action.onClick}>
                  {action.label}
                </Button>
              </EmptyStateActions>
            </EmptyStateFooter>
          )}
        </EmptyState>
      </main>
    </Bullseye>
  );
}

export function WaitingPage({ what }: { readonly what: string }) {
  return (
    <Bullseye className="portal-message">
      <Spinner aria-label={what} />
    </Bullseye>
  );
}
