import { browser } from 'wxt/browser';

/** Scripts of their own, which the content script loads into a page when it needs them. */
type Part = 'detection' | 'painting';

/** In the world that these scripts share, which no page can look into. */
const shelf = globalThis as typeof globalThis & { underlineParts?: Partial<Record<Part, unknown>> };

/** Called by such a script: what it brings, for the content script. */
export function offerPart(name: Part, part: unknown): void {
  shelf.underlineParts = { ...shelf.underlineParts, [name]: part };
}

/**
 * A function that loads one of them into this page, once, and answers what it brought; null if the load failed,
 * which the next call tries again. `import` because it alone needs no host permission, and no policy of a page,
 * sandbox or service worker sees or stops it (docs/decisions/0011).
 */
export function partLoader<Brought>(name: Part): () => Promise<Brought | null> {
  const address = browser.runtime.getURL(`/page-${name}.js`);
  let loading: Promise<Brought | null> | null = null;
  return () => {
    loading ??= import(/* @vite-ignore */ address).then(
      () => shelf.underlineParts?.[name] as Brought,
      () => {
        loading = null;
        return null;
      },
    );
    return loading;
  };
}
