import type { Command } from './command.ts';
import { digestOf } from './digest.ts';
import type { Edit } from './edit.ts';
import { planImport } from './import-plan.ts';
import { mergedInto } from './operations.ts';
import { type Base, parseUndo, type Records } from './parse.ts';
import { readLibrary } from './read-library.ts';
import { replacing } from './replace-records.ts';
import { done, failed, type Result } from './result.ts';
import type { Incoming } from './sort-records.ts';
import { t } from './text.ts';
import { planUndo } from './undo-plan.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Takes in what the dry run announced, all or nothing. */
export function importFile(command: Of<'import'>, base: Base, records: Records, now: string): Result<Edit> {
  const library = readLibrary(base, records);
  if (!library.ok) return library;
  const plan = planImport(command.text, library.value, { ...command, now });
  if (!plan.ok) return plan;

  const { totals, incoming } = plan.value;
  const { expected } = command;
  if (
    totals.added !== expected.added ||
    totals.changed !== expected.changed ||
    totals.same !== expected.same ||
    totals.rejected !== expected.rejected
  )
    return failed('changed-meanwhile', t('lib.changed.beforeImport'));

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
  if (undo.value === null || mergedInto(base.operations, command.op) !== null) return undoneAlready();
  const library = readLibrary(base, records);
  if (!library.ok) return library;
  const { projects, notes, settings, skipped } = planUndo(undo.value, library.value, base.drafts);
  return done({
    ...replacing(library.value, projects, notes),
    ...(settings && { settings }),
    undone: command.op,
    skipped,
  });
}

/** For an import of which nothing is known any more. */
export const undoneAlready = () => failed('not-found', t('lib.import.undone'));

const undoOf = <T extends { id: string }>({ before, after }: Incoming<T>) => ({
  id: after.id,
  before,
  after: digestOf(after),
});
