import { browser } from 'wxt/browser';

/**
 * `ask-again`: what you were told may be old. `…-mention` and `open-card`: the user's keys for the card of a mention. The last
 * two only when the user wants to add something: what the frame with the focus has as `selection`, where this `page` is.
 */
const messages = ['ask-again', 'next-mention', 'previous-mention', 'open-card', 'selection', 'page'] as const;
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

/** What the frame with the focus, or the given one, says of itself and of what is selected; unparsed, undefined where none answers. */
export async function askSelection(tabId: number, frameId?: number): Promise<unknown> {
  const [question, to] = frameId === undefined ? ['selection', {}] : ['page', { frameId }];
  return browser.tabs.sendMessage(tabId, question, to).catch(() => undefined);
}

/** Calls the listener with what the background says, until the signal aborts; what it answers, if anything, is sent back. */
export function onPageMessage(listener: (message: PageMessage) => object | null, signal: AbortSignal): void {
  const hear = (
    received: unknown,
    { id, tab }: { id?: string; tab?: object },
    respond: (answer: object) => void,
  ) => {
    // A content script can reach the welcome page's end, and has no business there.
    if (id !== browser.runtime.id || tab || !isPageMessage(received)) return;
    const answer = listener(received);
    if (answer) respond(answer);
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(hear));
}
