const instance = (name, operator, site, rest) => ({
  instance: `i-${name}`,
  name,
  operator,
  site,
  technology: 'openstack',
  state: 'active',
  startedAt: '2026-11-24T05:14:12.123456Z',
  costSoFar: '0.00208333333333',
  ...rest,
});

const deployment = (order, name, state, rest) => ({
  order,
  name,
  state,
  tenant: 'acme',
  createdAt: '2026-11-24T05:14:11Z',
  currency: 'EUR',
  costSoFar: '0',
  instances: [],
  ...rest,
});

/** One deployment of every state, with instances of every state among them. */
export const deployments = [
  deployment('ord-8f2c', 'story', 'active', {
    costSoFar: '1234.50416666666666',
    instances: [
      instance('web', 'alba', 'alba-paris', { address: '10.7.0.14' }),
      instance('store', 'boreal', 'boreal-north', { address: '10.9.3.2' }),
      instance('workers', 'boreal', 'boreal-cluster', {
        technology: 'kubernetes',
        costSoFar: '1234.5',
      }),
    ],
  }),
  deployment('ord-77d1', 'video-cache', 'degraded', {
    reason: 'One of two instances failed; the other keeps running.',
    costSoFar: '3.2',
    instances: [
      instance('cache-one', 'alba', 'alba-lyon', { address: '10.7.1.9', costSoFar: '3.2' }),
      instance('cache-two', 'boreal', 'boreal-north', {
        state: 'failed',
        reason: 'Nova found no host with 8 GiB of free memory.',
        startedAt: undefined,
        costSoFar: '0',
      }),
    ],
  }),
  deployment('ord-6b03', 'sensors', 'starting', {
    instances: [
      instance('gateway', 'boreal', 'boreal-north', {
        state: 'starting',
        startedAt: undefined,
        costSoFar: '0',
      }),
      instance('reader', 'alba', 'alba-paris', {
        state: 'planned',
        startedAt: undefined,
        costSoFar: '0',
      }),
    ],
  }),
  deployment('ord-5a90', 'night-batch', 'placing'),
  deployment('ord-5a1f', 'new-shop', 'requested'),
  deployment('ord-4e77', 'old-shop', 'ending', {
    costSoFar: '88',
    instances: [instance('shop', 'alba', 'alba-paris', { state: 'ending', costSoFar: '88' })],
  }),
  deployment('ord-31aa', 'load-test', 'ended', {
    costSoFar: '12.75',
    instances: [
      instance('runner', 'alba', 'alba-lyon', {
        state: 'ended',
        endedAt: '2026-11-24T06:14:12Z',
        costSoFar: '12.75',
      }),
    ],
  }),
  deployment('ord-2c54', 'huge-model', 'refused', {
    reason: 'No site fits: alba-paris has 64 vCPU, 400 were asked for; boreal-north has no GPU.',
  }),
];
