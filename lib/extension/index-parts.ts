import { isObject } from '../library/is-object.ts';
import { indexKey } from '../library/keys.ts';

/** Up to so many projects the index is one record. */
const mostWhole = 1_000;
const mostParts = 8;
/** Parts are of a multiple of so many projects: one more moves others to another part only now and then. */
const step = 64;

/** Where the projects of a large index lie, in their order. */
export const partKeys: readonly string[] = Array.from(
  { length: mostParts },
  (_, number) => `${indexKey}:${number}`,
);

/** Where the index lies, or its parts. */
export const indexKeys: readonly string[] = [indexKey, ...partKeys];
export const isOfIndex = (key: string): boolean => indexKeys.includes(key);

/** By index: both copies are given the same parts, so that each is made a text once. */
const made = new WeakMap<object, Record<string, unknown>>();

/**
 * The index as it lies in a copy: that of many projects without them under its own key, and they in at most eight parts
 * (docs/decisions/0029). A project that changes changes one part, a new one the last.
 */
export function splitIndex(index: unknown): Record<string, unknown> {
  const projects = isObject(index) && isObject(index.projects) ? Object.entries(index.projects) : [];
  if (!isObject(index) || projects.length <= mostWhole) return { [indexKey]: index };
  const before = made.get(index);
  if (before) return before;
  const each = Math.ceil(projects.length / mostParts / step) * step;
  const parts = Array.from({ length: Math.ceil(projects.length / each) }, (_, number) =>
    Object.fromEntries(projects.slice(number * each, (number + 1) * each)),
  );
  const { projects: _, ...rest } = index;
  const split = {
    [indexKey]: { ...rest, parts: parts.length },
    ...Object.fromEntries(parts.map((part, number) => [partKeys[number], part])),
  };
  made.set(index, split);
  return split;
}

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
