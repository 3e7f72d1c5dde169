import { digestOf } from './digest.ts';
import { subjectOf } from './drafts.ts';
import type { Change } from './edit.ts';
import { projectAlone, type StoredLibrary } from './read-library.ts';
import { notesAfter } from './replace-records.ts';
import type { Drafts, Note, Project, Settings, Undo } from './schema.ts';

/** What the undo of an import would do. Nothing is done yet. */
export interface UndoPlan {
  /** `after` is null for what the import brought; the rest goes back to what it was. */
  projects: Change<Project>[];
  notes: Change<Note>[];
  /** Null: yours stay. */
  settings: Settings | null;
  /** Records that stay because they changed since. */
  skipped: number;
}

/** Puts back what an import replaced, except what changed since. */
export function planUndo(undo: Undo, library: StoredLibrary, drafts: Drafts): UndoPlan {
  const here = new Set(library.projects.map(({ id }) => id));
  // What is being written about stays.
  const drafted = new Set(Object.keys(drafts).map((about) => subjectOf(about)?.id));
  const notes = untouched(undo.notes, library.notes).filter(({ before, after }) =>
    after === null ? !drafted.has(before.id) : here.has(after.projectId),
  );
  const inUse = new Set(notesAfter(library.notes, notes).map(({ projectId }) => projectId));
  const projects = untouched(undo.projects, library.projects.map(projectAlone)).filter(
    ({ before, after }) => after !== null || !(inUse.has(before.id) || drafted.has(before.id)),
  );
  const settings =
    undo.settings && undo.settings.after === digestOf(library.settings) ? undo.settings.before : null;

  const replaced = undo.projects.length + undo.notes.length + (undo.settings ? 1 : 0);
  const skipped = replaced - projects.length - notes.length - (settings ? 1 : 0);
  return { projects, notes, settings, skipped };
}

/** Back to what was before, for the records that are still as the import left them. */
function untouched<T extends { id: string }>(
  replaced: { id: string; before: T | null; after: string }[],
  records: readonly T[],
): { before: T; after: T | null }[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return replaced.flatMap(({ id, before, after }) => {
    const record = byId.get(id);
    return record && digestOf(record) === after ? [{ before: record, after: before }] : [];
  });
}
