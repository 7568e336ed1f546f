import { deployments } from './deployments.mjs';

export const scenarios = ['full', 'empty', 'many', 'failing', 'refusing'];

const OPERATOR = { id: 'alba', name: 'Alba Edge' };

/** The public API as the portal uses it, see openapi.yaml. */
export function answerApi(request, url, { authority, scenario }, send) {
  const { pathname } = url;
  if (pathname === '/api/v1/portal-settings') {
    send(200, { operator: OPERATOR, authority, clientId: 'portal' });
  } else if (!request.headers.authorization?.startsWith('Bearer ')) {
    problem(send, 401, 'NOT_LOGGED_IN', 'Log in first.');
  } else if (pathname === '/api/v1/me') {
    send(200, { user: 'ada', roles: ['devops'], tenant: 'acme', operator: OPERATOR });
  } else if (scenario === 'failing') {
    problem(send, 503, 'STORE_UNAVAILABLE', 'The database does not answer; it is tried again.');
  } else if (pathname === '/api/v1/deployments') {
    send(200, page(scenario, url.searchParams));
  } else if (request.method === 'DELETE') {
    endDeployment(pathname, scenario, send);
  } else {
    problem(send, 404, 'NO_SUCH_RESOURCE', `There is no ${pathname}.`);
  }
}

function page(scenario, parameters) {
  const number = Number(parameters.get('page') ?? 0);
  const size = Number(parameters.get('size') ?? 20);
  const all = { empty: [], many: repeated(deployments, 9) }[scenario] ?? deployments;
  const items = all.slice(number * size, (number + 1) * size);
  return { items, page: number, size, total: all.length };
}

function repeated(some, times) {
  return Array.from({ length: times }, (_, time) =>
    some.map((each) => ({ ...each, order: `${each.order}-${time}` })),
  ).flat();
}

function endDeployment(pathname, scenario, send) {
  const ended = deployments.find(({ order }) => pathname.endsWith(`/${order}`));
  if (scenario === 'refusing') {
    problem(send, 409, 'SITE_UNREACHABLE', 'Site boreal-north does not answer.');
  } else if (ended === undefined) {
    problem(send, 404, 'NO_SUCH_ORDER', 'There is no such order.');
  } else {
    ended.state = 'ending';
    send(202, '');
  }
}

function problem(send, status, code, detail) {
  const body = { title: 'Not done', status, code, detail, traceId: '4bf92f3577b34da6' };
  send(status, body, 'application/problem+json');
}
