import { create } from 'zustand';
import { onRecordsChanged } from '../extension/storage.ts';
import { noteKey } from '../library/keys.ts';
import type { Failure } from '../library/result.ts';
import { useLibrary } from './library.ts';
import { type ReadNotes, readNotes } from './read-notes.ts';

interface RecentMirror extends ReadNotes {
  status: 'loading' | 'ready' | 'failed';
  failure: Failure | null;
}

/** The newest notes of the whole library, newest first. */
export const useRecent = create<RecentMirror>(() => ({
  status: 'loading',
  failure: null,
  notes: [],
  unreadable: 0,
  more: false,
}));

/** Reads the notes that the index calls recent, and follows both. Answers a function that stops it. */
export function followRecent(): () => void {
  let latest = 0;
  const load = async () => {
    const { status, index } = useLibrary.getState();
    if (status !== 'ready') return;
    latest += 1;
    const mine = latest;
    const read = await readNotes(index.recent, index.recent.length);
    if (mine !== latest) return;
    useRecent.setState(
      read.ok ? { status: 'ready', failure: null, ...read.value } : { status: 'failed', failure: read.error },
    );
  };
  const stopIndex = useLibrary.subscribe((now, before) => {
    if (now.index.recent.join() !== before.index.recent.join() || now.status !== before.status) void load();
  });
  const stopNotes = onRecordsChanged((changed) => {
    if (useLibrary.getState().index.recent.some((id) => noteKey(id) in changed)) void load();
  });
  void load();
  return () => {
    latest += 1;
    stopIndex();
    stopNotes();
  };
}
