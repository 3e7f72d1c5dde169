import type { MentionKind } from '../../lib/mentions/mention.ts';

/** Where something stands in a text: UTF-16 offsets, sigil included, `end` exclusive. */
export interface Span {
  kind: MentionKind;
  start: number;
  end: number;
}

/** How many spans were found, how many there are, and how many of those agree in kind, start and end. */
export interface Counts {
  found: number;
  gold: number;
  both: number;
}

const name = ({ kind, start, end }: Span): string => `${kind} ${start} ${end}`;

/** Counts strictly: a span that is one unit too long is both a false one and a missed one. */
export function count(found: readonly Span[], gold: readonly Span[]): Counts {
  const wanted = new Set(gold.map(name));
  const given = new Set(found.map(name));
  return { found: given.size, gold: wanted.size, both: [...given].filter((each) => wanted.has(each)).length };
}

/** The counts of several texts together. */
export const total = (counts: Iterable<Counts>): Counts => {
  const sum = { found: 0, gold: 0, both: 0 };
  for (const { found, gold, both } of counts) {
    sum.found += found;
    sum.gold += gold;
    sum.both += both;
  }
  return sum;
};

/** The share of what was found that is right, in per cent; nothing found is nothing wrong. */
export const precision = ({ found, both }: Counts): number => (found === 0 ? 100 : (100 * both) / found);

/** The share of what there is that was found, in per cent. */
export const recall = ({ gold, both }: Counts): number => (gold === 0 ? 100 : (100 * both) / gold);

/** The harmonic mean of precision and recall, in per cent. */
export const f1 = ({ found, gold, both }: Counts): number =>
  found + gold === 0 ? 100 : (200 * both) / (found + gold);

/** Turns an offset in code points, as twitter-text's cases have it, into one in UTF-16 units. */
export const toUtf16 = (text: string, codePoints: number): number =>
  [...text].slice(0, codePoints).join('').length;
