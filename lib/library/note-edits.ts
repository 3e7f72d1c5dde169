import type { Command } from './command.ts';
import { damaged } from './damaged.ts';
import { sameContent } from './digest.ts';
import { draftsWith } from './drafts.ts';
import { withEarlier } from './earlier-wordings.ts';
import type { Edit } from './edit.ts';
import { noteKey } from './keys.ts';
import { mostNotes, tooManyNotes } from './limits.ts';
import { withQuestion } from './open-questions.ts';
import { type Base, parseNote, parseProject, type Records } from './parse.ts';
import { inTrash, later, projectNotInTrash } from './project-edits.ts';
import { withAdded, withoutLeaving, withReturned } from './recent.ts';
import { done, failed, type Result } from './result.ts';
import type { Note, StoredProject } from './schema.ts';
import { t } from './text.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Adds a note under a new id and clears the draft about its project. */
export function addNote(
  command: Of<'add-note'>,
  base: Base,
  records: Records,
  id: string,
  now: string,
): Result<Edit> {
  const { projectId, kind, body, source } = command;
  const found = projectNotInTrash(base, records, projectId);
  if (!found.ok) return found;
  const { value: project } = found;
  const wanted = base.manifest.counts.notes + 1;
  if (wanted > mostNotes) return tooManyNotes(wanted);
  const note: Note = { id, projectId, kind, body, source, createdAt: now, updatedAt: now, trashedAt: null };
  return done({
    notes: [{ before: null, after: note }],
    projects: [{ before: project, after: withQuestion({ ...project, notes: [id, ...project.notes] }, note) }],
    recent: withAdded(base.index.recent, id),
    drafts: draftsWith(command, base),
    id,
  });
}

/** Changes kind and wording, and clears the draft of it. */
export function editNote(command: Of<'edit-note'>, base: Base, records: Records, now: string): Result<Edit> {
  const found = noteKept(base, records, command.id);
  if (!found.ok) return found;
  const { note, project } = found.value;
  if (project.trashedAt !== null) return inTrash(project.name);
  if (note.trashedAt !== null) return failed('not-found', t('lib.unknown.noteInTrash'));
  const { kind, body } = command;
  const drafts = draftsWith(command, base);
  if (sameContent({ kind, body }, { kind: note.kind, body: note.body })) return done({ id: note.id, drafts });
  const earlier = withEarlier(note, { kind, body }, now);
  return done({ ...change(project, note, { ...note, kind, body, earlier }, now), drafts });
}

/** Moves a note to the trash. */
export function trashNote(
  command: Of<'trash-note'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  const found = noteKept(base, records, command.id);
  if (!found.ok) return found;
  const { note, project } = found.value;
  if (note.trashedAt !== null) return done({ id: note.id });

  const recent = withoutLeaving(base.index, records, [note.id]);
  // Under a clock that is years behind it must not be due as soon as the clock is right.
  return done({ ...change(project, note, { ...note, trashedAt: later(note.updatedAt, now) }, now), recent });
}

/** Brings a note back from the trash to where its date says. */
export function restoreNote(
  command: Of<'restore-note'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  const found = noteKept(base, records, command.id);
  if (!found.ok) return found;
  const { note, project } = found.value;
  if (note.trashedAt === null) return done({ id: note.id });
  if (project.trashedAt !== null) return inTrash(project.name);

  return done({
    ...change(project, note, { ...note, trashedAt: null }, now),
    recent: withReturned(base.index, records, [note]),
  });
}

export const noteUnknown = () => failed('not-found', t('lib.unknown.note'));

function noteKept(base: Base, records: Records, id: string): Result<{ note: Note; project: StoredProject }> {
  if (records[noteKey(id)] === undefined) return noteUnknown();
  const note = parseNote(records, id);
  if (!note.ok) return note;
  const { projectId } = note.value;
  if (!Object.hasOwn(base.index.projects, projectId)) return damaged(noteKey(id));
  const project = parseProject(records, projectId);
  return project.ok ? done({ note: note.value, project: project.value }) : project;
}

function change(project: StoredProject, before: Note, after: Note, now: string): Edit {
  const asking = withQuestion(project, after);
  return {
    notes: [{ before, after: { ...after, updatedAt: later(before.updatedAt, now) } }],
    ...(asking !== project && { projects: [{ before: project, after: asking }] }),
    id: after.id,
  };
}
