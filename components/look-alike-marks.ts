import { type Difference, differences } from '../lib/mentions/differences.ts';
import type { LookAlike } from '../lib/mentions/look-alike.ts';

/** Where a look-alike and the alias it looks like differ. */
export const differencesOf = ({ seen, kept, differs }: LookAlike): Difference[] =>
  differs === 'ending' ? [{ seen, at: 0, kept, keptAt: 0 }] : differences(seen, kept);

/** The parts to mark in a text that holds one side of a look-alike, such as `@0penGradient`; none if it is written otherwise. */
export function marksIn(
  text: string,
  like: LookAlike,
  side: 'seen' | 'kept',
): { at: number; length: number }[] {
  const start = text.lastIndexOf(like[side]);
  if (start < 0) return [];
  return differencesOf(like).map((each) => ({
    at: start + (side === 'seen' ? each.at : each.keptAt),
    length: each[side].length,
  }));
}
