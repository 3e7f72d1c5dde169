import { browser } from 'wxt/browser';

// Not through the messenger: it leaves the browser's error unread for every tab without our script, and that is most.
const message = 'ask-again';

/** Tells every page that what it was told may be old. Says nothing of the library itself. */
export async function tellPages(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    // A tab without our script does not answer, and need not.
    if (id !== undefined) browser.tabs.sendMessage(id, message).catch(() => undefined);
  }
}

/** Calls the listener whenever the background says so, until the signal aborts. */
export function onAskAgain(listener: () => void, signal: AbortSignal): void {
  const hear = (received: unknown, { id }: { id?: string }) => {
    if (received === message && id === browser.runtime.id) listener();
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(hear));
}
