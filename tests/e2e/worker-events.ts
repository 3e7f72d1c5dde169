import type { Page, Worker } from '@playwright/test';

/**
 * Stops the background's worker, so long after the browser has taken it, in milliseconds; the next message starts it. One
 * that comes at once may still be for the old worker, and nobody answers it. A worker that is stopped before it is taken is
 * not there again until the browser starts anew, whatever an extension does.
 */
export async function stopWorker(page: Page, afterMs = 0): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const taken = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ status }) => status === 'activated')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await taken;
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** A chosen item of the context menu, as the browser tells it. */
export interface MenuClick {
  menuItemId: 'add-selection' | 'add-link';
  selectionText?: string;
  linkUrl?: string;
  pageUrl: string;
  frameUrl?: string;
  frameId?: number;
}

/** Presses one of the browser's keys over the active tab: headless browsers have none. */
export const pressCommand = (worker: Worker, command: string): Promise<void> =>
  worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch(...args: unknown[]): void };
    };
    onCommand.dispatch(name, tab);
  }, command);

/** Chooses an item of the context menu over the active tab, or over the one with this address. */
export const chooseMenu = (worker: Worker, click: MenuClick): Promise<void> =>
  worker.evaluate(async (info) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const { onClicked } = chrome.contextMenus as unknown as {
      onClicked: { dispatch(...args: unknown[]): void };
    };
    onClicked.dispatch({ editable: false, ...info }, tab);
  }, click);

/** What the address bar offers for a typed text: the lines below, and the first one by `default`. */
export const typeInOmnibox = (
  worker: Worker,
  typed: string,
): Promise<{ first: string; lines: { content: string; description: string }[] }> =>
  worker.evaluate(async (text) => {
    const { omnibox } = chrome;
    const events = omnibox as unknown as Record<string, { dispatch(...args: unknown[]): void }>;
    const said: string[] = [];
    const set = omnibox.setDefaultSuggestion.bind(omnibox);
    // The browser can not be asked for it, and still gets it.
    omnibox.setDefaultSuggestion = (async (suggestion: { description: string }) => {
      said.push(suggestion.description);
      return set(suggestion);
    }) as typeof omnibox.setDefaultSuggestion;
    events.onInputStarted?.dispatch();
    const lines = await new Promise<{ content: string; description: string }[]>((resolve) => {
      events.onInputChanged?.dispatch(text, resolve);
    });
    omnibox.setDefaultSuggestion = set;
    return { first: said.at(-1) ?? '', lines };
  }, typed);

/** Enter in the address bar. */
export const enterInOmnibox = (worker: Worker, text: string): Promise<void> =>
  worker.evaluate((entered) => {
    const { onInputEntered } = chrome.omnibox as unknown as {
      onInputEntered: { dispatch(...args: unknown[]): void };
    };
    onInputEntered.dispatch(entered, 'currentTab');
  }, text);
