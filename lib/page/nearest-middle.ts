import type { PageMention } from './page-mention.ts';
import type { Seen } from './seen-mentions.ts';

/** The mention whose first line is nearest to the middle of a viewport of this height (CSS px); null if none is seen. */
export function nearestMiddle(
  seen: readonly Pick<Seen, 'mention' | 'parts'>[],
  height: number,
): PageMention | null {
  const farOf = ({ parts: [box] }: Pick<Seen, 'parts'>) =>
    box ? Math.abs((box.top + box.bottom) / 2 - height / 2) : Number.POSITIVE_INFINITY;
  return seen.toSorted((one, other) => farOf(one) - farOf(other))[0]?.mention ?? null;
}
