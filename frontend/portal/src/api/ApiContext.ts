import { createContext, use } from 'react';
import type { Api } from './client';

export const ApiContext = createContext<Api | undefined>(undefined);

export function useApi(): Api {
  const api = use(ApiContext);
  if (api === undefined) {
    throw new Error('useApi is used outside an ApiContext');
  }
  return api;
}
