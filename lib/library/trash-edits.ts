import type { Command } from './command.ts';
import { subjectOf } from './drafts.ts';
import type { Change, Edit } from './edit.ts';
import { trashOf } from './index-of.ts';
import { type Base, parseNote, parseProject, type Records } from './parse.ts';
import { readLibrary, readNotes } from './read-library.ts';
import { done, type Result } from './result.ts';
import type { Drafts, Note, StoredProject } from './schema.ts';
import { trashUntil } from './trash.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * Deletes for ever what came into the trash until then, of the named ones if any are named. All or nothing: `damaged` names the first record that is not as
 * it should be. A library that did not know its trash knows it afterwards.
 */
export function emptyTrash(command: Of<'empty-trash'>, base: Base, records: Records): Result<Edit> {
  const known = trashKnown(base, records);
  if (!known.ok) return known;
  const due = trashUntil({ ...base.index, trash: known.value }, command.until, command.ids);

  const projects = new Map<string, Change<StoredProject>>();
  const notes = new Map<string, Change<Note>>();
  for (const id of due.projects) {
    const project = parseProject(records, id);
    if (!project.ok) return project;
    const own = readNotes(records, project.value.notes);
    if (!own.ok) return own;
    projects.set(id, { before: project.value, after: null });
    for (const note of own.value) notes.set(note.id, { before: note, after: null });
  }
  for (const id of due.notes) {
    if (notes.has(id)) continue;
    const note = parseNote(records, id);
    if (!note.ok) return note;
    const { projectId } = note.value;
    const project = parseProject(records, projectId);
    if (!project.ok) return project;
    const left = projects.get(projectId)?.after ?? project.value;
    const after = { ...left, notes: left.notes.filter((other) => other !== id) };
    projects.set(projectId, { before: project.value, after });
    notes.set(id, { before: note.value, after: null });
  }
  return done({
    projects: [...projects.values()],
    notes: [...notes.values()],
    drafts: withoutDrafts(base.drafts, new Set([...due.projects, ...notes.keys()])),
    ...(base.index.trash ? {} : { trash: known.value }),
  });
}

function trashKnown({ index, ...base }: Base, records: Records): Result<Record<string, string>> {
  if (index.trash) return done(index.trash);
  const library = readLibrary({ ...base, index }, records);
  return library.ok ? done(trashOf(library.value.notes)) : library;
}

/** The drafts without those about what is gone; the same object where there were none. */
function withoutDrafts(drafts: Drafts, gone: ReadonlySet<string>): Drafts {
  const left = Object.entries(drafts).filter(([about]) => !gone.has(subjectOf(about)?.id ?? ''));
  return left.length === Object.keys(drafts).length ? drafts : Object.fromEntries(left);
}
