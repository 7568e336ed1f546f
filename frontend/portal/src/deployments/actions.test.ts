import { aDeployment } from '../test/samples';
import { mayEnd } from './actions';
import type { DeploymentState } from './useDeployments';

const DEVOPS = ['devops'];

it.each<DeploymentState>(['requested', 'holding', 'placing', 'starting', 'active', 'degraded'])(
  'lets a DevOps engineer end what is %s',
  (state) => {
    expect(mayEnd(aDeployment({ state }), DEVOPS)).toEqual({ allowed: true });
  },
);

it.each<DeploymentState>(['held', 'ending', 'ended', 'refused'])(
  'ends nothing that is %s',
  (state) => {
    expect(mayEnd(aDeployment({ state }), DEVOPS)).toMatchObject({ allowed: false });
  },
);

it('lets nobody else end a deployment', () => {
  expect(mayEnd(aDeployment(), ['engineer', 'finance'])).toEqual({
    allowed: false,
    reason: 'Only a DevOps engineer may end it.',
  });
});
