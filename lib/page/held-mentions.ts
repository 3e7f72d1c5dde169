import { isKept, type PageMention } from './page-mention.ts';
import type { Block } from './runs.ts';

/** The mentions of a page, by block. */
export interface HeldMentions {
  blocks: ReadonlyMap<Block, readonly PageMention[]>;
  /** The keys of the mentions that the page itself shows, with how often. */
  keys: ReadonlyMap<string, number>;
  put(block: Block, held: readonly PageMention[]): void;
  forget(block: Block): void;
  /** Blocks that came, went, or hold other mentions since this was asked last. */
  takeChanged(): ReadonlySet<Block>;
  /** Keys of which the first mention came since this was asked last. */
  takeNewKeys(): ReadonlySet<string>;
}

/** Holds them, and counts as they come and go: nobody need go through thousands after each change. */
export function createHeldMentions(): HeldMentions {
  const blocks = new Map<Block, readonly PageMention[]>();
  const keys = new Map<string, number>();
  let changed = new Set<Block>();
  let newKeys = new Set<string>();
  return {
    blocks,
    keys,
    put(block, held) {
      count(blocks.get(block) ?? [], -1);
      count(held, 1);
      blocks.set(block, held);
      changed.add(block);
    },
    forget(block) {
      const held = blocks.get(block);
      if (!held) return;
      count(held, -1);
      blocks.delete(block);
      changed.add(block);
    },
    takeChanged() {
      const taken = changed;
      changed = new Set();
      return taken;
    },
    takeNewKeys() {
      const taken = newKeys;
      newKeys = new Set();
      return taken;
    },
  };

  function count(held: readonly PageMention[], by: 1 | -1): void {
    for (const mention of held) {
      if (isKept(mention)) continue;
      const before = keys.get(mention.key) ?? 0;
      const times = before + by;
      if (before === 0) newKeys.add(mention.key);
      if (times > 0) keys.set(mention.key, times);
      else keys.delete(mention.key);
    }
  }
}
