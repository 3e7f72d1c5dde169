import { boxesOf } from './measure.ts';
import { isStanding, type PageMention, placesOf } from './page-mention.ts';
import { inReadingOrder } from './reading-order.ts';

/**
 * The rendered mention after (1) or before (-1) `last` as a reader meets them, around the ends. Without a `last`
 * that still stands it is the first one in sight. Null where none is rendered.
 */
export function mentionAfter(
  last: PageMention | null,
  by: 1 | -1,
  mentions: readonly PageMention[],
  isSeen: (mention: PageMention) => boolean,
): PageMention | null {
  const all = mentions.filter(isStanding).sort(inDocumentOrder);
  const at = last ? all.indexOf(last) : -1;
  const start = at >= 0 ? at + by : Math.max(0, all.findIndex(isSeen));
  for (let i = 0; i < all.length; i++) {
    const next = all.at((start + i * by) % all.length);
    if (next && boxesOf(next).length > 0) return next;
  }
  return null;
}

function inDocumentOrder(one: PageMention, other: PageMention): number {
  if (one.run === other.run) return one.start - other.start;
  const [a, b] = [placesOf(one)?.from.node, placesOf(other)?.from.node];
  if (!a || !b) return 0;
  return inReadingOrder(a, b);
}
