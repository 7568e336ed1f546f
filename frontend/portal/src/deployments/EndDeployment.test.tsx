import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../test/FakeServer';
import { renderPage } from '../test/renderPage';
import { aDeployment, ADA, anInstance, aPage, FINA } from '../test/samples';
import { DeploymentsPage } from './DeploymentsPage';

const LIST = 'GET /api/v1/deployments';
const END = 'DELETE /api/v1/deployments/ord-1';

async function askToEnd(): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: 'End story' }));
  return screen.findByRole('dialog', { name: /End story\?/ });
}

it('ends a deployment after a confirmation and shows the new state', async () => {
  const server = new FakeServer().json(LIST, aPage(aDeployment())).on(END, () => {
    server.json(LIST, aPage(aDeployment({ state: 'ending' })));
    return new Response(null, { status: 202 });
  });
  renderPage(<DeploymentsPage />);
  const dialog = await askToEnd();
  expect(dialog).toHaveTextContent('Its instance is deleted, with all data.');
  expect(server.calls).not.toContain(END);

  await userEvent.click(within(dialog).getByRole('button', { name: 'End deployment' }));

  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(server.calls).toContain(END);
  expect(await screen.findByText('Ending')).toBeVisible();
});

it('does nothing when the user keeps the deployment', async () => {
  const server = new FakeServer().json(
    LIST,
    aPage(aDeployment({ instances: [anInstance(), anInstance({ instance: 'i-2' })] })),
  );
  renderPage(<DeploymentsPage />);
  const dialog = await askToEnd();
  expect(dialog).toHaveTextContent('Its 2 instances are deleted, with all data.');

  await userEvent.click(within(dialog).getByRole('button', { name: 'Keep it' }));

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(server.calls).not.toContain(END);
});

it('shows in the dialog why the deployment was not ended', async () => {
  new FakeServer().json(LIST, aPage(aDeployment())).problem(END, {
    title: 'Conflict',
    status: 409,
    code: 'ALREADY_ENDING',
    detail: 'Someone else is ending it.',
  });
  renderPage(<DeploymentsPage />);
  const dialog = await askToEnd();

  await userEvent.click(within(dialog).getByRole('button', { name: 'End deployment' }));

  const alert = await within(dialog).findByRole('alert');
  expect(alert).toHaveTextContent('Someone else is ending it.');
  expect(alert).toHaveTextContent('Code ALREADY_ENDING');
});

it.each([
  ['ada', 'ended', ADA, 'It has ended already.'],
  ['ada', 'refused', ADA, 'It was refused, so nothing runs.'],
  ['fina', 'active', FINA, 'Only a DevOps engineer may end it.'],
] as const)('is disabled with the reason for %s when %s', async (_user, state, me, reason) => {
  new FakeServer().json(LIST, aPage(aDeployment({ state })));
  renderPage(<DeploymentsPage />, { me });
  const button = await screen.findByRole('button', { name: 'End story' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription(reason);

  await userEvent.click(button);
  expect(screen.queryByRole('dialog')).toBeNull();
});
