import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/ApiContext';
import { bodyOf } from '../api/client';
import type { components } from '../api/schema';

export type Me = components['schemas']['Me'];

/** Who is logged in, as the server sees it. */
export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/me', { signal })),
    staleTime: Infinity,
  });
}
