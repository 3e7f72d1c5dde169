import { create } from 'zustand';
import { onRecordsChanged, readRecords } from '../extension/storage.ts';
import { isIndex } from '../library/is-index.ts';
import { indexKey, noteKey, projectKey } from '../library/keys.ts';
import { parseNote, parseProject, type Records } from '../library/parse.ts';
import type { Failure } from '../library/result.ts';
import type { Index } from '../library/schema.ts';
import { createSearch, type Hits, type Search } from '../library/search.ts';
import { useLibrary } from './library.ts';

interface SearchMirror {
  /** `reading`: what was read so far is found already. */
  status: 'idle' | 'reading' | 'ready' | 'failed';
  /** Why nothing could be read, or of a damaged project what is damaged; what is readable is found all the same. */
  failure: Failure | null;
  /** Notes that could not be read. */
  unreadable: number;
  /** What was found before may be another by now: asks again. */
  version: number;
}

const idle: SearchMirror = { status: 'idle', failure: null, unreadable: 0, version: 0 };

/** How far the search is. */
export const useSearch = create<SearchMirror>(() => idle);

/** Records read at a time: few milliseconds of work, after which a key stroke has its turn. */
const batch = 200;
/** Projects taken from the index at a time; nothing has to be read for these. */
const namesAtOnce = 500;
/** How often hits are looked up anew while notes are being read, in milliseconds. */
const refreshMs = 250;
/** What changes more records at once is read anew, rather than put in at one go. */
const atOnce = 1_000;

let search: Search | null = null;
let stop: () => void = () => undefined;

/** What a query finds among all that was read so far. */
export const findInLibrary = (query: string): Hits =>
  search?.find(query) ?? { count: 0, at: () => undefined };

/**
 * Reads the library into the search, names first, in steps that no key stroke waits for, and follows every change from
 * then on. Once, however often it is called; after a failure again.
 */
export function prepareSearch(): void {
  const { status } = useSearch.getState();
  if (status === 'idle' || status === 'failed') void read();
}

async function read({ projects: all }: Index = useLibrary.getState().index): Promise<void> {
  stop();
  const made = createSearch();
  search = made;
  /** What changed since the reading began is newer than what is read. */
  const changedSince = new Set<string>();
  let stopped = false;
  const unfollow = onRecordsChanged((changed) => {
    const keys = Object.keys(changed).filter((key) => idOf(key) !== null);
    if (keys.length === 0) return;
    if (keys.length > atOnce) {
      // The index of that change: what the library shows may follow only in a moment.
      const { [indexKey]: index } = changed;
      return void read(isIndex(index) ? index : undefined);
    }
    for (const key of keys) {
      changedSince.add(key);
      put(made, key, changed);
    }
    refresh();
  });
  stop = () => {
    stopped = true;
    unfollow();
  };
  useSearch.setState(({ version }) => ({ ...idle, status: 'reading', version: version + 1 }));

  const projects = Object.entries(all);
  for (let from = 0; from < projects.length; from += namesAtOnce) {
    for (const [id, entry] of projects.slice(from, from + namesAtOnce))
      if (!changedSince.has(projectKey(id))) made.putProject({ ...entry, id });
    if (from === 0) refresh();
    await keyStrokes();
    if (stopped) return;
  }
  refresh();

  const notes: string[] = [];
  let shownAt = performance.now();
  let unreadable = 0;
  let failure: Failure | null = null;
  const problem = await inBatches(
    projects.map(([id]) => id),
    projectKey,
    (records, id) => {
      const project = parseProject(records, id);
      if (!project.ok) {
        failure ??= project.error;
        return;
      }
      notes.push(...project.value.notes);
      if (!changedSince.has(projectKey(id))) made.addThesis(id, project.value.thesis);
    },
  );
  const trouble =
    problem ??
    (await inBatches(notes, noteKey, (records, id) => {
      if (changedSince.has(noteKey(id))) return;
      const note = parseNote(records, id);
      if (note.ok) made.putNote(note.value);
      else unreadable += 1;
    }));
  if (stopped) return;
  if (trouble)
    useSearch.setState(({ version }) => ({ ...idle, status: 'failed', failure: trouble, version }));
  else useSearch.setState(({ version }) => ({ status: 'ready', failure, unreadable, version: version + 1 }));

  /** Answers the failure of reading, if any. The next records are on their way while these are taken in. */
  async function inBatches(
    ids: string[],
    keyOf: (id: string) => string,
    take: (records: Records, id: string) => void,
  ): Promise<Failure | null> {
    const ask = (from: number) => readRecords(ids.slice(from, from + batch).map(keyOf));
    let asked = ask(0);
    for (let from = 0; from < ids.length && !stopped; from += batch) {
      const records = await asked;
      asked = ask(from + batch);
      if (!records.ok) return records.error;
      for (const id of ids.slice(from, from + batch)) take(records.value, id);
      if (performance.now() - shownAt < refreshMs) continue;
      shownAt = performance.now();
      refresh();
    }
    return null;
  }
}

const refresh = (): void => useSearch.setState(({ version }) => ({ version: version + 1 }));

/** Lets what the user typed meanwhile go first. */
const keyStrokes = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Puts in what the store has under this key now; a record that is gone or does not parse is found no more. */
function put(into: Search, key: string, changed: Records): void {
  const id = idOf(key) ?? '';
  if (key === projectKey(id)) {
    const project = parseProject(changed, id);
    if (project.ok) into.putProject(project.value);
    else into.removeProject(id);
  } else {
    const note = parseNote(changed, id);
    if (note.ok) into.putNote(note.value);
    else into.removeNote(id);
  }
}

/** The id in the key of a project or a note; null in any other. */
function idOf(key: string): string | null {
  for (const keyOf of [projectKey, noteKey])
    if (key.startsWith(keyOf(''))) return key.slice(keyOf('').length);
  return null;
}
