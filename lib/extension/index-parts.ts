import { isObject } from '../library/is-object.ts';
import { indexKey } from '../library/keys.ts';

const mostParts = 8;

/** Where the projects of a large index lie, in their order. */
export const partKeys: readonly string[] = Array.from(
  { length: mostParts },
  (_, number) => `${indexKey}:${number}`,
);

/** Where the index lies, or its parts. */
export const indexKeys: readonly string[] = [indexKey, ...partKeys];
export const isOfIndex = (key: string): boolean => indexKeys.includes(key);

/** How many parts this record of the index names; none if all of it is here, or if it is none. */
export function partsOf(index: unknown): number {
  const count = isObject(index) ? index.parts : 0;
  return Number.isInteger(count) && Number(count) <= mostParts ? Math.max(0, Number(count)) : 0;
}

/**
 * The index of what `splitIndex` made; `under`: the record under a key, `undefined` if there is none. If a part is missing or
 * is none, it is all that is there and no index: damage shows, and a repair puts it aside whole.
 */
export function joinIndex(under: (key: string) => unknown): unknown {
  const index = under(indexKey);
  const parts = partKeys.slice(0, partsOf(index)).map(under);
  if (!isObject(index) || parts.length === 0) return index;
  if (!parts.every(isObject)) return { ...index, parts: parts.map((part = null) => part) };
  const { parts: _, ...rest } = index;
  return { projects: Object.fromEntries(parts.flatMap((part) => Object.entries(part))), ...rest };
}

/** The records of a copy with its index as one. */
export function joinRecords(lying: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const index = joinIndex((key) => lying[key]);
  const others = Object.entries(lying).filter(([key]) => !isOfIndex(key));
  return Object.fromEntries(index === undefined ? others : [[indexKey, index], ...others]);
}
