import type { PageSettings } from '../library/alias-status.ts';
import { isStanding, type PageMention, rangeOf } from './page-mention.ts';
import type { Block } from './runs.ts';
import type { Scanner } from './scanner.ts';
import type { Seen } from './seen-mentions.ts';
import { maxRanges, startTint } from './tint.ts';

export interface NearTint {
  /** Tints what is in sight, and what is near on a page that is calm: on another each range costs every frame. */
  show(seen: readonly Seen[], near: readonly Block[], isBusy: boolean): void;
  /** Before the page's change is painted. */
  drop(gone: (mention: PageMention) => boolean): void;
}

/** Chooses which mentions are tinted: those in sight first, in case there are more than may be registered. */
export function startNearTint(
  scanner: Scanner,
  isPainted: (mention: PageMention) => boolean,
  settings: () => PageSettings,
  signal: AbortSignal,
): NearTint {
  const tint = startTint(signal);
  let tinted: PageMention[] = [];
  return {
    show(seen, near, isBusy) {
      const wanted = new Set<PageMention>();
      const want = (mention: PageMention) => isPainted(mention) && isStanding(mention) && wanted.add(mention);
      for (const { mention } of seen) want(mention);
      for (const block of isBusy ? [] : near) {
        for (const mention of scanner.held.blocks.get(block) ?? []) {
          if (wanted.size >= maxRanges) break;
          want(mention);
        }
      }
      tinted = [...wanted].slice(0, maxRanges);
      tint.show(
        tinted.flatMap((mention) => rangeOf(mention) ?? []),
        settings().tint,
      );
    },
    drop(gone) {
      for (const mention of tinted) {
        const range = gone(mention) ? rangeOf(mention) : null;
        if (range) tint.drop(range);
      }
    },
  };
}
