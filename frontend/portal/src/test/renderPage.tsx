import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { ApiContext } from '../api/ApiContext';
import { anonymousApi } from '../api/client';
import { newQueryClient } from '../Portal';
import { MeContext } from '../shell/MeContext';
import type { Me } from '../shell/useMe';
import { ADA } from './samples';

interface Circumstances {
  readonly address?: string;
  readonly me?: Me;
}

/** Shows a page as it stands inside the shell, without the shell. */
export function renderPage(page: ReactNode, { address = '/', me = ADA }: Circumstances = {}) {
  return render(
    <QueryClientProvider client={newQueryClient()}>
      <ApiContext value={anonymousApi()}>
        <MeContext value={me}>
          <MemoryRouter initialEntries={[address]}>
            {page}
            <Address />
          </MemoryRouter>
        </MeContext>
      </ApiContext>
    </QueryClientProvider>,
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{pathname + search}</output>;
}
