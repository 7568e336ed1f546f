import { routeBeforeLogIn } from './LogInGate';

it('goes back to the route from before the log-in', () => {
  expect(routeBeforeLogIn({ route: '/deployments?page=2' })).toBe('/deployments?page=2');
});

it.each([
  undefined,
  null,
  {},
  { route: 7 },
  { route: '//elsewhere.test' },
  { route: '/\\elsewhere.test' },
  { route: 'http://elsewhere.test' },
])('goes home where the state is %j', (state) => {
  expect(routeBeforeLogIn(state)).toBe('/');
});
