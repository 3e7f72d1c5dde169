import { baseKeys, manifestKey } from '../library/keys.ts';
import { parseBase } from '../library/parse.ts';
import { readLibrary as libraryFrom, type StoredLibrary } from '../library/read-library.ts';
import { libraryKeys } from '../library/records-read.ts';
import { cancelled, done, failed, type Result } from '../library/result.ts';
import { t } from '../library/text.ts';
import { readRecords } from './storage.ts';

/** Somebody who waits for long work: hears how far it is, and can end it. */
export interface Watch {
  signal: AbortSignal;
  onProgress: (done: number, of: number) => void;
}

/** Records that are read at once while somebody watches. */
const together = 2_000;
/** How often a library is read anew that changes while it is read. */
const mostRounds = 3;

/**
 * The whole library, for export and dry runs, as it was at one moment. Fails as reading does, with `damaged` and the
 * place, with `changed-meanwhile`, or with `cancelled`.
 */
export async function readLibrary(watch?: Watch): Promise<Result<StoredLibrary>> {
  for (let round = 1; ; round += 1) {
    const stored = await readRecords(baseKeys);
    if (!stored.ok) return stored;
    const base = parseBase(stored.value);
    if (!base.ok) return base;
    const { index, manifest } = base.value;
    const projects = await readWatched(libraryKeys(index, {}));
    if (!projects.ok) return projects;
    const keys = libraryKeys(index, projects.value).filter((key) => !(key in projects.value));
    const notes = await readWatched(keys, watch);
    if (!notes.ok) return notes;
    const after = await readRecords([manifestKey]);
    if (!after.ok) return after;
    const same = Reflect.get(Object(after.value[manifestKey]), 'generation') === manifest.generation;
    if (same || manifest.generation === 0)
      return libraryFrom(base.value, { ...projects.value, ...notes.value });
    if (round === mostRounds) return changedMeanwhile();
  }
}

const changedMeanwhile = () => failed('changed-meanwhile', t('lib.changed.again'));

async function readWatched(keys: string[], watch?: Watch): Promise<Result<Record<string, unknown>>> {
  if (!watch) return readRecords(keys);
  const all: [string, unknown][] = [];
  for (let at = 0; at < keys.length; at += together) {
    watch.onProgress(at, keys.length);
    const some = await readRecords(keys.slice(at, at + together));
    if (watch.signal.aborted) return cancelled();
    if (!some.ok) return some;
    for (const entry of Object.entries(some.value)) all.push(entry);
  }
  return done(Object.fromEntries(all));
}
