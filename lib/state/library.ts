import { create } from 'zustand';
import { onRecordsChanged, readRecords } from '../extension/storage.ts';
import { emptyBase } from '../library/empty.ts';
import { baseKeys } from '../library/keys.ts';
import { parseBase, type Records } from '../library/parse.ts';
import type { Failure, Result } from '../library/result.ts';
import type { Drafts, Index, Settings } from '../library/schema.ts';

interface LibraryMirror {
  status: 'loading' | 'ready' | 'failed';
  failure: Failure | null;
  index: Index;
  settings: Settings;
  /** What was typed and not saved, by project id. */
  drafts: Drafts;
}

/** The library as every surface lists it: a mirror of storage, never written from here. */
export const useLibrary = create<LibraryMirror>(() => ({
  status: 'loading',
  failure: null,
  index: emptyBase.index,
  settings: emptyBase.settings,
  drafts: emptyBase.drafts,
}));

const show = (read: Result<Records>) => {
  const base = read.ok ? parseBase(read.value) : read;
  if (!base.ok) return useLibrary.setState({ status: 'failed', failure: base.error });
  const { index, settings, drafts } = base.value;
  useLibrary.setState({ status: 'ready', failure: null, index, settings, drafts });
};

let stop: () => void = () => undefined;

/** Reads the mirror, then follows every change, once however often it is called. Answers a function that stops it. */
export function startLibrary(): () => void {
  stop();
  let records: Records | null = null;
  // What changes while the first read is under way is newer than what that read answers.
  let newer: Records = {};
  let stopped = false;
  useLibrary.setState({ status: 'loading', failure: null });

  const unfollow = onRecordsChanged((changed) => {
    const ours = baseKeys.filter((key) => key in changed);
    if (ours.length === 0) return;
    newer = { ...newer, ...Object.fromEntries(ours.map((key) => [key, changed[key]])) };
    if (records) show({ ok: true, value: { ...records, ...newer } });
  });
  stop = () => {
    stopped = true;
    unfollow();
  };
  void readRecords(baseKeys).then((read) => {
    if (stopped) return;
    if (!read.ok) return show(read);
    records = read.value;
    show({ ok: true, value: { ...records, ...newer } });
  });
  return () => stop();
}
