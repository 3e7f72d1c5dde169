import type { browser } from 'wxt/browser';

declare global {
  /** What extension pages call the browser's own functions; there only inside `evaluate`. */
  const chrome: typeof browser;
}
