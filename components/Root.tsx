import { CSPProvider } from '@base-ui/react/csp-provider';
import { Component, type ReactNode, useEffect, useState } from 'react';
import { t } from '../lib/library/text.ts';
import { Button } from './Button.tsx';
import { Toasts } from './Toasts.tsx';

/** What a surface shows when something broke that nobody foresaw. */
function Broken({ error }: { error: unknown }) {
  return (
    <main role="alert" className="flex flex-col items-start gap-2 p-4">
      <h1 className="text-lead font-semibold">{t('broken.title')}</h1>
      <p className="text-soft">{t('broken.what')}</p>
      <code className="w-full rounded-md border border-line bg-sheet p-2 text-small">
        {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
      </code>
      <Button look="solid" onClick={() => location.reload()}>
        {t('broken.reload')}
      </Button>
    </main>
  );
}

class Boundary extends Component<{ children: ReactNode }, { caught: { error: unknown } | null }> {
  override state: { caught: { error: unknown } | null } = { caught: null };
  static getDerivedStateFromError(error: unknown) {
    return { caught: { error } };
  }
  override render() {
    return this.state.caught ? <Broken error={this.state.caught.error} /> : this.props.children;
  }
}

/** Errors thrown outside rendering (a promise, a listener) are raised again inside it, for the boundary. */
function RaiseStrayErrors() {
  const [stray, setStray] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const onError = ({ error, message }: ErrorEvent) => {
      // Only says that a size settles a frame later: nothing is broken.
      if (!message.startsWith('ResizeObserver loop')) setStray({ error: error ?? message });
    };
    addEventListener('error', onError, stop);
    addEventListener('unhandledrejection', ({ reason }) => setStray({ error: reason }), stop);
    return () => stop.abort();
  }, []);
  if (stray) throw stray.error;
  return null;
}

/** Wraps every React surface once: no injected styles, unexpected errors shown, toasts. */
export function Root({ children }: { children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Boundary>
        <RaiseStrayErrors />
        <Toasts>{children}</Toasts>
      </Boundary>
    </CSPProvider>
  );
}
