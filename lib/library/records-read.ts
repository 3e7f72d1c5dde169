import type { Command } from './command.ts';
import { subjectOf } from './drafts.ts';
import { noteKey, projectKey, undoKey } from './keys.ts';
import { parseNote, parseProject, type Records } from './parse.ts';
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
      const within = due.projects.flatMap((id) => {
        const project = parseProject(read, id);
        return project.ok ? project.value.notes : [];
      });
      return [
        ...due.projects.map(projectKey),
        ...within.map(noteKey),
        ...due.notes.flatMap((id) => withItsProject(id, read)),
      ];
    }
    case 'import':
      return libraryKeys(index, read);
    case 'undo-import':
      return [undoKey(command.op), ...libraryKeys(index, read)];
    default:
      return [];
  }
}

/** The note's key and, once it is read, its project's. */
function withItsProject(id: string, read: Records): string[] {
  const note = parseNote(read, id);
  return note.ok ? [noteKey(id), projectKey(note.value.projectId)] : [noteKey(id)];
}

/** Keys of all projects and, once those are read, of all notes. */
export function libraryKeys(index: Index, read: Records): string[] {
  const ids = Object.keys(index.projects);
  const notes = ids.flatMap((id) => {
    const project = parseProject(read, id);
    return project.ok ? project.value.notes : [];
  });
  return [...ids.map(projectKey), ...notes.map(noteKey)];
}
