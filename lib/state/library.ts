import { create } from 'zustand';
import { onRecordsChanged, readRecords } from '../extension/storage.ts';
import { emptyBase } from '../library/empty.ts';
import { baseKeys, draftsKey, indexKey, operationsKey, settingsKey } from '../library/keys.ts';
import { lastImport } from '../library/operations.ts';
import { parseBase, type Records } from '../library/parse.ts';
import type { Failure } from '../library/result.ts';
import type { Drafts, Index, Settings } from '../library/schema.ts';

interface LibraryMirror {
  status: 'loading' | 'ready' | 'failed';
  failure: Failure | null;
  index: Index;
  settings: Settings;
  /** What was typed and not saved, by project id. */
  drafts: Drafts;
  /** The import that can be undone next. */
  lastImport: { op: string; importedAt: string } | null;
}

/** The library as every surface lists it: a mirror of storage, never written from here. */
export const useLibrary = create<LibraryMirror>(() => ({
  status: 'loading',
  failure: null,
  index: emptyBase.index,
  settings: emptyBase.settings,
  drafts: emptyBase.drafts,
  lastImport: null,
}));

const fail = (failure: Failure) => useLibrary.setState({ status: 'failed', failure });

/** Shows these records; what is shown of a record that is the same object as `before` stays the same object too. */
function show(records: Records, before: Records) {
  const base = parseBase(records);
  if (!base.ok) return fail(base.error);
  const { index, settings, drafts, operations } = base.value;
  const now = useLibrary.getState();
  const kept = (key: string) => now.status === 'ready' && records[key] === before[key];
  useLibrary.setState({
    status: 'ready',
    failure: null,
    index: kept(indexKey) ? now.index : index,
    settings: kept(settingsKey) ? now.settings : settings,
    drafts: kept(draftsKey) ? now.drafts : drafts,
    lastImport: kept(operationsKey) ? now.lastImport : lastImport(operations),
  });
}

let stop: (() => void) | null = null;

/**
 * Reads the mirror, then follows every change, once however often it is called; after a failure it reads anew. Answers a
 * function that stops it.
 */
export function startLibrary(): () => void {
  if (stop && useLibrary.getState().status !== 'failed') return () => stop?.();
  stop?.();
  let records: Records | null = null;
  // What changes while the first read is under way is newer than what that read answers.
  let newer: Records = {};
  let stopped = false;
  useLibrary.setState({ status: 'loading', failure: null });

  const unfollow = onRecordsChanged((changed) => {
    const ours = baseKeys.filter((key) => key in changed);
    if (ours.length === 0) return;
    newer = { ...newer, ...Object.fromEntries(ours.map((key) => [key, changed[key]])) };
    if (!records) return;
    const before = records;
    records = { ...records, ...newer };
    show(records, before);
  });
  stop = () => {
    stopped = true;
    stop = null;
    unfollow();
  };
  void readRecords(baseKeys).then((read) => {
    if (stopped) return;
    if (!read.ok) return fail(read.error);
    records = { ...read.value, ...newer };
    show(records, {});
  });
  return () => stop?.();
}
