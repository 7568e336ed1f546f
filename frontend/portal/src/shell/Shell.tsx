import { Page, PageSidebar, PageSidebarBody, SkipToContent } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { MessagePage, WaitingPage } from '../feedback/MessagePage';
import { MeContext } from './MeContext';
import { Navigation } from './Navigation';
import { PortalMasthead } from './PortalMasthead';
import { useMe } from './useMe';

const MAIN = 'main-content';

/** The frame around every page: who is logged in where, and where one can go. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { data: me, error, refetch } = useMe();
  if (me !== undefined) {
    return (
      <MeContext value={me}>
        <Page
          masthead={<PortalMasthead me={me} />}
          sidebar={
            <PageSidebar>
              <PageSidebarBody>
                <Navigation />
              </PageSidebarBody>
            </PageSidebar>
          }
          isManagedSidebar
          isContentFilled
          mainContainerId={MAIN}
          skipToContent={<SkipToContent href={`#${MAIN}`}>Skip to content</SkipToContent>}
        >
          {children}
        </Page>
      </MeContext>
    );
  }
  if (error !== null) {
    return (
      <MessagePage
        title="The portal cannot tell who you are"
        status="danger"
        action={{ label: 'Try again', onClick: () => void refetch() }}
      >
        {error.message}
      </MessagePage>
    );
  }
  return <WaitingPage what="Asking the operator server who you are" />;
}
