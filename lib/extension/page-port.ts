import { browser } from 'wxt/browser';
import { isOwnPage } from './senders.ts';

/** The name of the port by which a surface follows the mentions of a tab. */
const portName = 'page';

/**
 * Follows what the frames of a tab report. `onGone` is called once when no frame answers (any more):
 * a browser page, a store, a page opened before Underline was installed, or one that navigated away.
 * Answers a function that stops it.
 */
export function followPage(
  tabId: number,
  onReport: (report: unknown) => void,
  onGone: () => void,
): () => void {
  const port = browser.tabs.connect(tabId, { name: portName });
  port.onMessage.addListener((report: unknown) => onReport(report));
  port.onDisconnect.addListener(() => {
    // Read, or the browser logs it as an error: no frame answering is an expected outcome here.
    void browser.runtime.lastError;
    onGone();
  });
  return () => port.disconnect();
}

/** A page that changes all the time is read no more often than this, in milliseconds. */
const readEvery = 1_000;

/**
 * The page's end: `report` is called when a surface starts to follow, and its answer is sent then and at every
 * `update()`; what `readText` answers is sent after it and at every `updateText()`, once a second at most. Nothing is computed or sent while nobody
 * follows.
 */
export function offerPage(
  report: () => unknown,
  readText: () => Promise<unknown>,
  signal: AbortSignal,
): { update(): void; updateText(): void } {
  let reading = false;
  let unread = false;
  const ports = new Set<ReturnType<typeof browser.runtime.connect>>();
  const accept = (port: ReturnType<typeof browser.runtime.connect>) => {
    // A content script can reach the welcome page's end, and has no business there.
    if (port.name !== portName || !port.sender || !isOwnPage(port.sender)) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    tell(port, report());
    void tellText();
  };
  const tell = (port: ReturnType<typeof browser.runtime.connect>, what: unknown) => {
    try {
      port.postMessage(what);
    } catch {
      // Its surface is gone, and the browser has not said so yet.
      ports.delete(port);
    }
  };
  const tellText = async () => {
    unread = true;
    if (reading) return;
    reading = true;
    while (unread && ports.size > 0) {
      unread = false;
      const text = await readText();
      for (const port of ports) if (text) tell(port, text);
      await new Promise((resolve) => setTimeout(resolve, readEvery));
    }
    reading = false;
  };
  browser.runtime.onConnect.addListener(accept);
  signal.addEventListener('abort', () => {
    browser.runtime?.onConnect?.removeListener(accept);
    for (const port of ports) port.disconnect();
  });
  return {
    update() {
      for (const port of ports) tell(port, report());
      updateText();
    },
    updateText,
  };

  function updateText(): void {
    if (ports.size > 0) void tellText();
  }
}

/** The tab the user looks at, or null (a window without tabs). Needs no permission: neither address nor title is read. */
export async function activeTab(): Promise<{ id: number; private: boolean } | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, private: tab.incognito };
}

/** Calls when another tab or page may be the active one: a tab was chosen, or finished loading. */
export function onTabSettled(listener: () => void): () => void {
  const loaded = (_id: number, { status }: { status?: string }, { active }: { active: boolean }) => {
    if (active && status === 'complete') listener();
  };
  const chosen = () => listener();
  browser.tabs.onActivated.addListener(chosen);
  browser.tabs.onUpdated.addListener(loaded);
  return () => {
    browser.tabs.onActivated.removeListener(chosen);
    browser.tabs.onUpdated.removeListener(loaded);
  };
}

/** Loads this tab again. */
export async function reloadTab(id: number): Promise<void> {
  await browser.tabs.reload(id);
}
