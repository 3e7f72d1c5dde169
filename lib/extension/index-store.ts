import { indexKey } from '../library/keys.ts';
import { indexKeys, isOfIndex, joinIndex, joinRecords, partKeys, partsOf } from './index-parts.ts';
import { unpack } from './packed.ts';
import type { SavedParts } from './saved-parts.ts';

type Stored = Readonly<Record<string, unknown>>;

/** The index's records as last seen in the store, each taken apart when it is needed. */
const seen = new Map<string, { stored: unknown } | { record: unknown }>();
/** By key, which of the changes that were heard of was the last of it: what is read meanwhile may be older. */
const changedBy = new Map<string, number>();
let changes = 0;
/** What the background, which alone writes, knows of it. */
let saved: SavedParts | null = null;
export const keepTrackOf = (parts: SavedParts): void => {
  saved = parts;
};

export const isSeen = (key: string): boolean => seen.has(key);

function recordUnder(key: string): unknown {
  const found = seen.get(key);
  if (!found) return undefined;
  if ('record' in found) return found.record;
  const record = unpack(found.stored);
  seen.set(key, { record });
  return record;
}

function see(key: string, stored: unknown): void {
  if (stored === undefined) seen.delete(key);
  else seen.set(key, { stored });
}

/** The index as of the last change heard of, or the last read. */
export const seenIndex = (): unknown => joinIndex(recordUnder);

/** Nobody heard of changes until now: what was seen may be old. */
export function forgetIndex(): void {
  seen.clear();
  changedBy.clear();
}

/** Takes note of a change of the store. `isRemoved`: the index is, or a part that it names. */
export function seeChange(changed: Record<string, { newValue?: unknown }>): {
  isChanged: boolean;
  isRemoved: boolean;
} {
  const keys = Object.keys(changed).filter(isOfIndex);
  changes += 1;
  for (const key of keys) {
    see(key, changed[key]?.newValue);
    saved?.changed(key, changed[key]?.newValue);
    changedBy.set(key, changes);
  }
  const removed = keys.filter((key) => !seen.has(key));
  return { isChanged: keys.length > 0, isRemoved: removed.some(isNeeded) };
}

const isNeeded = (key: string): boolean =>
  key === indexKey || partKeys.indexOf(key) < partsOf(recordUnder(indexKey));

/** To read these keys: which are to be asked for, and what to make of the answer, `null` if there is none. */
export function askIndex(keys: readonly string[]): {
  keys: string[];
  answered(stored: Stored | null): Stored | null;
} {
  const asksAt = changes;
  const found = saved?.reading();
  const isNewer = (key: string) => (changedBy.get(key) ?? 0) > asksAt;
  return {
    keys: [...keys, ...partKeys],
    answered(stored) {
      if (!stored) {
        saved?.forget();
        return null;
      }
      for (const key of indexKeys) {
        if (isNewer(key)) continue;
        see(key, stored[key]);
        found?.(key, stored[key]);
      }
      // All as it was then. What is seen so is not taken apart again.
      const under = (key: string) => (isNewer(key) ? unpack(stored[key]) : recordUnder(key));
      return joinRecords({ ...stored, ...Object.fromEntries(indexKeys.map((key) => [key, under(key)])) });
    },
  };
}
