import { mentionKey } from '../mentions/alias.ts';
import type { ShownMention } from '../mentions/card-talk.ts';
import { findMentions } from '../mentions/find-mentions.ts';
import { anySigil } from '../mentions/sigil.ts';
import type { Grammar } from '../mentions/sites.ts';
import { type Block, placeIn, runsOf } from './runs.ts';

/** A mention where it stands in the page. */
export interface PageMention extends ShownMention {
  block: Block;
  /** Static: goes stale when its text is edited, so changed nodes' mentions are dropped before anything else. */
  range: StaticRange;
}

/** UTF-16 units looked at in one step: some 3 ms where every word is a mention. */
const stretchLength = 20_000;
/** What is longer is not cut at its end but wherever it is too long. */
const longestWord = 1_000;
/** Nobody reads more of one block, and each costs memory. */
const maxInBlock = 5_000;

/**
 * Finds the mentions in the text of one block, nested blocks left out. Each step is one stretch of text.
 * `textAround`: answers what the page says beside a block.
 */
export function* mentionsIn(
  block: Block,
  { profile, handles }: Grammar,
  textAround: (block: Block) => string,
): Generator<void, PageMention[]> {
  const found: PageMention[] = [];
  let near: string | undefined;
  const around = () => {
    near ??= textAround(block);
    return near;
  };
  for (const run of runsOf(block)) {
    if (!anySigil.test(run.text)) continue;
    for (const { text: stretch, start: offset } of stretchesOf(run.text)) {
      for (const { text, kind, strength, start, end } of findMentions(stretch, profile, handles, around)) {
        const key = mentionKey(text);
        const from = placeIn(run, offset + start, false);
        const to = placeIn(run, offset + end, true);
        if (!key || !from || !to) continue;
        const range = new StaticRange({
          startContainer: from.node,
          startOffset: from.offset,
          endContainer: to.node,
          endOffset: to.offset,
        });
        found.push({ key, text, kind, strength, block, range });
        if (found.length === maxInBlock) return found;
      }
      yield;
    }
  }
  return found;
}

/** A long text in parts, each cut after white space if there is any near. */
function* stretchesOf(text: string): Generator<{ text: string; start: number }> {
  for (let start = 0; start < text.length; ) {
    const longest = text.slice(start, start + stretchLength);
    const isLast = start + longest.length === text.length;
    const cut = isLast ? '' : (longest.slice(-longestWord).match(/\S*$/)?.[0] ?? '');
    const stretch = cut.length < longestWord ? longest.slice(0, longest.length - cut.length) : longest;
    yield { text: stretch, start };
    start += stretch.length;
  }
}

/** False once the page removed the text the mention was found in. */
export const isStanding = ({ range }: PageMention): boolean =>
  range.startContainer.isConnected && range.endContainer.isConnected;
