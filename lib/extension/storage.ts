import { browser } from 'wxt/browser';
import { baseKeys } from '../library/keys.ts';
import { parseBase } from '../library/parse.ts';
import { readLibrary as libraryFrom, type StoredLibrary } from '../library/read-library.ts';
import { libraryKeys } from '../library/records-read.ts';
import { done, failed, type Result } from '../library/result.ts';

const unreadable =
  'The browser could not read your library. Nothing was changed. Restart the browser; if this stays, export what is readable.';
const unwritable =
  'The browser could not save this. What was stored before is untouched. Free some disk space or restart the browser, then try again.';

/** Reads these keys. Absent keys are absent in the answer. Fails with `storage-failed`, never with defaults. */
export async function readRecords(keys: string[]): Promise<Result<Record<string, unknown>>> {
  try {
    // An answer of `undefined` is a failure of the browser's, not an empty store.
    const records: unknown = await browser.storage.local.get(keys);
    return isRecord(records) ? done(records) : failed('storage-failed', unreadable);
  } catch {
    return failed('storage-failed', unreadable);
  }
}

/**
 * Saves all of `set` in one atomic step, then removes `remove`. A removal that is lost leaves records that
 * nothing refers to. Only the writer may call this. Fails with `storage-failed`; then nothing was saved.
 */
export async function writeRecords(set: Record<string, unknown>, remove: string[]): Promise<Result<null>> {
  try {
    await browser.storage.local.set(set);
  } catch {
    return failed('storage-failed', unwritable);
  }
  if (remove.length > 0) await browser.storage.local.remove(remove).catch(() => undefined);
  return done(null);
}

/** The whole library, for export, dry runs and search. Fails as reading does, or with `damaged` and the place. */
export async function readLibrary(): Promise<Result<StoredLibrary>> {
  const stored = await readRecords(baseKeys);
  if (!stored.ok) return stored;
  const base = parseBase(stored.value);
  if (!base.ok) return base;
  const { index } = base.value;
  const projects = await readRecords(libraryKeys(index, {}));
  if (!projects.ok) return projects;
  const notes = await readRecords(libraryKeys(index, projects.value));
  return notes.ok ? libraryFrom(base.value, notes.value) : notes;
}

/** Follows every change of the store; a removed key comes as `undefined`. Answers a function that stops it. */
export function onRecordsChanged(listener: (changed: Record<string, unknown>) => void): () => void {
  const follow = (changes: Record<string, { newValue?: unknown }>) =>
    listener(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
  browser.storage.local.onChanged.addListener(follow);
  return () => browser.storage.local.onChanged.removeListener(follow);
}

/** Keeps content scripts out of the store where the browser can (Chromium): a second fence behind the messages. */
export async function fenceStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
