import { useEffect, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useAuth, type AuthContextProps } from 'react-oidc-context';
import { HOME } from '../paths';
import { Mark } from '../feedback/Mark';
import { MessagePage, WaitingPage } from '../feedback/MessagePage';

interface LogInGateProps {
  /** Display name of the operator. */
  readonly operator: string;
  readonly children: ReactNode;
}

/** Lets a logged-in user through and shows everyone else how to log in, or why that fails. */
export function LogInGate({ operator, children }: LogInGateProps) {
  const auth = useAuth();
  const queries = useQueryClient();
  const [hasEnded, setEnded] = useState(false);

  useEffect(
    () =>
      auth.events.addUserUnloaded(() => {
        setEnded(true);
      }),
    [auth.events],
  );

  useEffect(() => {
    if (!auth.isAuthenticated && !auth.isLoading) {
      // What one user saw is not shown to the next one.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'portal-settings' });
    }
  }, [auth.isAuthenticated, auth.isLoading, queries]);

  if (auth.activeNavigator === 'signinRedirect' || auth.activeNavigator === 'signoutRedirect') {
    return <WaitingPage what="Going to Keycloak" />;
  }
  if (auth.isAuthenticated) {
    return children;
  }
  if (auth.isLoading) {
    return <WaitingPage what="Looking for your session" />;
  }
  const logIn = () => void auth.signinRedirect({ state: { route: currentRoute() } });
  const trouble = troubleOf(auth.error);
  return trouble === undefined ? (
    <MessagePage
      icon={Mark}
      title={hasEnded ? 'Your session has ended' : `Log in to ${operator}`}
      action={{ label: 'Log in', onClick: logIn }}
    >
      Entente shows what you run at {operator} and at its partners, and what it costs.
    </MessagePage>
  ) : (
    <MessagePage title={trouble.title} status="danger" action={{ label: 'Log in', onClick: logIn }}>
      {trouble.sentence}
    </MessagePage>
  );
}

interface Trouble {
  readonly title: string;
  readonly sentence: string;
}

function troubleOf(error: AuthContextProps['error']): Trouble | undefined {
  switch (error?.source) {
    case undefined:
    case 'renewSilent':
    case 'signinSilent': // the session is over, and logging in again is all there is to do
      return undefined;
    case 'signoutRedirect':
      return {
        title: 'You are logged out of the portal only',
        sentence: `Keycloak cannot be reached, so its own session may still be open. (${error.message})`,
      };
    case 'signinRedirect':
      return {
        title: 'Keycloak cannot be reached',
        sentence: `Nobody can log in until it answers. (${error.message})`,
      };
    case 'signinCallback':
    case 'signoutCallback':
    case 'signinPopup':
    case 'signinResourceOwnerCredentials':
    case 'signoutPopup':
    case 'signoutSilent':
    case 'unknown':
      return {
        title: 'The log-in did not work',
        sentence: `Log in once more; if that fails too, give this message to your operator: ${error.message}`,
      };
  }
}

function currentRoute(): string {
  return window.location.pathname + window.location.search;
}

/** The route that was kept over the log-in. Anything but a path of this portal is answered with home. */
export function routeBeforeLogIn(state: unknown): string {
  if (typeof state === 'object' && state !== null && 'route' in state) {
    const { route } = state;
    if (typeof route === 'string' && /^\/(?![/\\])/.test(route)) {
      return route;
    }
  }
  return HOME;
}
