import type { Deployment, DeploymentState } from './useDeployments';

export type Permission =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

const YES: Permission = { allowed: true };

function no(reason: string): Permission {
  return { allowed: false, reason };
}

/** What may be done to a deployment, by its state. */
const ACTIONS: Readonly<Record<DeploymentState, { readonly end: Permission }>> = {
  requested: { end: YES },
  holding: { end: YES },
  held: { end: no('It is held for a partner, which gives it back.') },
  placing: { end: YES },
  starting: { end: YES },
  active: { end: YES },
  degraded: { end: YES },
  ending: { end: no('It is ending already.') },
  ended: { end: no('It has ended already.') },
  refused: { end: no('It was refused, so nothing runs.') },
};

/** Whether someone with these roles may end the deployment. The server decides in the end. */
export function mayEnd({ state }: Deployment, roles: readonly string[]): Permission {
  return roles.includes('devops') ? ACTIONS[state].end : no('Only a DevOps engineer may end it.');
}
