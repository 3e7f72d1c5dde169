import { folded } from './plain-names.ts';

/** Where a part of the folded text stands in the text itself; offsets are UTF-16, `end` exclusive. */
export type Places = (start: number, end: number) => { start: number; end: number };

/** A character with its marks. */
const withMarks = /\P{M}\p{M}*|\p{M}+/gu;
/** No ASCII character becomes one with what stands before it. */
const fromAscii = /[\0-\x7f][^\0-\x7f]*|[^\0-\x7f]+/g;

/** Finds places of a text by offsets of what `folded` makes of it. What became one character is one place. */
export function placesIn(text: string): Places {
  const plain = folded(text);
  const fine = partsOf(text, withMarks);
  // Some characters become one with the next although it is no mark, as in Korean.
  const parts = fine.map(folded).join('') === plain ? fine : partsOf(text, fromAscii);
  const starts = new Uint32Array(plain.length);
  const ends = new Uint32Array(plain.length);
  let at = 0;
  let to = 0;
  for (const part of parts) {
    const { length } = folded(part);
    const alike = length === part.length;
    for (let i = 0; i < length && to < plain.length; i++, to++) {
      starts[to] = alike ? at + i : at;
      ends[to] = alike ? at + i + 1 : at + part.length;
    }
    at += part.length;
  }
  return (start, end) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length });
}

const partsOf = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];
