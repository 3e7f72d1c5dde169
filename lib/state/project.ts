import { create } from 'zustand';
import { onRecordsChanged, readRecords } from '../extension/storage.ts';
import { noteKey, projectKey } from '../library/keys.ts';
import { parseProject } from '../library/parse.ts';
import type { Failure } from '../library/result.ts';
import type { Note, StoredProject } from '../library/schema.ts';
import { reportDamage } from './health.ts';
import { useLibrary } from './library.ts';
import { type ReadNotes, readNotes } from './read-notes.ts';

/** More open questions than anybody keeps in mind; the others stand among the notes. */
const mostQuestions = 50;
/** The oldest notes that are looked at for one that is not in the trash. */
const oldest = 5;

/** How many notes are read at first, and again for each "more": with project and question a card reads 20 records. */
const page = 18;

interface ProjectMirror extends ReadNotes {
  /** `gone`: there is no such project, or it is in the trash. */
  status: 'loading' | 'ready' | 'gone' | 'failed';
  failure: Failure | null;
  project: StoredProject | null;
  /** The open question that was asked first of all, among the notes shown or not. */
  question: Note | null;
  /** All open questions, oldest first, and the oldest note, where the whole project is followed. */
  questions: Note[];
  first: Note | null;
}

const loading: ProjectMirror = {
  status: 'loading',
  failure: null,
  project: null,
  question: null,
  questions: [],
  first: null,
  notes: [],
  unreadable: 0,
  more: false,
};

/** One project in full with its newest notes; a surface shows one at a time. */
export const useProject = create<ProjectMirror>(() => loading);

let wanted = page;
let refresh: () => Promise<void> = async () => undefined;

async function readProject(id: string, whole: boolean): Promise<ProjectMirror> {
  const stored = await readRecords([projectKey(id)]);
  if (!stored.ok) return { ...loading, status: 'failed', failure: stored.error };
  if (stored.value[projectKey(id)] === undefined) return { ...loading, status: 'gone' };
  const project = parseProject(stored.value, id);
  if (!project.ok) return { ...loading, status: 'failed', failure: project.error };
  if (project.value.trashedAt !== null) return { ...loading, status: 'gone' };
  const alive = useLibrary.getState().index.projects[id]?.notes;
  const notes = await readNotes(project.value.notes, wanted, alive);
  if (!notes.ok) return { ...loading, status: 'failed', failure: notes.error };
  const asked = whole ? mostQuestions : 1;
  const questions = await readNotes(project.value.openQuestions.slice(0, asked), asked);
  if (!questions.ok) return { ...loading, status: 'failed', failure: questions.error };
  const first = whole && notes.value.more ? await readNotes(project.value.notes.toReversed(), oldest) : notes;
  if (!first.ok) return { ...loading, status: 'failed', failure: first.error };
  return {
    status: 'ready',
    failure: null,
    project: project.value,
    ...notes.value,
    question: questions.value.notes[0] ?? null,
    questions: questions.value.notes,
    first: (first === notes ? notes.value.notes.at(-1) : first.value.notes[0]) ?? null,
    // A damaged question is said even where it is not among the newest notes, and counted once where it is.
    unreadable: Math.max(notes.value.unreadable, questions.value.unreadable, first.value.unreadable),
  };
}

/**
 * Shows this project and follows its changes and its notes'; `whole`: with all its open questions and its oldest note.
 * Answers a function that stops it.
 */
export function followProject(id: string, whole = false): () => void {
  let latest = 0;
  wanted = page;
  useProject.setState(loading);

  const load = async () => {
    latest += 1;
    const mine = latest;
    const mirror = await readProject(id, whole);
    // A newer read is under way, or another project is shown by now.
    if (mine !== latest) return;
    if (mirror.failure?.code === 'damaged') reportDamage();
    // What is shown stays, with what is typed in it.
    const stays = mirror.status === 'failed' && useProject.getState().project !== null;
    useProject.setState(stays ? { failure: mirror.failure } : mirror);
  };
  const stop = onRecordsChanged((changed) => {
    const notes = useProject.getState().project?.notes ?? [];
    if (projectKey(id) in changed || notes.some((note) => noteKey(note) in changed)) void load();
  });
  refresh = load;
  void load();
  return () => {
    latest += 1;
    stop();
  };
}

/** Reads the shown project once more. */
export const readAgain = (): Promise<void> => refresh();

/** Reads 18 more of the shown project's notes. */
export function showMoreNotes(): Promise<void> {
  wanted += page;
  return refresh();
}
