import { expect, type Page } from '@playwright/test';
import { partKeys } from '../../lib/extension/index-parts.ts';
import { damagedRecords } from '../../lib/library/full-check.ts';
import { indexOf } from '../../lib/library/index-of.ts';
import { baseKeys, quarantineKey } from '../../lib/library/keys.ts';
import { parseBase } from '../../lib/library/parse.ts';
import { keysNamedIn } from '../../lib/library/recovery-copy.ts';
import type { Note, StoredProject } from '../../lib/library/schema.ts';
import { recordsOf } from '../e2e/commands.ts';

/** What lies in the second copy, under which keys; empty if there is none. */
export const inMirror = (page: Page): Promise<Record<string, unknown>> => page.evaluate(inDatabase);

/** The second copy. */
export const mirrored = async (page: Page): Promise<Record<string, unknown>> =>
  recordsOf(await inMirror(page));

/** As it lies in its database. */
const inDatabase = async () => {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  if (!(await indexedDB.databases()).some(({ name }) => name === 'underline-second-copy')) return {};
  const db = await asked(indexedDB.open('underline-second-copy'));
  const store = db.transaction('records').objectStore('records');
  const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
  db.close();
  return Object.fromEntries(keys.map((key, at) => [String(key), values[at]]));
};

/** Puts these records into the second copy; `undefined` removes one. */
export const mutateMirror = (page: Page, records: Record<string, unknown>): Promise<void> =>
  page.evaluate(
    (changes) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('underline-second-copy');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite');
          for (const [key, record] of Object.entries(changes))
            transaction.objectStore('records').put(record, key);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    records,
  );

export const notesIn = (records: Record<string, unknown>): Note[] =>
  Object.entries(records).flatMap(([key, record]) => (key.startsWith('note:') ? [record as Note] : []));

const projectsIn = (records: Record<string, unknown>): StoredProject[] =>
  Object.entries(records).flatMap(([key, record]) =>
    key.startsWith('project:') ? [record as StoredProject] : [],
  );

/** The store as the library's own lists name it: all at once it can not be read where one block is damaged. */
async function storedByKey(page: Page): Promise<Record<string, unknown>> {
  let records: Record<string, unknown> = {};
  for (let keys = [...baseKeys, ...partKeys, quarantineKey]; keys.length > 0; ) {
    const some = await page.evaluate((asked) => chrome.storage.local.get(asked), keys);
    records = { ...records, ...recordsOf(some) };
    const read = records;
    keys = keysNamedIn(records).filter((key) => !(key in read));
  }
  return records;
}

/** Index = records = manifest; answers the whole store. */
export async function expectWhole(page: Page): Promise<Record<string, unknown>> {
  const records = await storedByKey(page);
  const base = parseBase(records);
  if (!base.ok) throw new Error(base.error.message);
  expect(damagedRecords(base.value, records), 'records that are not as the manifest says').toBe(0);
  const derived = indexOf(projectsIn(records), notesIn(records));
  expect(base.value.index.projects).toEqual(derived.projects);
  expect(notesIn(records)).toHaveLength(base.value.manifest.counts.notes);
  return records;
}

/** The second copy holds what the store holds, as soon as it had the time. */
export async function expectMirrored(page: Page, within = { timeout: 20_000 }): Promise<void> {
  await expect(async () => {
    expect(sorted(await mirrored(page))).toEqual(sorted(await storedByKey(page)));
  }).toPass(within);
}

const sorted = (records: Record<string, unknown>): unknown =>
  Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1));
