import { hostIn } from '../mentions/domains.ts';
import { type LookAlike, lookAlikesAmong } from '../mentions/look-alike.ts';
import type { Index } from './schema.ts';

const made = new WeakMap<Index, (text: string) => LookAlike | null>();

/** Answers which kept alias a text of a page could be taken for; one table for all who ask about the same index. */
export function lookAlikesIn(index: Index): (text: string) => LookAlike | null {
  const met = made.get(index);
  if (met) return met;
  const lookAlike = lookAlikesAmong(() =>
    Object.entries(index.projects).flatMap(([id, { aliases, trashedAt }]) =>
      trashedAt === null ? aliases.map(({ text }) => ({ id, text: hostIn(text) ?? text })) : [],
    ),
  );
  made.set(index, lookAlike);
  return lookAlike;
}
