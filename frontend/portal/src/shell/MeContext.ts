import { createContext, use } from 'react';
import type { Me } from './useMe';

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is logged in. Only inside the shell. */
export function useLoggedIn(): Me {
  const me = use(MeContext);
  if (me === undefined) {
    throw new Error('useLoggedIn is used outside the shell');
  }
  return me;
}
