import { browser } from 'wxt/browser';

/** In the world that the two scripts share, which no page can look into. */
const shelf = globalThis as typeof globalThis & { underlinePainting?: unknown };

/** Called by the second script: what it brings, for the first. */
export function offerPainting(start: unknown): void {
  shelf.underlinePainting = start;
}

/**
 * A function that loads the second script into this page, once, and answers what it brought; null if the load failed,
 * which the next call tries again. `import` because it alone needs no host permission, and no policy of a page,
 * sandbox or service worker sees or stops it (docs/decisions/0011).
 */
export function paintingLoader<Start>(): () => Promise<Start | null> {
  const address = browser.runtime.getURL('/page-painting.js');
  let loading: Promise<Start | null> | null = null;
  return () => {
    loading ??= import(/* @vite-ignore */ address).then(
      () => shelf.underlinePainting as Start,
      () => {
        loading = null;
        return null;
      },
    );
    return loading;
  };
}
