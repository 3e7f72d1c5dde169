import { browser } from 'wxt/browser';

const lookEveryMs = 500;

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
  let looking: ReturnType<typeof setInterval> | undefined;
  return {
    signal: controller.signal,
    watch() {
      looking ??= setInterval(() => {
        if (isAlive()) return;
        clearInterval(looking);
        controller.abort();
      }, lookEveryMs);
    },
  };
}

/** Whether the extension that this script belongs to is still there. */
export const isAlive = (): boolean => browser.runtime?.id !== undefined;
