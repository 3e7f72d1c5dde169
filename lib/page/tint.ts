import type { PageSettings } from '../library/alias-status.ts';

/**
 * By the user's setting alone. Styled by `public/page.css`: a sheet that is adopted later makes the browser style each element of
 * the page anew.
 */
const names = { none: null, soft: 'underline-mention', strong: 'underline-mention-strong' } as const;

/** More registered ranges slow every frame in which the page changes (docs: 100 cost 3 ms on 2,000 posts). */
export const maxRanges = 100;

export interface Tint {
  /** Tints exactly these ranges, at most 100 of them. */
  show(ranges: Iterable<StaticRange>, strength: PageSettings['tint']): void;
  drop(range: StaticRange): void;
}

/**
 * Tints ranges of the page's text through the CSS Custom Highlight API, so that its DOM stays as it is. A soft
 * background and never `text-decoration`, which makes each frame of a large page slow.
 */
export function startTint(signal: AbortSignal): Tint {
  const highlight = new Highlight();
  signal.addEventListener('abort', () => {
    highlight.clear();
    deregister(null);
  });

  return {
    show(ranges, strength) {
      const name = names[strength];
      const wanted = new Set(name ? [...ranges].slice(0, maxRanges) : []);
      for (const range of highlight) if (!wanted.has(range as StaticRange)) highlight.delete(range);
      for (const range of wanted) highlight.add(range);
      deregister(wanted.size > 0 ? name : null);
      // The page can clear the registry at any time.
      if (name && wanted.size > 0 && CSS.highlights.get(name) !== highlight)
        CSS.highlights.set(name, highlight);
    },
    drop(range) {
      highlight.delete(range);
    },
  };

  function deregister(but: string | null): void {
    for (const name of Object.values(names))
      if (name && name !== but && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }
}
