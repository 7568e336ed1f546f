import { SETTINGS } from './samples';

interface StoredUser {
  readonly secondsLeft?: number;
  readonly refreshToken?: string;
}

/** Puts a logged-in user into the tab's storage, as a reload finds it. */
export function storeUser({ secondsLeft, refreshToken }: StoredUser): void {
  const user = {
    access_token: 'stored-token',
    token_type: 'Bearer',
    profile: { sub: 'ada' },
    ...(secondsLeft !== undefined && { expires_at: Math.floor(Date.now() / 1000) + secondsLeft }),
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
  };
  window.sessionStorage.setItem(
    `oidc.user:${SETTINGS.authority}:${SETTINGS.clientId}`,
    JSON.stringify(user),
  );
}

/** Keycloak's discovery document, as far as the portal reads it. */
export const DISCOVERY = {
  issuer: SETTINGS.authority,
  authorization_endpoint: `${SETTINGS.authority}/authorize`,
  token_endpoint: `${SETTINGS.authority}/token`,
  end_session_endpoint: `${SETTINGS.authority}/logout`,
};

/** An ID token of Keycloak's; its signature is not checked, for it comes straight from Keycloak. */
export function idToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: SETTINGS.authority, aud: 'portal', sub: 'ada', iat: now, exp: now + 300 };
  const encoded = [{ alg: 'none' }, claims].map((part) => btoa(JSON.stringify(part)));
  return `${encoded.join('.')}.`.replaceAll('=', '');
}
