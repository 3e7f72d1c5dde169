import type { Command } from './command.ts';
import { digestOf } from './digest.ts';
import type { Change, Edit } from './edit.ts';
import { openQuestionsOf } from './open-questions.ts';
import { mergedInto } from './operations.ts';
import { type Base, parseNote, parseProject, parseUndo, type Records } from './parse.ts';
import { later } from './project-edits.ts';
import { projectAlone, readNotes } from './read-library.ts';
import { newestFirst, withReturned } from './recent.ts';
import { done, failed, type Result } from './result.ts';
import type { Note, Project, StoredProject, Undo } from './schema.ts';
import { t } from './text.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** A project with all its notes, newest first. */
interface Whole {
  project: StoredProject;
  notes: Note[];
}

/**
 * Makes two projects again of what a merge made one. Each note goes back with what was written in it since. A project that changed
 * since keeps that, and is counted as `skipped`, as is a note that was moved on or deleted for ever. The project that was merged
 * away is made anew where the trash was emptied: what it said is written only here. Answers its id.
 */
export function undoMerge(
  command: Of<'undo-merge'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  const found = parseUndo(records, command.op);
  if (!found.ok) return found;
  const undo = found.value;
  const intoId = mergedInto(base.operations, command.op);
  const intoThen = undo?.projects.find(({ id }) => id === intoId);
  const fromThen = undo?.projects.find(({ id }) => id !== intoId);
  if (!undo || !intoThen?.before || !fromThen?.before) return failed('not-found', t('merge.undoneAlready'));
  const into = wholeIn(base, records, intoThen.id);
  if (!into.ok) return into;
  const from = wholeIn(base, records, fromThen.id);
  if (!from.ok) return from;

  const back = notesBack(undo, records, intoThen.id, fromThen.id, now);
  const isBack = new Set(back.map(({ before }) => before.id));
  const moved = back.map(({ after }) => after);
  const own = from.value?.notes ?? [];

  const projects: Change<StoredProject>[] = [];
  const intoSame = into.value !== null && isAsMerged(into.value.project, intoThen.after);
  if (into.value) {
    const { project, notes } = into.value;
    const staying = notes.filter(({ id }) => !isBack.has(id));
    projects.push({ before: project, after: withNotes(intoSame ? intoThen.before : project, staying) });
  }
  const fromNow = from.value?.project ?? null;
  const fromSame = fromNow === null || isAsMerged(fromNow, fromThen.after);
  projects.push({
    before: fromNow,
    // Their own order, which a wrong clock may have bent, counts for those that go back.
    after: withNotes(fromSame ? fromThen.before : outOfTrash(fromNow, now), newestFirst(moved, own)),
  });

  const cameIntoView = [...(isHidden(into.value) ? moved : []), ...(isHidden(from.value) ? own : [])].filter(
    ({ trashedAt }) => trashedAt === null,
  );
  return done({
    projects,
    notes: back,
    recent: withReturned(base.index, records, cameIntoView),
    undone: command.op,
    id: fromThen.id,
    skipped: undo.notes.length - back.length + (intoSame ? 0 : 1) + (fromSame ? 0 : 1),
  });
}

/** Null where the library has no such project any more. */
function wholeIn({ index }: Base, records: Records, id: string): Result<Whole | null> {
  if (!Object.hasOwn(index.projects, id)) return done(null);
  const project = parseProject(records, id);
  if (!project.ok) return project;
  const notes = readNotes(records, project.value.notes);
  return notes.ok ? done({ project: project.value, notes: notes.value }) : notes;
}

/** The notes that are still where the merge put them, in the order that they had before. */
function notesBack(undo: Undo, records: Records, into: string, from: string, now: string) {
  return undo.notes.flatMap(({ id, before, after }) => {
    const note = parseNote(records, id);
    if (!note.ok || note.value.projectId !== into || before === null) return [];
    const { value } = note;
    const changed = digestOf(value) !== after;
    return {
      before: value,
      after: changed ? { ...value, projectId: from, updatedAt: later(value.updatedAt, now) } : before,
    };
  });
}

const isAsMerged = (project: StoredProject, digest: string): boolean =>
  digestOf(projectAlone(project)) === digest;

const isHidden = (whole: Whole | null): boolean => whole !== null && whole.project.trashedAt !== null;

/** Notes that come back must not come back into the trash. */
const outOfTrash = (project: StoredProject, now: string): StoredProject =>
  project.trashedAt === null
    ? project
    : { ...project, trashedAt: null, updatedAt: later(project.updatedAt, now) };

const withNotes = (project: Project, notes: readonly Note[]): StoredProject => ({
  ...projectAlone(project),
  notes: notes.map(({ id }) => id),
  openQuestions: openQuestionsOf(notes),
});
