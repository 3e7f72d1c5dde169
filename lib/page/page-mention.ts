import type { AliasStatus } from '../library/alias-status.ts';
import { mentionKey } from '../mentions/alias.ts';
import type { ShownMention } from '../mentions/card-talk.ts';
import { findMentions } from '../mentions/find-mentions.ts';
import type { Mention } from '../mentions/mention.ts';
import { hasSigil } from '../mentions/sigil.ts';
import type { Grammar } from '../mentions/sites.ts';
import { type Block, type Piece, type Place, placeIn, type Run } from './runs.ts';

/** A mention where it stands in the page. Goes stale when its text is edited: changed nodes' mentions are dropped before anything else. */
export interface PageMention extends ShownMention {
  block: Block;
  /** The run it was found in, and where (UTF-16; `end` exclusive). */
  run: Run;
  start: number;
  end: number;
  /** Of a name, domain or address: what the background told of it. */
  kept?: AliasStatus;
}

/** Where a mention begins and ends in the text nodes of the page. */
export interface Places {
  from: Place;
  to: Place;
}

const places = new WeakMap<PageMention, Places>();

/** The places of a mention, if they were ever asked for. */
export const knownPlaces = (mention: PageMention): Places | undefined => places.get(mention);

/** Where the mention stands in the page. Looked for when asked: few of a page's mentions are ever painted. Null if its text is another by now. */
export function placesOf(mention: PageMention): Places | null {
  const known = places.get(mention);
  if (known) return known;
  const pieces = mention.run.pieces();
  const from = placeIn(pieces, mention.start, false);
  const to = placeIn(pieces, mention.end, true);
  // The page may have changed it since, and nobody told us yet.
  if (!from || !to || textBetween(pieces, mention) !== mention.text) return null;
  const found = { from, to };
  places.set(mention, found);
  return found;
}

function textBetween(pieces: readonly Piece[], { start: from, end }: PageMention): string {
  let text = '';
  for (const { node, start } of pieces) {
    if (start >= end) break;
    if (start + node.length > from) text += node.data.slice(Math.max(0, from - start), end - start);
  }
  return text.replace(/\s+/g, ' ');
}

const ranges = new WeakMap<PageMention, StaticRange>();

/** The mention's text as a range, always the same one; null if its text is another by now. */
export function rangeOf(mention: PageMention): StaticRange | null {
  const made = ranges.get(mention);
  if (made) return made;
  const at = placesOf(mention);
  if (!at) return null;
  const range = new StaticRange({
    startContainer: at.from.node,
    startOffset: at.from.offset,
    endContainer: at.to.node,
    endOffset: at.to.offset,
  });
  ranges.set(mention, range);
  return range;
}

/** The element whose text the mention begins in. */
export const elementAt = (mention: PageMention): Element =>
  placesOf(mention)?.from.node.parentElement ?? elementOf(mention.block);

/** A shadow root has no box of its own: its host stands for it. */
export const elementOf = (block: Block): Element => (block instanceof ShadowRoot ? block.host : block);

/** UTF-16 units looked at in one step: a few milliseconds where every word is a mention. */
const stretchLength = 4_000;
/** What is longer is not cut at its end but wherever it is too long. */
const longestWord = 1_000;
/** Nobody reads more of one block, and each costs memory. */
const maxInBlock = 5_000;

/** What was found in texts that were read before: pages write the same anew, row by row and second by second. */
export type KnownTexts = Map<string, readonly Mention[]>;
const maxKnown = 500;
const longestKnown = 500;

function remember(known: KnownTexts, text: string, mentions: readonly Mention[]): void {
  if (known.size >= maxKnown) known.clear();
  if (text.length <= longestKnown) known.set(text, mentions);
}

/**
 * Finds the mentions in the runs of one block. Each step is one stretch of text. `textAround`: answers what the page says
 * beside it. `known`: what was found before, if it is worth remembering.
 */
export function* mentionsIn(
  block: Block,
  runs: readonly Run[],
  { profile, handles }: Grammar,
  textAround: () => string,
  known: KnownTexts | null,
): Generator<void, PageMention[]> {
  const found: PageMention[] = [];
  let near: string | undefined;
  const find = (stretch: string) => {
    let standsAlone = true;
    const mentions = findMentions(stretch, profile, handles, () => {
      standsAlone = false;
      near ??= textAround();
      return near;
    });
    if (standsAlone && known) remember(known, stretch, mentions);
    return mentions;
  };
  let sinceYield = 0;
  for (const run of runs) {
    if (!hasSigil(run.text)) continue;
    for (const { text: stretch, start: offset } of stretchesOf(run.text)) {
      const mentions = known?.get(stretch) ?? find(stretch);
      for (const { text, kind, strength, start, end } of mentions) {
        const key = mentionKey(text);
        if (key === null) continue;
        found.push({ key, text, kind, strength, block, run, start: offset + start, end: offset + end });
      }
      sinceYield += stretch.length;
      if (sinceYield < stretchLength) continue;
      yield;
      sinceYield = 0;
      if (found.length >= maxInBlock) return found.slice(0, maxInBlock);
    }
  }
  return found;
}

/** A long text in parts, each cut after white space if there is any near. */
function stretchesOf(text: string): Iterable<{ text: string; start: number }> {
  return text.length <= stretchLength ? [{ text, start: 0 }] : cutStretches(text);
}

function* cutStretches(text: string): Generator<{ text: string; start: number }> {
  for (let start = 0; start < text.length; ) {
    const longest = text.slice(start, start + stretchLength);
    const isLast = start + longest.length === text.length;
    const cut = isLast ? '' : (longest.slice(-longestWord).match(/\S*$/)?.[0] ?? '');
    const stretch = cut.length < longestWord ? longest.slice(0, longest.length - cut.length) : longest;
    yield { text: stretch, start };
    start += stretch.length;
  }
}

/** False once the page removed the text the mention was found in, or changed it. */
export function isStanding(mention: PageMention): boolean {
  const at = placesOf(mention);
  return at?.from.node.isConnected === true && at.to.node.isConnected;
}
