import type { Mention } from '../mentions/mention.ts';
import { hasSigil } from '../mentions/sigil.ts';
import type { Grammar } from '../mentions/sites.ts';
import type { Detection } from './detection.ts';
import type { PageMention } from './page-mention.ts';
import type { Block, Run } from './runs.ts';

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
  { findMentions, mentionKey }: Detection,
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
  // A list that grew has room for more, which nobody needs.
  return found.slice();
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
