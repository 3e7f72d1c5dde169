import type { AliasStatus } from '../library/alias-status.ts';
import type { ShownMention } from '../mentions/card-talk.ts';
import { type Block, type Piece, type Place, piecesOf, placeIn, type Run } from './runs.ts';

/** A mention where it stands in the page. Goes stale when its text is edited: changed nodes' mentions are dropped before anything else. */
export interface PageMention extends ShownMention {
  block: Block;
  /** The run it was found in, and where (UTF-16; `end` exclusive). */
  run: Run;
  start: number;
  end: number;
  /** Of a name, domain or address: what the background told of it. */
  kept?: AliasStatus;
  /** Once it was asked for: where it stands in the page. */
  places?: Places;
  range?: StaticRange;
}

/** Where a mention begins and ends in the text nodes of the page. */
export interface Places {
  from: Place;
  to: Place;
}

/** Where the mention stands in the page. Looked for when asked: few of a page's mentions are ever painted. Null if its text is another by now. */
export function placesOf(mention: PageMention): Places | null {
  if (mention.places) return mention.places;
  const pieces = piecesOf(mention.run);
  const from = placeIn(pieces, mention.start, false);
  const to = placeIn(pieces, mention.end, true);
  // The page may have changed it since, and nobody told us yet.
  if (!from || !to || textBetween(pieces, mention) !== mention.text) return null;
  mention.places = { from, to };
  return mention.places;
}

function textBetween(pieces: readonly Piece[], { start: from, end }: PageMention): string {
  let text = '';
  for (const { node, start } of pieces) {
    if (start >= end) break;
    if (start + node.length > from) text += node.data.slice(Math.max(0, from - start), end - start);
  }
  return text.replace(/\s+/g, ' ');
}

/** The mention's text as a range, always the same one; null if its text is another by now. */
export function rangeOf(mention: PageMention): StaticRange | null {
  if (mention.range) return mention.range;
  const at = placesOf(mention);
  if (!at) return null;
  mention.range = new StaticRange({
    startContainer: at.from.node,
    startOffset: at.from.offset,
    endContainer: at.to.node,
    endOffset: at.to.offset,
  });
  return mention.range;
}

/** The element whose text the mention begins in. */
export const elementAt = (mention: PageMention): Element =>
  placesOf(mention)?.from.node.parentElement ?? elementOf(mention.block);

/** A shadow root has no box of its own: its host stands for it. */
export const elementOf = (block: Block): Element => (block instanceof ShadowRoot ? block.host : block);

/** False once the page removed the text the mention was found in, or changed it. */
export function isStanding(mention: PageMention): boolean {
  const at = placesOf(mention);
  return at?.from.node.isConnected === true && at.to.node.isConnected;
}

/** Whether only the library told that it is a mention. */
export const isKept = ({ kind }: PageMention): boolean => kind === 'name';
