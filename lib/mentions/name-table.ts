import { isOneEditApart, shortestEdited } from './one-edit.ts';
import { skeleton, skeletonHash } from './skeleton.ts';

/** Finds, among many names, those that look like one and one that is an edit away. Names are lower-cased, without `_` and `-`. */
export interface NameTable<T> {
  sameLook(name: string): T[];
  oneEditApart(name: string): T | null;
}

/** Numbers of entries by a key, in chains: 50,000 small arrays would cost more than all else. */
interface Chains {
  add(key: number, entry: number): void;
  /** Newest first. */
  of(key: number): Iterable<number>;
}

function chains(size: number): Chains {
  const newest = new Map<number, number>();
  const older = new Int32Array(size);
  return {
    add(key, entry) {
      older[entry] = newest.get(key) ?? -1;
      newest.set(key, entry);
    },
    *of(key) {
      for (let entry = newest.get(key) ?? -1; entry >= 0; entry = older[entry] ?? -1) yield entry;
    },
  };
}

/** A length and two letters as a number; names of two that collide are only compared in vain. */
const keyOf = (length: number, first: number, second: number) => (length << 20) ^ (first << 10) ^ second;
const startOf = (name: string, length: number) => keyOf(length, name.charCodeAt(0), name.charCodeAt(1));
const endOf = (name: string, length: number) =>
  keyOf(length, name.charCodeAt(name.length - 2), name.charCodeAt(name.length - 1));

/**
 * A table of these names and what belongs to each. No single edit changes both the first two and the last two letters of
 * a name: by its length and either of them it is found.
 */
export function nameTable<T>(names: readonly string[], values: readonly T[]): NameTable<T> {
  const looks = chains(names.length);
  const starts = chains(names.length);
  const ends = chains(names.length);
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? '';
    looks.add(skeletonHash(name), at);
    if (name.length < shortestEdited) continue;
    starts.add(startOf(name, name.length), at);
    ends.add(endOf(name, name.length), at);
  }
  return {
    sameLook(name) {
      const look = skeleton(name);
      return [...looks.of(skeletonHash(name))]
        .filter((at) => skeleton(names[at] ?? '') === look)
        .map((at) => values[at] as T);
    },
    oneEditApart(name) {
      if (name.length < shortestEdited) return null;
      for (const length of [name.length, name.length + 1, name.length - 1])
        for (const near of [starts.of(startOf(name, length)), ends.of(endOf(name, length))])
          for (const at of near) if (isOneEditApart(name, names[at] ?? '')) return values[at] as T;
      return null;
    },
  };
}
