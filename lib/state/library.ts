import { create } from 'zustand';
import { atMostEvery } from '../extension/at-most-every.ts';
import { onRecordsChanged, readRecords } from '../extension/storage.ts';
import { emptyBase } from '../library/empty.ts';
import { isEmpty, problemWords, stopsSaving } from '../library/health.ts';
import { baseKeys, draftsKey, indexKey, manifestKey, operationsKey, settingsKey } from '../library/keys.ts';
import { sinceExport } from '../library/manifest.ts';
import { olderThanKnown } from '../library/migrate.ts';
import { lastImport, lastMerge, type Undoable } from '../library/operations.ts';
import { parseBase, type Records } from '../library/parse.ts';
import { type Failure, failed } from '../library/result.ts';
import type { Drafts, Index, Manifest, Settings } from '../library/schema.ts';
import { t } from '../library/text.ts';
import { followHealth, refreshHealth, reportDamage, useHealth } from './health.ts';

interface LibraryMirror {
  status: 'loading' | 'ready' | 'failed';
  failure: Failure | null;
  /** It was ready once: what is shown since then stays, with what is typed in it, whatever fails. */
  shown: boolean;
  index: Index;
  settings: Settings;
  /** How many there are, those in the trash too. */
  counts: Manifest['counts'];
  /** What was typed and not saved, by editor. */
  drafts: Drafts;
  /** The import that can be undone next. */
  lastImport: Undoable | null;
  /** The merge that can be undone next, and into which project it was. */
  lastMerge: (Undoable & { into: string }) | null;
  /** What was saved since the last export, and when that was. */
  sinceExport: { changes: number; at: string | null };
}

/** The library as every surface lists it: a mirror of storage, never written from here. */
export const useLibrary = create<LibraryMirror>(() => ({
  status: 'loading',
  failure: null,
  shown: false,
  index: emptyBase.index,
  settings: emptyBase.settings,
  counts: emptyBase.manifest.counts,
  drafts: emptyBase.drafts,
  lastImport: null,
  lastMerge: null,
  sinceExport: { changes: 0, at: null },
}));

const fail = (failure: Failure) => useLibrary.setState({ status: 'failed', failure });

/** Shows these records; what is shown of a record that is the same object as `before` stays the same object too. */
function show(records: Records, before: Records) {
  const base = parseBase(records);
  if (!base.ok) {
    // The background may still know the library from before that happened.
    if (base.error.code === 'damaged') reportDamage();
    return fail(base.error);
  }
  const { index, settings, drafts, operations, manifest } = base.value;
  const now = useLibrary.getState();
  const kept = (key: string) => now.status === 'ready' && records[key] === before[key];
  useLibrary.setState({
    status: 'ready',
    failure: null,
    shown: true,
    index: kept(indexKey) ? now.index : index,
    settings: kept(settingsKey) ? now.settings : settings,
    counts: kept(manifestKey) ? now.counts : manifest.counts,
    drafts: kept(draftsKey) ? now.drafts : drafts,
    lastImport: kept(operationsKey) ? now.lastImport : lastImport(operations),
    lastMerge: kept(operationsKey) ? now.lastMerge : lastMerge(operations),
    sinceExport: kept(manifestKey) ? now.sinceExport : sinceExport(manifest),
  });
}

/**
 * An empty store is an empty library only if the background says so: it may be a lost one. And one of an earlier
 * version is brought along by the background before it answers.
 */
async function askStore(): Promise<Failure | null> {
  const health = await refreshHealth();
  if (!health) return unanswered().error;
  const { problem } = health;
  if (!problem || !stopsSaving(problem)) return null;
  return { code: 'damaged', message: t('lib.problem.asFailure', { ...problemWords(problem) }) };
}

const unanswered = () => failed('unreachable', t('lib.answer.library'));

/** Saves that come so soon after one another, in milliseconds, are shown together: each of many surfaces looks at all of them. */
const showEveryMs = 100;

let stop: (() => void) | null = null;

/**
 * Reads the mirror, then follows every change, once however often it is called; after a failure it reads anew. Answers a
 * function that stops it.
 */
export function startLibrary(): () => void {
  if (stop && useLibrary.getState().status !== 'failed') return () => stop?.();
  stop?.();
  let records: Records | null = null;
  // What changes while the first read is under way is newer than what that read answers. By key, looked at when it is shown.
  const newer = new Map<string, Records>();
  let stopped = false;
  useLibrary.setState({ status: 'loading', failure: null });
  const stopHealth = followHealth();
  const showNow = async (now: Records, before: Records) => {
    const older = olderThanKnown(now[manifestKey]);
    const failure = older || isEmpty(now) ? await askStore() : null;
    if (stopped || records !== now) return;
    if (failure) fail(failure);
    // Brought along, it comes as a change.
    else if (!older) show(now, before);
  };

  const unfollow = onRecordsChanged((changed) => {
    const ours = baseKeys.filter((key) => key in changed);
    if (ours.length === 0) return;
    for (const key of ours) newer.set(key, changed);
    if (records) showing.ask();
  });
  const showing = atMostEvery(showEveryMs, () => {
    const before = records ?? {};
    const changed = [...newer].map(([key, change]) => [key, change[key]] as const);
    records = { ...before, ...Object.fromEntries(changed) };
    newer.clear();
    void showNow(records, before);
  });
  // A library that became whole behind an empty store, or the other way round.
  const unfollowHealth = useHealth.subscribe((now, before) => {
    if (now.health !== before.health && records && isEmpty(records)) void showNow(records, {});
  });
  stop = () => {
    stopped = true;
    showing.stop();
    stopHealth();
    unfollowHealth();
    stop = null;
    unfollow();
  };
  void readRecords(baseKeys).then((read) => {
    if (stopped) return;
    if (!read.ok) return fail(read.error);
    records = read.value;
    showing.ask();
  });
  return () => stop?.();
}
