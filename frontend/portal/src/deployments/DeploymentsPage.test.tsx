import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../test/FakeServer';
import { renderPage } from '../test/renderPage';
import { aDeployment, anInstance, aPage } from '../test/samples';
import { DeploymentsPage } from './DeploymentsPage';

const LIST = 'GET /api/v1/deployments';
const DOWN = { title: 'Down', status: 503, code: 'STORE_DOWN', detail: 'The database is away.' };

function cellsOf(row: HTMLElement): (string | null)[] {
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

it('shows a deployment with state, tenant, number of instances, cost and time', async () => {
  new FakeServer().json(LIST, aPage(aDeployment()));
  renderPage(<DeploymentsPage />);
  const row = await screen.findByRole('row', { name: 'story' });
  expect(cellsOf(row)).toEqual([
    '',
    'Active',
    'acme',
    '1',
    '1,234.50 EUR',
    '2026-11-24 05:14:11 UTC',
    'End',
  ]);
});

it('shows the reason for a state beside it', async () => {
  new FakeServer().json(LIST, aPage(aDeployment({ state: 'refused', reason: 'No site fits.' })));
  renderPage(<DeploymentsPage />);
  const row = await screen.findByRole('row', { name: 'story' });
  expect(within(row).getByText('Refused')).toBeVisible();
  expect(within(row).getByText('No site fits.')).toBeVisible();
});

it('opens a row to its instances and keeps that in the address', async () => {
  const failed = anInstance({
    instance: 'i-2',
    name: 'store',
    state: 'failed',
    reason: 'No free memory.',
    costSoFar: '0',
  });
  delete failed.address;
  delete failed.startedAt;
  new FakeServer().json(LIST, aPage(aDeployment({ instances: [anInstance(), failed] })));
  renderPage(<DeploymentsPage />);
  const toggle = await screen.findByRole('button', { name: 'Instances of story' });
  expect(screen.queryByRole('table', { name: 'Instances of story' })).toBeNull();

  await userEvent.click(toggle);

  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  const instances = within(screen.getByRole('table', { name: 'Instances of story' }));
  expect(cellsOf(instances.getByRole('row', { name: 'web' }))).toEqual([
    'Active',
    'boreal-north',
    'boreal',
    'openstack',
    '10.9.3.2',
    '2026-11-24 05:14:12 UTC',
    '1.25 EUR',
  ]);
  expect(cellsOf(instances.getByRole('row', { name: 'store' }))).toEqual([
    'FailedNo free memory.',
    'boreal-north',
    'boreal',
    'openstack',
    'none',
    'not started',
    '0.00 EUR',
  ]);
  expect(screen.getByLabelText('Address')).toHaveTextContent('/deployments?open=ord-1');

  await userEvent.click(toggle);
  expect(screen.queryByRole('table', { name: 'Instances of story' })).toBeNull();
});

it('opens the rows that the address names', async () => {
  new FakeServer().json(LIST, aPage(aDeployment()));
  renderPage(<DeploymentsPage />, { address: '/deployments?open=ord-1' });
  expect(await screen.findByRole('table', { name: 'Instances of story' })).toBeVisible();
});

it('asks for the page that the address names', async () => {
  const server = new FakeServer().json(LIST, { ...aPage(aDeployment()), total: 45 });
  renderPage(<DeploymentsPage />, { address: '/deployments?page=2' });
  await screen.findByRole('row', { name: 'story' });
  expect(server.calls).toEqual(['GET /api/v1/deployments?page=1&size=20']);

  await userEvent.click(screen.getByRole('button', { name: 'Go to next page' }));
  expect(screen.getByLabelText('Address')).toHaveTextContent('/deployments?page=3');
  await waitFor(() => {
    expect(server.calls.at(-1)).toBe('GET /api/v1/deployments?page=2&size=20');
  });
});

it('tells how to make a first order when there is none', async () => {
  new FakeServer().json(LIST, aPage());
  renderPage(<DeploymentsPage />);
  expect(await screen.findByRole('heading', { name: 'Nothing is deployed yet' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Command for a first order' })).toHaveValue(
    './entente story',
  );
});

it('says why there is nothing to show, and shows it on the next try', async () => {
  const server = new FakeServer().problem(LIST, DOWN);
  renderPage(<DeploymentsPage />);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Deployments cannot be shown');
  expect(alert).toHaveTextContent('The database is away.');
  expect(alert).toHaveTextContent('Code STORE_DOWN');

  server.json(LIST, aPage(aDeployment()));
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('row', { name: 'story' })).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('as time passes', () => {
  const START = Date.UTC(2026, 10, 24, 5, 14, 11);

  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function pass(millis: number): Promise<void> {
    await act(() => vi.advanceTimersByTimeAsync(millis));
    await act(() => vi.advanceTimersByTimeAsync(100)); // for answers to what was asked at the end
  }

  function freshness(): string | null {
    return screen.getByRole('group', { name: 'Freshness' }).textContent;
  }

  it('refreshes itself and says when it did', async () => {
    const server = new FakeServer().json(LIST, aPage(aDeployment({ state: 'starting' })));
    renderPage(<DeploymentsPage />);
    await pass(0);
    expect(freshness()).toBe('Updated 05:14:11 UTC');

    server.json(LIST, aPage(aDeployment({ state: 'active' })));
    await pass(5_000);
    expect(screen.getByText('Active')).toBeVisible();
    expect(freshness()).toBe('Updated 05:14:16 UTC');
  });

  it('keeps the last list when the server goes away, marks it stale and says why', async () => {
    const server = new FakeServer().json(LIST, aPage(aDeployment()));
    renderPage(<DeploymentsPage />);
    await pass(0);

    server.unreachable(LIST);
    await pass(5_000);
    expect(screen.getByRole('row', { name: 'story' })).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('The list is not up to date');
    expect(screen.getByRole('alert')).toHaveTextContent('The operator server cannot be reached.');
    expect(freshness()).toBe('Stale. Updated 05:14:11 UTC');

    server.json(LIST, aPage(aDeployment()));
    await pass(5_000);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(freshness()).toBe('Updated 05:14:21 UTC');
  });

  it('marks the list stale while an answer does not come', async () => {
    const server = new FakeServer().json(LIST, aPage(aDeployment()));
    renderPage(<DeploymentsPage />);
    await pass(0);

    server.on(LIST, () => new Promise<Response>(() => undefined));
    await pass(14_000);
    expect(freshness()).toBe('Updated 05:14:11 UTC');
    await pass(2_000);
    expect(freshness()).toBe('Stale. Updated 05:14:11 UTC');
  });
});
