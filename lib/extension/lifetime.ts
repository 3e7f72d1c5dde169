import { browser } from 'wxt/browser';

const lookEveryMs = 500;
/** While the page changes or the pointer moves it is looked at this often. */
const changedMs = 50;
/** What comes before anything could be opened or painted anew; looked at on the window, before anybody else. */
const signsOfLife = ['pointermove', 'keydown', 'scroll'];

export interface Lifetime {
  /** Aborts when the extension is updated, disabled or removed under this script. */
  signal: AbortSignal;
  /** From now on there is something to remove when that happens. */
  watch(): void;
}

/**
 * No browser tells a content script that its extension is gone; its id goes away, and an orphan must fall silent
 * and remove what it drew. Nothing is looked at before `watch`: most frames never show anything.
 */
export function extensionLifetime(): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  let looking: ReturnType<typeof setInterval> | undefined;
  const look = () => isAlive() || controller.abort();
  let looked = 0;
  // To look takes as long as all that a small change costs otherwise.
  const lookNowAndThen = () => {
    const now = performance.now();
    if (now - looked < changedMs) return;
    looked = now;
    look();
  };
  return {
    signal,
    watch() {
      if (looking !== undefined) return;
      looking = setInterval(look, lookEveryMs);
      for (const type of signsOfLife)
        addEventListener(type, lookNowAndThen, { signal, capture: true, passive: true });
      // Text that comes must not be tinted in the half second in which nobody has looked yet.
      const changes = new MutationObserver(lookNowAndThen);
      changes.observe(document, { subtree: true, childList: true, characterData: true });
      signal.addEventListener('abort', () => {
        clearInterval(looking);
        changes.disconnect();
      });
    },
  };
}

/** Whether the extension that this script belongs to is still there. */
const isAlive = (): boolean => browser.runtime?.id !== undefined;
