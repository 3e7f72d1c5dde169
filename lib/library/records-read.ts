import type { Command } from './command.ts';
import { subjectOf } from './drafts.ts';
import { noteKey, projectKey, undoKey } from './keys.ts';
import { parseNote, parseProject, parseUndo, type Records } from './parse.ts';
import { leavesTooFew } from './recent.ts';
import type { Index } from './schema.ts';
import { tieConcerns } from './tie-alias.ts';
import { trashUntil } from './trash.ts';

/**
 * Keys of the records that a command needs beside the base, as far as `read` tells them. Some name others, so
 * ask again with what was read until no new key comes; that is at most three times.
 */
export function recordsRead(command: Command, index: Index, read: Records): string[] {
  switch (command.type) {
    case 'edit-project':
    case 'add-aliases':
    case 'remove-aliases':
    case 'set-status':
      return [projectKey(command.id)];
    case 'tie-alias':
      return tieConcerns(command, index).map(projectKey);
    case 'trash-project': {
      const project = parseProject(read, command.id);
      const leaving = project.ok ? project.value.notes : [];
      return leavesTooFew(index, leaving) ? libraryKeys(index, read) : [projectKey(command.id)];
    }
    case 'restore-project': {
      const project = parseProject(read, command.id);
      const back = project.ok ? project.value.notes : [];
      return [projectKey(command.id), ...[...back, ...index.recent].map(noteKey)];
    }
    case 'set-statuses':
      return command.statuses.map(({ id }) => projectKey(id));
    case 'change-tags':
      return command.changes.map(({ id }) => projectKey(id));
    case 'trash-projects': {
      const leaving = notesOf(command.ids, read);
      const keys = command.ids.map(projectKey);
      return leavesTooFew(index, leaving) ? [...keys, ...stayingKeys(index, command.ids, read)] : keys;
    }
    case 'restore-projects':
      return withNotes(command.ids, read, index.recent);
    case 'merge-projects':
      return withNotes([command.from, command.into], read);
    case 'undo-merge': {
      const undo = parseUndo(read, command.op);
      if (!undo.ok || !undo.value) return [undoKey(command.op)];
      const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);
      const notes = [...idsOf(undo.value.notes), ...index.recent];
      return [undoKey(command.op), ...withNotes(idsOf(undo.value.projects), read, notes)];
    }
    case 'add-note':
      return [projectKey(command.projectId)];
    case 'edit-note':
      return withItsProject(command.id, read);
    case 'trash-note':
      return leavesTooFew(index, [command.id]) ? libraryKeys(index, read) : withItsProject(command.id, read);
    case 'restore-note':
      return [...withItsProject(command.id, read), ...index.recent.map(noteKey)];
    case 'keep-draft': {
      const subject = subjectOf(command.about);
      return subject?.type === 'note' ? [noteKey(subject.id)] : [];
    }
    case 'empty-trash': {
      if (!index.trash) return libraryKeys(index, read);
      const due = trashUntil(index, command.until, command.ids);
      return [...withNotes(due.projects, read), ...due.notes.flatMap((id) => withItsProject(id, read))];
    }
    case 'import':
      return libraryKeys(index, read);
    case 'undo-import':
      return [undoKey(command.op), ...libraryKeys(index, read)];
    default:
      return [];
  }
}

/** Ids of the notes of these projects, as far as those are read. */
const notesOf = (ids: readonly string[], read: Records): string[] =>
  ids.flatMap((id) => {
    // That there is none is told in words, which takes longer than to look.
    if (read[projectKey(id)] === undefined) return [];
    const project = parseProject(read, id);
    return project.ok ? project.value.notes : [];
  });

/** Keys of these projects and, once those are read, of all their notes, and of other notes. */
const withNotes = (ids: readonly string[], read: Records, others: readonly string[] = []): string[] => [
  ...new Set([...ids.map(projectKey), ...[...notesOf(ids, read), ...others].map(noteKey)]),
];

/** The note's key and, once it is read, its project's. */
function withItsProject(id: string, read: Records): string[] {
  const note = parseNote(read, id);
  return note.ok ? [noteKey(id), projectKey(note.value.projectId)] : [noteKey(id)];
}

/** Keys of the recent notes and, once their projects are read, of all that are shown when these have left. */
function stayingKeys(index: Index, leaving: readonly string[], read: Records): string[] {
  const gone = new Set(leaving);
  const staying = Object.entries(index.projects).flatMap(([id, { trashedAt }]) =>
    trashedAt === null && !gone.has(id) ? [id] : [],
  );
  return withNotes(staying, read, index.recent);
}

/** Keys of all projects and, once those are read, of all notes. */
export function libraryKeys(index: Index, read: Records): string[] {
  const ids = Object.keys(index.projects);
  return [...ids.map(projectKey), ...notesOf(ids, read).map(noteKey)];
}
