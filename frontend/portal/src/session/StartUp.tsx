import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { anonymousApi, bodyOf } from '../api/client';
import { MessagePage, WaitingPage } from '../feedback/MessagePage';
import type { PortalSettings } from './userManager';

const api = anonymousApi();

interface StartUpProps {
  readonly children: (settings: PortalSettings) => ReactNode;
}

/** Asks the server for the portal's settings, without which nobody can log in. */
export function StartUp({ children }: StartUpProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['portal-settings'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/portal-settings', { signal })),
    staleTime: Infinity,
  });
  if (data !== undefined) {
    return children(data);
  }
  if (error !== null) {
    return (
      <MessagePage
        title="The portal cannot start"
        status="danger"
        action={{ label: 'Try again', onClick: () => void refetch() }}
      >
        {error.message} Check that the server runs, for example with <code>./entente status</code>.
      </MessagePage>
    );
  }
  return <WaitingPage what="Asking the operator server for its settings" />;
}
