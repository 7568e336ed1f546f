import { useMemo, useState, type ReactNode } from 'react';
import { AuthProvider } from 'react-oidc-context';
import { ApiContext } from '../api/ApiContext';
import { apiOf } from '../api/client';
import { HOME, SIGNED_OUT } from '../paths';
import { bearerOf } from './bearer';
import { LogInGate, routeBeforeLogIn } from './LogInGate';
import { userManagerOf, type PortalSettings } from './userManager';

interface SessionProps {
  readonly settings: PortalSettings;
  readonly children: ReactNode;
}

/** Shows its children to a logged-in user only, and gives them the API as that user may see it. */
export function Session({ settings, children }: SessionProps) {
  const [userManager] = useState(() => userManagerOf(settings));
  const api = useMemo(() => apiOf(bearerOf(userManager)), [userManager]);
  return (
    <AuthProvider
      userManager={userManager}
      onSigninCallback={(user) => {
        replaceAddress(routeBeforeLogIn(user?.state));
      }}
      matchSignoutCallback={() => window.location.pathname === SIGNED_OUT}
      onSignoutCallback={() => {
        replaceAddress(HOME);
      }}
    >
      <LogInGate operator={settings.operator.name}>
        <ApiContext value={api}>{children}</ApiContext>
      </LogInGate>
    </AuthProvider>
  );
}

function replaceAddress(path: string): void {
  window.history.replaceState({}, '', path);
}
