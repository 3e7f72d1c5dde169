import { isObject } from '../library/is-object.ts';
import { indexKey } from '../library/keys.ts';
import { partKeys } from './index-parts.ts';

/** Up to so many projects the index is one record. */
const mostWhole = 1_000;
/** Parts are of a multiple of so many projects: one more moves others to another part only now and then. */
const step = 64;

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
  const each = Math.ceil(projects.length / partKeys.length / step) * step;
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
