import type { PageSettings } from '../library/alias-status.ts';

/**
 * By the user's setting alone. Styled by `public/page.css`: a sheet that is adopted later makes the browser style each element of
 * the page anew.
 */
const names = { soft: 'underline-mention', strong: 'underline-mention-strong' } as const;

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
    register('none');
  });

  return {
    show(ranges, strength) {
      const wanted = new Set(strength === 'none' ? [] : [...ranges].slice(0, maxRanges));
      for (const range of highlight) if (!wanted.has(range as StaticRange)) highlight.delete(range);
      for (const range of wanted) highlight.add(range);
      register(wanted.size > 0 ? strength : 'none');
    },
    drop(range) {
      highlight.delete(range);
    },
  };

  /** Under this name and no other. The page can clear the registry at any time. */
  function register(wanted: keyof typeof names | 'none'): void {
    for (const [strength, name] of Object.entries(names)) {
      const isThere = CSS.highlights.get(name) === highlight;
      if (strength !== wanted && isThere) CSS.highlights.delete(name);
      if (strength === wanted && !isThere) CSS.highlights.set(name, highlight);
    }
  }
}
