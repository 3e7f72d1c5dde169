import { browser } from 'wxt/browser';

/** `ask-again`: what you were told may be old. The others: the user's keys for the card of a mention. */
const messages = ['ask-again', 'next-mention', 'previous-mention'] as const;
type PageMessage = (typeof messages)[number];

const isPageMessage = (received: unknown): received is PageMessage =>
  (messages as readonly unknown[]).includes(received);

// Not through the messenger: it leaves the browser's error unread for every tab without our script, and that is most.
export function send(tabId: number | undefined, message: PageMessage): void {
  // A tab without our script does not answer, and need not.
  if (tabId !== undefined) browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/** Leads the tab's page to the next (`1`) or previous (`-1`) mention with this key. */
export async function jumpTo(tabId: number, key: string, by: 1 | -1): Promise<void> {
  await browser.tabs.sendMessage(tabId, { type: 'jump', key, by }).catch(() => undefined);
}

/** Passes the user's keys for mentions on to the page in front. */
export function passOnKeys(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (isPageMessage(command)) send(tab?.id, command);
  });
}

/** Calls the listener with what the background says, until the signal aborts. */
export function onPageMessage(listener: (message: PageMessage) => void, signal: AbortSignal): void {
  const hear = (received: unknown, { id }: { id?: string }) => {
    if (id === browser.runtime.id && isPageMessage(received)) listener(received);
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(hear));
}
