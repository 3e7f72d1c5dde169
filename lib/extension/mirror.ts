import { unwrap } from 'idb';
import type { MirrorSummary } from '../library/health.ts';
import { indexKey, manifestKey, operationsKey } from '../library/keys.ts';
import { abort, createDatabase, orNone, orNull } from './database.ts';
import { joinRecords, partKeys } from './index-parts.ts';
import { packAll, unpack } from './packed.ts';
import { createSavedParts } from './saved-parts.ts';
import type { Reading } from './storage.ts';

/** The second copy: records under the same keys as in `storage.local`, large ones as texts too, in a database of its own. */
const databaseName = 'underline-second-copy';
const records = 'records';
/** Marks that are no records: `filling`, while the copy is not complete. */
const marks = 'marks';

const saved = createSavedParts(() => true);

const database = createDatabase(databaseName, (db) => {
  // What lay in one before it is gone.
  saved.forget();
  db.createObjectStore(records);
  db.createObjectStore(marks);
});

/** What start-up needs to know; null if the browser can not say. */
export function readMirrorSummary(): Promise<MirrorSummary | null> {
  return orNull(async () => {
    const transaction = (await database()).transaction([records, marks]);
    const [count, manifest, operations, filling] = await Promise.all([
      transaction.objectStore(records).count(),
      transaction.objectStore(records).get(manifestKey) as Promise<unknown>,
      transaction.objectStore(records).get(operationsKey) as Promise<unknown>,
      transaction.objectStore(marks).get('filling') as Promise<unknown>,
    ]);
    return {
      empty: count === 0,
      manifest: unpack(manifest),
      operations: unpack(operations),
      filling: filling === true,
    };
  });
}

/** All keys, the index's as one; null if the browser can not say. */
export const readMirrorKeys = (): Promise<string[] | null> =>
  orNull(async () => {
    const keys = (await (await database()).getAllKeys(records)).map(String);
    return keys.filter((key) => !partKeys.includes(key));
  });

/** The records under these keys, or none if the browser can not read one of them. Absent ones are absent. */
export function readMirror(keys: readonly string[]): Promise<Reading> {
  const asksIndex = keys.includes(indexKey);
  const asked = asksIndex ? [...keys, ...partKeys] : keys;
  // Whoever asks may doubt the copy.
  if (asksIndex) saved.forget();
  return orNone(async () => {
    const store = (await database()).transaction(records).store;
    const values = await Promise.all(asked.map((key) => store.get(key) as Promise<unknown>));
    const found = Object.fromEntries(
      asked.flatMap((key, at) => (values[at] === undefined ? [] : [[key, unpack(values[at])]])),
    );
    return asksIndex ? joinRecords(found) : found;
  }, asked.length);
}

/** Writes in one atomic step, in the order asked; null if that failed or is late: it may still be done. `filling` sets or clears the mark. */
export function writeMirror(
  set: ReadonlyMap<string, unknown>,
  remove: Iterable<string>,
  filling?: boolean,
): Promise<true | null> {
  const { [indexKey]: index, ...others } = Object.fromEntries(set);
  return orNull(async () => {
    const transaction = (await database()).transaction([records, marks], 'readwrite');
    const split = index === undefined ? null : saved.write(index);
    // The browser's own: to wrap each request, and to hear of each, takes longer than the writing of thousands.
    const [store, marked] = [
      unwrap(transaction.objectStore(records)),
      unwrap(transaction.objectStore(marks)),
    ];
    const ask = async () => {
      for (const [key, record] of Object.entries({ ...packAll(others), ...split?.set }))
        store.put(record, key);
      for (const key of remove) store.delete(key);
      const [first] = split?.remove ?? [];
      if (first) store.delete(IDBKeyRange.bound(first, partKeys.at(-1)));
      if (filling !== undefined) marked.put(filling, 'filling');
    };
    try {
      // What fails of them aborts the transaction.
      await Promise.all([ask(), transaction.done]);
    } catch (error) {
      // What throws at once aborts nothing by itself.
      abort(transaction);
      throw error;
    }
    split?.written();
    return true as const;
  }, set.size);
}
