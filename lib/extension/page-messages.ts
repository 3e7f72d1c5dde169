import { browser } from 'wxt/browser';
import { isOwnPage } from './senders.ts';

/** The user's keys for the card of a mention: of the next, of the previous, of the one that they are at. */
const keys = ['next-mention', 'previous-mention', 'open-card'] as const;
type Key = (typeof keys)[number];

/** To the next (1) or previous (-1) mention with this alias key. `frame`: the one that is to jump; null asks which has one. */
interface Jump {
  type: 'jump';
  key: string;
  by: 1 | -1;
  frame: string | null;
}

/** What the user wants to add something from: what the frame with the focus has selected, or where this page is. */
const questions = ['selection', 'page'] as const;
type Question = (typeof questions)[number];

/** `ask-again`: what you were told may be old. */
type PageMessage = 'ask-again' | Key | Question | Jump;

const isKey = (received: unknown): received is Key => (keys as readonly unknown[]).includes(received);

/** Whether a message asks for what the user wants to add something from. */
export const isQuestion = (received: unknown): received is Question =>
  (questions as readonly unknown[]).includes(received);

const isPageMessage = (received: unknown): received is PageMessage =>
  received === 'ask-again' || isKey(received) || isQuestion(received) || isJump(received);

function isJump(received: unknown): received is Jump {
  if (typeof received !== 'object' || received === null) return false;
  const { type, key, by, frame }: { [name in keyof Jump]?: unknown } = received;
  return type === 'jump' && isText(key) && (by === 1 || by === -1) && (frame === null || isText(frame));
}

const isText = (received: unknown): received is string =>
  typeof received === 'string' && received.length <= 300;

// Not through the messenger: it leaves the browser's error unread for every tab without our script, and that is most.
export function send(tabId: number | undefined, message: PageMessage): void {
  // A tab without our script does not answer, and need not.
  if (tabId !== undefined) browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/**
 * Has a tab jump to the next (1) or previous (-1) mention with this alias key, counted from the one jumped to last and around the ends:
 * in its own page if one stands there, else in the first frame that has one. Answers whether there was one.
 */
export async function jumpTo(tabId: number, key: string, by: 1 | -1): Promise<boolean> {
  const asked = { type: 'jump', key, by, frame: null } as const;
  const ask = (message: Jump, options: { frameId?: number } = {}): Promise<unknown> =>
    browser.tabs.sendMessage(tabId, message, options).catch(() => null);
  const frame = (await ask(asked, { frameId: 0 })) ?? (await ask(asked));
  return isText(frame) && isText(await ask({ ...asked, frame }));
}

/** Passes the user's keys for mentions on to the page in front. */
export function passOnKeys(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (isKey(command)) send(tab?.id, command);
  });
}

/** What the frame with the focus, or the given one, says of itself and of what is selected; unparsed, undefined where none answers. */
export async function askSelection(tabId: number, frameId?: number): Promise<unknown> {
  const [question, to] = frameId === undefined ? ['selection', {}] : ['page', { frameId }];
  return browser.tabs.sendMessage(tabId, question, to).catch(() => undefined);
}

/**
 * Calls the listener with what the background and our own pages say, until the signal aborts; sends back what it answers, if
 * anything. Page scripts say nothing to each other: one that was taken over could speak to another tab's.
 */
export function onPageMessage(listener: (message: PageMessage) => unknown, signal: AbortSignal): void {
  type Hear = Parameters<typeof browser.runtime.onMessage.addListener>[0];
  const hear: Hear = (received: unknown, sender, respond) => {
    // Chromium's background has neither tab nor address; a page script has an address, in a tab or not.
    const isBackground = sender.id === browser.runtime.id && !sender.tab && sender.url === undefined;
    const answer = (isBackground || isOwnPage(sender)) && isPageMessage(received) ? listener(received) : null;
    if (answer !== null) respond(answer);
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(hear));
}
