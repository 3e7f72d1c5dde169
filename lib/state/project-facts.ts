import { create } from 'zustand';
import { atMostEvery } from '../extension/at-most-every.ts';
import { onRecordsChanged, readRecords } from '../extension/storage.ts';
import { projectKey } from '../library/keys.ts';
import type { Facts, ProjectFacts } from '../library/library-list.ts';
import { parseProject, type Records } from '../library/parse.ts';
import { reportDamage } from './health.ts';
import { useLibrary } from './library.ts';

interface FactsMirror {
  /** Every project was looked at: what is not known by now can not be read. */
  ready: boolean;
  facts: Facts;
  /** How many projects' records are damaged or could not be read. */
  unread: number;
}

const unknown: FactsMirror = { ready: false, facts: new Map(), unread: 0 };

/** Of every project what only its own record tells. The index leaves it out, so that it stays small. */
export const useProjectFacts = create<FactsMirror>(() => unknown);

/** Records read at a time: few milliseconds of work, after which frames and keys have their turn. */
const batch = 200;
/** Changes that come so soon after one another, in milliseconds, are shown together. */
const showEveryMs = 100;

/** Reads the facts of all projects and follows their changes. Answers a function that stops it. */
export function followProjectFacts(): () => void {
  let facts = new Map<string, ProjectFacts>();
  let unread = new Set<string>();
  let turn = 0;
  let ready = false;
  const showing = atMostEvery(showEveryMs, () =>
    useProjectFacts.setState({ ready, facts: new Map(facts), unread: unread.size }),
  );

  const take = (records: Records, id: string) => {
    const project = parseProject(records, id);
    if (!project.ok) {
      facts.delete(id);
      unread.add(id);
      if (project.error.code === 'damaged') reportDamage();
      return;
    }
    const { openQuestions, createdAt } = project.value;
    facts.set(id, { openQuestions: openQuestions.length, createdAt });
    unread.delete(id);
  };
  const forget = (id: string) => {
    facts.delete(id);
    unread.delete(id);
  };
  const readAll = async () => {
    turn += 1;
    const mine = turn;
    facts = new Map();
    unread = new Set();
    ready = false;
    const ids = Object.keys(useLibrary.getState().index.projects);
    for (let from = 0; from < ids.length; from += batch) {
      const some = ids.slice(from, from + batch);
      const records = await readRecords(some.map(projectKey));
      if (mine !== turn) return;
      for (const id of some) {
        // A change that came meanwhile is newer.
        if (facts.has(id) || !(id in useLibrary.getState().index.projects)) continue;
        if (records.ok) take(records.value, id);
        else unread.add(id);
      }
      await new Promise((resolve) => setTimeout(resolve));
      if (mine !== turn) return;
    }
    ready = true;
    showing.ask();
  };

  const stopRecords = onRecordsChanged((changed) => {
    const prefix = projectKey('');
    const ids = Object.keys(changed).flatMap((key) =>
      key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
    );
    if (ids.length > batch) return void readAll();
    for (const id of ids) {
      // Deleted for ever: nothing is left to be read.
      if (changed[projectKey(id)] === undefined) forget(id);
      else take(changed, id);
    }
    if (ids.length > 0 && ready) showing.ask();
  });
  // What the index lists is known with the library.
  const stopLibrary = useLibrary.subscribe((now, before) => {
    if (now.status === 'ready' && before.status !== 'ready') void readAll();
  });
  if (useLibrary.getState().status === 'ready') void readAll();
  return () => {
    turn += 1;
    showing.stop();
    stopRecords();
    stopLibrary();
  };
}
