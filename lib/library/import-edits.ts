import type { Command } from './command.ts';
import { digestOf } from './digest.ts';
import type { Edit } from './edit.ts';
import { planImport } from './import-plan.ts';
import { type Base, parseUndo, type Records } from './parse.ts';
import { projectAlone, readLibrary } from './read-library.ts';
import { notesAfter, replacing } from './replace-records.ts';
import { done, failed, type Result } from './result.ts';
import type { Incoming } from './sort-records.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Takes in what the dry run announced, all or nothing. */
export function importFile(command: Of<'import'>, base: Base, records: Records): Result<Edit> {
  const library = readLibrary(base, records);
  if (!library.ok) return library;
  const plan = planImport(command.text, library.value, command);
  if (!plan.ok) return plan;

  const { totals, incoming } = plan.value;
  const { expected } = command;
  if (
    totals.added !== expected.added ||
    totals.changed !== expected.changed ||
    totals.same !== expected.same ||
    totals.rejected !== expected.rejected
  )
    return failed(
      'changed-meanwhile',
      'Your library changed since you saw what this import would do. Nothing was imported. Look at it again, then import.',
    );

  const { projects, notes, settings } = incoming;
  return done({
    ...replacing(library.value, projects, notes),
    ...(settings && { settings }),
    undo: {
      projects: projects.map(undoOf),
      notes: notes.map(undoOf),
      settings: settings && { before: base.settings, after: digestOf(settings) },
    },
  });
}

/** Puts back what an import replaced, except what changed since. */
export function undoImport(command: Of<'undo-import'>, base: Base, records: Records): Result<Edit> {
  const undo = parseUndo(records, command.op);
  if (!undo.ok) return undo;
  if (undo.value === null)
    return failed(
      'not-found',
      'This import cannot be undone: it was undone already, or was more than 30 days ago.',
    );
  const library = readLibrary(base, records);
  if (!library.ok) return library;

  const here = new Set(library.value.projects.map(({ id }) => id));
  const notes = untouched(undo.value.notes, library.value.notes).filter(
    ({ after }) => after === null || here.has(after.projectId),
  );
  const inUse = new Set(notesAfter(library.value.notes, notes).map(({ projectId }) => projectId));
  const projects = untouched(undo.value.projects, library.value.projects.map(projectAlone)).filter(
    ({ before, after }) => after !== null || !(inUse.has(before.id) || Object.hasOwn(base.drafts, before.id)),
  );
  const { settings } = undo.value;
  const settingsBack = settings && settings.after === digestOf(base.settings) ? settings.before : null;

  const replaced = undo.value.projects.length + undo.value.notes.length + (settings ? 1 : 0);
  return done({
    ...replacing(library.value, projects, notes),
    ...(settingsBack && { settings: settingsBack }),
    undone: command.op,
    skipped: replaced - projects.length - notes.length - (settingsBack ? 1 : 0),
  });
}

const undoOf = <T extends { id: string }>({ before, after }: Incoming<T>) => ({
  id: after.id,
  before,
  after: digestOf(after),
});

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
