import { deploymentsPath, readDeploymentsView, toggled, type DeploymentsView } from './paths';

function roundTrip(view: DeploymentsView): DeploymentsView {
  return readDeploymentsView(new URL(deploymentsPath(view), 'http://portal').searchParams);
}

it('says nothing in the address about the first page', () => {
  expect(deploymentsPath({ page: 0, open: [] })).toBe('/deployments');
});

it('reads back what it wrote', () => {
  const view = { page: 3, open: ['a/b', 'c&d'] };
  expect(roundTrip(view)).toEqual(view);
});

it.each(['0', '-1', 'x', ''])('takes page %j for the first', (page) => {
  expect(readDeploymentsView(new URLSearchParams({ page })).page).toBe(0);
});

it('opens a closed order and closes an open one', () => {
  const view = { page: 1, open: ['a'] };
  expect(toggled(view, 'b').open).toEqual(['a', 'b']);
  expect(toggled(view, 'a').open).toEqual([]);
});
