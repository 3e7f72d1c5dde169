import type { CountedMention } from '../library/page-report.ts';
import type { PageMention } from './page-mention.ts';

/** Counts what stands on the page, by alias. */
export function countMentions(blocks: Iterable<readonly PageMention[]>): CountedMention[] {
  const counted = new Map<string, CountedMention>();
  for (const mentions of blocks) {
    for (const { key, text, kind, strength } of mentions) {
      // Surfaces ask for names themselves.
      if (kind === 'name') continue;
      const entry = counted.get(key) ?? { key, text, kind, strength, count: 0 };
      entry.count += 1;
      // One strong occurrence makes the alias one that the page itself shows.
      if (strength === 'strong') entry.strength = 'strong';
      counted.set(key, entry);
    }
  }
  return [...counted.values()];
}
