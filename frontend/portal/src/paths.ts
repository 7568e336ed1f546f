/**
 * The one builder and reader of the portal's addresses. What a page shows is in its address, so
 * that a reload, the back button or a sent link shows the same.
 */

export const HOME = '/';
export const DEPLOYMENTS = '/deployments';
export const SIGNED_OUT = '/signed-out';

export interface DeploymentsView {
  /** Counted from 0, as in the API; the address counts from 1. */
  readonly page: number;
  /** Orders whose instances are shown. */
  readonly open: readonly string[];
}

export function deploymentsPath({ page, open }: DeploymentsView): string {
  const parameters = new URLSearchParams();
  if (page > 0) {
    parameters.set('page', String(page + 1));
  }
  open.forEach((order) => {
    parameters.append('open', order);
  });
  return parameters.size === 0 ? DEPLOYMENTS : `${DEPLOYMENTS}?${parameters.toString()}`;
}

/** What the address asks for; a page that is no number from 1 up is the first. */
export function readDeploymentsView(parameters: URLSearchParams): DeploymentsView {
  const page = parseInt(parameters.get('page') ?? '1', 10);
  return { page: page >= 1 ? page - 1 : 0, open: parameters.getAll('open') };
}

export function toggled({ page, open }: DeploymentsView, order: string): DeploymentsView {
  return {
    page,
    open: open.includes(order) ? open.filter((each) => each !== order) : [...open, order],
  };
}
