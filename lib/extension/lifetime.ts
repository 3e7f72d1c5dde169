import { browser } from 'wxt/browser';

const lookEveryMs = 500;

/**
 * Aborts when the extension is updated, disabled or removed under this script. No browser tells a content
 * script so; its id goes away, and an orphan must fall silent and remove what it drew.
 */
export function extensionLifetime(): AbortSignal {
  const controller = new AbortController();
  const look = setInterval(() => {
    if (isAlive()) return;
    clearInterval(look);
    controller.abort();
  }, lookEveryMs);
  return controller.signal;
}

export const isAlive = (): boolean => browser.runtime?.id !== undefined;
