import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/ApiContext';
import { bodyOf } from '../api/client';
import type { components } from '../api/schema';

export type Deployment = components['schemas']['Deployment'];
export type DeploymentState = components['schemas']['DeploymentState'];
export type Instance = components['schemas']['Instance'];
export type InstanceState = components['schemas']['InstanceState'];

export const PAGE_SIZE = 20;
export const REFRESH_MILLIS = 5_000;

const DEPLOYMENTS_KEY = 'deployments';

/** One page of deployments, asked for again every few seconds while the page can be seen. */
export function useDeployments(page: number) {
  const api = useApi();
  return useQuery({
    queryKey: [DEPLOYMENTS_KEY, page],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/deployments', { params: { query: { page, size: PAGE_SIZE } }, signal }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MILLIS,
  });
}

/** Asks the server to end an order's deployment, then for the list that shows it. */
export function useEndDeployment() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (order: string) => {
      await bodyOf(api.DELETE('/api/v1/deployments/{order}', { params: { path: { order } } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [DEPLOYMENTS_KEY] }),
  });
}
