import { Failure } from '../api/failure';
import { FakeServer } from '../test/FakeServer';
import { SETTINGS } from '../test/samples';
import { DISCOVERY, storeUser } from '../test/session';
import { bearerOf } from './bearer';
import { userManagerOf } from './userManager';

const CONFIGURATION = 'GET /realms/alba/.well-known/openid-configuration';
const TOKEN = 'POST /realms/alba/token';

function keycloak(): FakeServer {
  return new FakeServer().json(CONFIGURATION, DISCOVERY);
}

it('gives the token while it is valid, without asking Keycloak', async () => {
  const server = keycloak();
  storeUser({ secondsLeft: 120 });
  const bearer = bearerOf(userManagerOf(SETTINGS));
  await expect(bearer.accessToken()).resolves.toBe('stored-token');
  expect(server.calls).toEqual([]);
});

it('gives a token whose end Keycloak did not tell', async () => {
  keycloak();
  storeUser({});
  const bearer = bearerOf(userManagerOf(SETTINGS));
  await expect(bearer.accessToken()).resolves.toBe('stored-token');
});

it('renews an expired token once for all who wait for it', async () => {
  const server = keycloak().json(TOKEN, {
    access_token: 'fresh-token',
    token_type: 'Bearer',
    expires_in: 300,
  });
  storeUser({ secondsLeft: -10, refreshToken: 'refresh' });
  const bearer = bearerOf(userManagerOf(SETTINGS));
  const tokens = await Promise.all([bearer.accessToken(), bearer.accessToken()]);
  expect(tokens).toEqual(['fresh-token', 'fresh-token']);
  expect(server.calls.filter((call) => call === TOKEN)).toHaveLength(1);
});

it('ends the session when Keycloak refuses to renew', async () => {
  keycloak().on(TOKEN, () => Response.json({ error: 'invalid_grant' }, { status: 400 }));
  storeUser({ secondsLeft: -10, refreshToken: 'refresh' });
  const userManager = userManagerOf(SETTINGS);
  await expect(bearerOf(userManager).accessToken()).rejects.toEqual(Failure.sessionEnded());
  await expect(userManager.getUser()).resolves.toBeNull();
});

it('keeps the session for the next try when Keycloak does not answer', async () => {
  keycloak().unreachable(TOKEN);
  storeUser({ secondsLeft: -10, refreshToken: 'refresh' });
  const userManager = userManagerOf(SETTINGS);
  await expect(bearerOf(userManager).accessToken()).rejects.toEqual(
    Failure.unreachable('Keycloak'),
  );
  await expect(userManager.getUser()).resolves.not.toBeNull();
});

it('ends a session that cannot be renewed', async () => {
  keycloak();
  storeUser({ secondsLeft: -10 });
  await expect(bearerOf(userManagerOf(SETTINGS)).accessToken()).rejects.toEqual(
    Failure.sessionEnded(),
  );
});
