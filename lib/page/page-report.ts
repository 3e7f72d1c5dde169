import type { MentionKind, Strength } from '../mentions/mention.ts';
import type { PageMention } from './page-mention.ts';

/** What popup and side panel are told of a frame. */
export interface PageReport {
  /** Tells this frame's reports from those of the tab's other frames. */
  frame: string;
  top: boolean;
  site: string;
  on: boolean;
  mentions: { key: string; text: string; kind: MentionKind; strength: Strength; count: number }[];
}

/** Counts what stands on the page, by alias. */
export function countMentions(blocks: Iterable<readonly PageMention[]>): PageReport['mentions'] {
  const counted = new Map<string, PageReport['mentions'][number]>();
  for (const mentions of blocks) {
    for (const { key, text, kind, strength } of mentions) {
      const entry = counted.get(key) ?? { key, text, kind, strength, count: 0 };
      entry.count += 1;
      // One strong occurrence makes the alias one that the page itself shows.
      if (strength === 'strong') entry.strength = 'strong';
      counted.set(key, entry);
    }
  }
  return [...counted.values()];
}
