import { browser } from 'wxt/browser';
import { isObject } from '../library/is-object.ts';
import { indexKey } from '../library/keys.ts';
import { done, failed, type Result } from '../library/result.ts';
import { t } from '../library/text.ts';
import { inTime, type NoAnswer } from './in-time.ts';
import { isOfIndex, partKeys } from './index-parts.ts';
import { askIndex, forgetIndex, seeChange, seenIndex } from './index-store.ts';
import { unpack, unpackAll } from './packed.ts';

/** How long a read may take before it is asked again, in milliseconds, and for each key in it. */
const patienceMs = 3_000;
const patienceEachMs = 1;

/** How long is waited before each further try, in milliseconds. */
const readAgain = [50, 250];

/** What came of a read: the records that are there, or why there is no answer. */
export type Reading = Record<string, unknown> | NoAnswer;

/** Who hears of changes. Where nobody did, what was seen of the index may be old. */
const followers = new Set<unknown>();

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads these keys. Absent keys are absent in the answer. Fails with `storage-failed`, never with defaults. */
export async function readRecords(keys: string[]): Promise<Result<Record<string, unknown>>> {
  const reading = await readAgainAndAgain(keys);
  return typeof reading === 'string' ? notRead() : done(reading);
}

/** What is said where the store gives no answer. */
export const notRead = () => failed('storage-failed', t('lib.store.unreadable'));

/** As `readRecords`, telling why there is no answer. */
export async function readAgainAndAgain(keys: string[]): Promise<Reading> {
  let given = 0;
  for (const wait of [0, ...readAgain]) {
    if (wait > 0) await pause(wait);
    const reading = await tryRead(keys);
    if (typeof reading !== 'string') return reading;
    // A browser that hangs is given less time than one that refuses: somebody waits. Not by the clock, by which a busy machine hangs.
    if (reading === 'late') given += patienceFor(keys);
    if (given > 1.5 * patienceMs) return 'late';
  }
  return 'refused';
}

/** Null where the browser refuses, does not answer, or answers `undefined`: none of them is an empty store. */
export async function readOnce(keys: string[]): Promise<Record<string, unknown> | null> {
  const records = await tryRead(keys);
  return typeof records === 'string' ? null : records;
}

/** As `readOnce`, telling why there is no answer. */
export async function tryRead(keys: string[]): Promise<Reading> {
  const asked = keys.includes(indexKey) ? askIndex(keys) : null;
  const wanted = asked?.keys ?? keys;
  const stored: unknown = await inTime(() => browser.storage.local.get(wanted), patienceFor(wanted));
  const found = isObject(stored) ? stored : null;
  const records = asked ? asked.answered(found) : found;
  if (stored === 'late') return 'late';
  return records ? unpackAll(records) : 'refused';
}

const patienceFor = (keys: string[]): number => patienceMs + keys.length * patienceEachMs;

/** All keys of the store, the index's as one; null where the browser does not answer, none where it can not list them. No value is read. */
export async function listKeys(): Promise<string[] | null> {
  if (!browser.storage.local.getKeys) return [];
  const keys: unknown = await inTime(() => browser.storage.local.getKeys(), patienceMs);
  return Array.isArray(keys) ? keys.filter((key) => !partKeys.includes(key)) : null;
}

/**
 * Follows every change of the store; a removed key comes as `undefined`, and is `removed`. A record is made of its text when
 * it is looked at: few who hear of a change want all of it. The index is then as last heard of, whole if it was read before.
 * Answers a function that stops it.
 */
export function onRecordsChanged(
  listener: (changed: Record<string, unknown>, removed: ReadonlySet<string>) => void,
): () => void {
  const follow = (changes: Record<string, { newValue?: unknown }>) => {
    const index = seeChange(changes);
    const entries = Object.entries(changes).filter(([key]) => !isOfIndex(key));
    const records = entries.map(([key, { newValue }]) => [key, () => unpack(newValue)] as const);
    if (index.isChanged) records.push([indexKey, seenIndex]);
    const changed = Object.fromEntries(records.map(([key, get]) => [key, { enumerable: true, get }]));
    const removed = entries.filter(([, { newValue }]) => newValue === undefined).map(([key]) => key);
    listener(
      Object.defineProperties({}, changed),
      new Set(index.isRemoved ? [...removed, indexKey] : removed),
    );
  };
  if (followers.size === 0) forgetIndex();
  followers.add(follow);
  browser.storage.local.onChanged.addListener(follow);
  return () => {
    followers.delete(follow);
    browser.storage.local.onChanged.removeListener(follow);
  };
}

/** Keeps content scripts out of the store where the browser can (Chromium): a second fence behind the messages. */
export async function fenceStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
