import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OidcClient } from 'oidc-client-ts';
import { Portal } from './Portal';
import { logInSettings } from './session/userManager';
import { FakeServer } from './test/FakeServer';
import { aDeployment, ADA, aPage, SETTINGS } from './test/samples';
import { DISCOVERY, idToken, storeUser } from './test/session';

const PORTAL_SETTINGS = 'GET /api/v1/portal-settings';
const ME = 'GET /api/v1/me';
const LIST = 'GET /api/v1/deployments';
const CONFIGURATION = 'GET /realms/alba/.well-known/openid-configuration';

function operatorServer(): FakeServer {
  return new FakeServer()
    .json(PORTAL_SETTINGS, SETTINGS)
    .json(ME, ADA)
    .json(LIST, aPage(aDeployment()));
}

it('says that the server cannot be reached, and starts once it can', async () => {
  const server = new FakeServer().unreachable(PORTAL_SETTINGS);
  render(<Portal />);
  expect(await screen.findByRole('heading', { name: 'The portal cannot start' })).toBeVisible();
  expect(screen.getByText(/The operator server cannot be reached\./)).toBeVisible();

  server.json(PORTAL_SETTINGS, SETTINGS);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Log in to Alba Edge' })).toBeVisible();
});

it('says that Keycloak cannot be reached when the user wants to log in', async () => {
  operatorServer().unreachable(CONFIGURATION);
  render(<Portal />);
  await userEvent.click(await screen.findByRole('button', { name: 'Log in' }));
  expect(await screen.findByRole('heading', { name: 'Keycloak cannot be reached' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Log in' })).toBeVisible();
});

it('says that a log-in failed, with the reason', async () => {
  operatorServer();
  window.history.replaceState({}, '', '/?code=a-code&state=from-another-tab');
  render(<Portal />);
  expect(await screen.findByRole('heading', { name: 'The log-in did not work' })).toBeVisible();
  expect(screen.getByText(/No matching state found/)).toBeVisible();
});

it('shows a logged-in user the deployments, and who is logged in where', async () => {
  operatorServer();
  storeUser({ secondsLeft: 120 });
  render(<Portal />);
  expect(await screen.findByRole('heading', { name: 'Deployments' })).toBeVisible();
  expect(window.location.pathname).toBe('/deployments');
  expect(document.title).toBe('Deployments · Alba Edge · Entente');
  expect(await screen.findByRole('row', { name: 'story' })).toBeVisible();
  expect(screen.getByRole('note', { name: 'Operator' })).toHaveTextContent('Alba Edge');

  await userEvent.click(screen.getByRole('button', { name: 'Account ada' }));
  expect(await screen.findByText('DevOps engineer, acme at Alba Edge')).toBeVisible();
  expect(screen.getByRole('menuitem', { name: 'Log out' })).toBeVisible();
});

it('asks to log in again once the session has ended', async () => {
  const server = operatorServer();
  storeUser({ secondsLeft: 120 });
  render(<Portal />);
  await screen.findByRole('row', { name: 'story' });

  server.on(LIST, () => new Response(null, { status: 401 }));
  window.dispatchEvent(new Event('visibilitychange')); // the user comes back to the tab
  const title = { name: 'Your session has ended' };
  expect(await screen.findByRole('heading', title)).toBeVisible();
  expect(screen.queryByRole('row', { name: 'story' })).toBeNull();
});

it('says so when Keycloak is away at log-out', async () => {
  operatorServer().unreachable(CONFIGURATION);
  storeUser({ secondsLeft: 120 });
  render(<Portal />);
  await userEvent.click(await screen.findByRole('button', { name: 'Account ada' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Log out' }));
  const title = { name: 'You are logged out of the portal only' };
  expect(await screen.findByRole('heading', title)).toBeVisible();
});

it('comes back from Keycloak to the route from before the log-in', async () => {
  operatorServer()
    .json(CONFIGURATION, DISCOVERY)
    .json('POST /realms/alba/token', { access_token: 'a-token', id_token: idToken() });
  const keycloak = new OidcClient(logInSettings(SETTINGS));
  const { state } = await keycloak.createSigninRequest({
    request_type: 'si:r', // as the portal's own redirect
    state: { route: '/deployments?page=2' },
  });
  window.history.replaceState({}, '', `/?code=a-code&state=${state.id}`);
  render(<Portal />);
  expect(await screen.findByRole('row', { name: 'story' })).toBeVisible();
  expect(window.location.pathname + window.location.search).toBe('/deployments?page=2');
});

it('tells that there is no such page', async () => {
  operatorServer();
  storeUser({ secondsLeft: 120 });
  window.history.replaceState({}, '', '/nowhere');
  render(<Portal />);
  const title = { name: 'There is no such page' };
  expect(await screen.findByRole('heading', title)).toBeVisible();
});

it('says why it cannot tell who the user is', async () => {
  operatorServer().problem(ME, {
    title: 'Forbidden',
    status: 403,
    code: 'NO_ROLE',
    detail: 'You have no role here.',
  });
  storeUser({ secondsLeft: 120 });
  render(<Portal />);
  const title = { name: 'The portal cannot tell who you are' };
  expect(await screen.findByRole('heading', title)).toBeVisible();
  expect(screen.getByText('You have no role here.')).toBeVisible();
});
