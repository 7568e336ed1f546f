import type { components } from '../api/schema';

type Schemas = components['schemas'];

export const SETTINGS: Schemas['PortalSettings'] = {
  operator: { id: 'alba', name: 'Alba Edge' },
  authority: 'http://keycloak.test/realms/alba',
  clientId: 'portal',
};

export const ADA: Schemas['Me'] = {
  user: 'ada',
  roles: ['devops', 'offline_access'],
  tenant: 'acme',
  operator: SETTINGS.operator,
};

export const FINA: Schemas['Me'] = {
  user: 'fina',
  roles: ['finance'],
  operator: SETTINGS.operator,
};

export function anInstance(changes: Partial<Schemas['Instance']> = {}): Schemas['Instance'] {
  return {
    instance: 'i-1',
    name: 'web',
    operator: 'boreal',
    site: 'boreal-north',
    technology: 'openstack',
    state: 'active',
    address: '10.9.3.2',
    startedAt: '2026-11-24T05:14:12.5Z',
    costSoFar: '1.25',
    ...changes,
  };
}

export function aDeployment(changes: Partial<Schemas['Deployment']> = {}): Schemas['Deployment'] {
  return {
    order: 'ord-1',
    name: 'story',
    state: 'active',
    tenant: 'acme',
    createdAt: '2026-11-24T05:14:11Z',
    currency: 'EUR',
    costSoFar: '1234.5',
    instances: [anInstance()],
    ...changes,
  };
}

export function aPage(...items: Schemas['Deployment'][]): Schemas['DeploymentPage'] {
  return { items, page: 0, size: 20, total: items.length };
}
