import type { AliasStatus } from '../library/alias-status.ts';
import { mentionKey } from '../mentions/alias.ts';
import type { ShownMention } from '../mentions/card-talk.ts';
import { findMentions } from '../mentions/find-mentions.ts';
import { anySigil } from '../mentions/sigil.ts';
import type { Grammar } from '../mentions/sites.ts';
import { type Block, type Place, placeIn, type Run, runsOf } from './runs.ts';

/** A mention where it stands in the page. Goes stale when its text is edited: changed nodes' mentions are dropped before anything else. */
export interface PageMention extends ShownMention {
  block: Block;
  from: Place;
  to: Place;
  /** Of a name, domain or address: what the background told of it. */
  kept?: AliasStatus;
}

const ranges = new WeakMap<PageMention, StaticRange>();

/** The mention's text as a range, always the same one. Made when asked for: few of a page's mentions are ever painted. */
export function rangeOf(mention: PageMention): StaticRange {
  const made = ranges.get(mention);
  if (made) return made;
  const { from, to } = mention;
  const range = new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
  ranges.set(mention, range);
  return range;
}

/** UTF-16 units looked at in one step: a few milliseconds where every word is a mention. */
const stretchLength = 4_000;
/** What is longer is not cut at its end but wherever it is too long. */
const longestWord = 1_000;
/** Nobody reads more of one block, and each costs memory. */
const maxInBlock = 5_000;

/**
 * Finds the mentions in the text of one block, nested blocks left out. Each step is one stretch of text.
 * `textAround`: answers what the page says beside it.
 */
export function* mentionsIn(
  block: Block,
  { profile, handles }: Grammar,
  textAround: () => string,
): Generator<void, PageMention[]> {
  const found: PageMention[] = [];
  let near: string | undefined;
  const around = () => {
    near ??= textAround();
    return near;
  };
  const take = (run: Run, stretch: string, offset: number) => {
    for (const { text, kind, strength, start, end } of findMentions(stretch, profile, handles, around)) {
      const key = mentionKey(text);
      const from = placeIn(run, offset + start, false);
      const to = placeIn(run, offset + end, true);
      if (key && from && to) found.push({ key, text, kind, strength, block, from, to });
    }
  };
  let sinceYield = 0;
  for (const run of runsOf(block)) {
    if (!anySigil.test(run.text)) continue;
    for (const { text, start } of stretchesOf(run.text)) {
      take(run, text, start);
      sinceYield += text.length;
      if (sinceYield < stretchLength) continue;
      yield;
      sinceYield = 0;
      if (found.length >= maxInBlock) return found.slice(0, maxInBlock);
    }
  }
  return found;
}

/** A long text in parts, each cut after white space if there is any near. */
function* stretchesOf(text: string): Generator<{ text: string; start: number }> {
  if (text.length <= stretchLength) {
    yield { text, start: 0 };
    return;
  }
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
export const isStanding = ({ from, to }: PageMention): boolean =>
  from.node.isConnected && to.node.isConnected;
