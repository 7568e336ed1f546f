import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { DEPLOYMENTS, HOME } from './paths';
import { WaitingPage } from './feedback/MessagePage';
import { Session } from './session/Session';
import { StartUp } from './session/StartUp';
import { ErrorBoundary } from './feedback/ErrorBoundary';

// Loaded after the log-in: the log-in page stays light.
const Shell = lazy(() => import('./shell/Shell').then(({ Shell }) => ({ default: Shell })));
const DeploymentsPage = lazy(() =>
  import('./deployments/DeploymentsPage').then((page) => ({ default: page.DeploymentsPage })),
);
const NoSuchPage = lazy(() =>
  import('./shell/NoSuchPage').then((page) => ({ default: page.NoSuchPage })),
);

export function newQueryClient(): QueryClient {
  // The server may be on this very machine, so the browser's idea of being online says nothing.
  // A failed call is shown at once; the pages' own rhythm, or the user, tries again.
  const common = { networkMode: 'always', retry: false } as const;
  return new QueryClient({ defaultOptions: { queries: common, mutations: common } });
}

export function Portal({ queries = newQueryClient() }: { readonly queries?: QueryClient }) {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <StartUp>
          {(settings) => (
            <Session settings={settings}>
              <Pages />
            </Session>
          )}
        </StartUp>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

function Pages() {
  return (
    <Suspense fallback={<WaitingPage what="Loading the portal" />}>
      <BrowserRouter>
        <Shell>
          <Routes>
            <Route path={HOME} element={<Navigate to={DEPLOYMENTS} replace />} />
            <Route path={DEPLOYMENTS} element={<DeploymentsPage />} />
            <Route path="*" element={<NoSuchPage />} />
          </Routes>
        </Shell>
      </BrowserRouter>
    </Suspense>
  );
}
