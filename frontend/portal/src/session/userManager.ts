import { UserManager, WebStorageStateStore, type UserManagerSettings } from 'oidc-client-ts';
import type { components } from '../api/schema';
import { HOME, SIGNED_OUT } from '../paths';

export type PortalSettings = components['schemas']['PortalSettings'];

/**
 * Log-in with Keycloak by authorization code and PKCE. The tokens live in the tab's session
 * storage: they outlast a reload, not the tab. They are renewed by the refresh token, so that no
 * frame of another origin is needed.
 */
export function logInSettings(settings: PortalSettings): UserManagerSettings {
  const storage = new WebStorageStateStore({ store: window.sessionStorage });
  return {
    authority: settings.authority,
    client_id: settings.clientId,
    redirect_uri: window.location.origin + HOME,
    post_logout_redirect_uri: window.location.origin + SIGNED_OUT,
    scope: 'openid',
    userStore: storage,
    stateStore: storage,
    automaticSilentRenew: true,
    accessTokenExpiringNotificationTimeInSeconds: 60,
    requestTimeoutInSeconds: 15,
  };
}

export function userManagerOf(settings: PortalSettings): UserManager {
  return new UserManager(logInSettings(settings));
}
