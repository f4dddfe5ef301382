import { Component, type ReactNode } from 'react';
import { text } from '../texts/text.ts';
import { Failure } from './failure.tsx';

interface Properties {
  readonly children: ReactNode;
  /** A change of it (the address) tries again. */
  readonly resetKey?: string;
}

/** Keeps one broken page from taking the rest along. */
export class ErrorBoundary extends Component<Properties, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidUpdate(previous: Properties) {
    if (this.state.error && previous.resetKey !== this.props.resetKey) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Failure title={text('error.title')} error={error} onRetry={() => window.location.reload()} />;
  }
}
