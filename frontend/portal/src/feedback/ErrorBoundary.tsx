import { Component, type ReactNode } from 'react';
import { MessagePage } from './MessagePage';

interface State {
  readonly error?: Error;
}

/** Keeps a broken page, or a part of the portal that could not be loaded, from leaving it blank. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <MessagePage
        title="This page does not work"
        status="danger"
        action={{
          label: 'Load again',
          onClick: () => {
            window.location.reload();
          },
        }}
      >
        {error.message}
      </MessagePage>
    );
  }
}
