import { OidcClient } from 'oidc-client-ts';
import { FakeServer } from '../test/FakeServer';
import { SETTINGS } from '../test/samples';
import { DISCOVERY } from '../test/session';
import { logInSettings } from './userManager';

it('asks Keycloak for a code, with PKCE', async () => {
  new FakeServer().json('GET /realms/alba/.well-known/openid-configuration', DISCOVERY);
  const keycloak = new OidcClient(logInSettings(SETTINGS));
  const { url } = await keycloak.createSigninRequest({});
  const asked = new URL(url);
  expect(asked.origin + asked.pathname).toBe('http://keycloak.test/realms/alba/authorize');
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: 'portal',
    redirect_uri: `${window.location.origin}/`,
    response_type: 'code',
    scope: 'openid',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/) as unknown,
  });
});

it('keeps nothing where other tabs can read it', async () => {
  new FakeServer().json('GET /realms/alba/.well-known/openid-configuration', DISCOVERY);
  const keycloak = new OidcClient(logInSettings(SETTINGS));
  await keycloak.createSigninRequest({});
  expect(window.sessionStorage).toHaveLength(1);
  expect(window.localStorage).toHaveLength(0);
});
