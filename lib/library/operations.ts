import './zod-jitless.ts';
import * as z from 'zod';
import { Answer } from './command.ts';
import { Id, Instant } from './schema.ts';

/** The last operations, oldest first, so that a repeated id answers the same after a restart of the writer. */
export const Operations = z.array(
  z.strictObject({
    op: Id,
    answer: Answer,
    /** When an import was made that can still be undone; otherwise `null`. */
    importedAt: Instant.nullable(),
  }),
);
export type Operations = z.infer<typeof Operations>;

const remembered = 100;
const undoableForMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Adds an operation. The last 100 are kept, and imports for 30 days.
 * `forgotten`: imports that can no longer be undone.
 */
export function remember(
  operations: Operations,
  added: Operations[number],
  now: string,
): { operations: Operations; forgotten: string[] } {
  const oldest = new Date(Date.parse(now) - undoableForMs).toISOString();
  const all = [...operations, added];
  const undoable = all.filter(({ importedAt }) => importedAt !== null && importedAt >= oldest);
  const forgotten = all.filter((entry) => entry.importedAt !== null && !undoable.includes(entry));
  const kept = all.filter((entry, at) => at >= all.length - remembered || undoable.includes(entry));
  return {
    operations: kept.map((entry) => (forgotten.includes(entry) ? { ...entry, importedAt: null } : entry)),
    forgotten: forgotten.map(({ op }) => op),
  };
}

/** The newest import that can still be undone: its operation id and when it was made; `null` if there is none. */
export function lastImport(operations: Operations): { op: string; importedAt: string } | null {
  const found = operations.findLast(({ importedAt }) => importedAt !== null);
  return found && found.importedAt !== null ? { op: found.op, importedAt: found.importedAt } : null;
}

/** The same operations after the undo of an import: it cannot be undone a second time. */
export const withoutUndo = (operations: Operations, op: string): Operations =>
  operations.map((entry) => (entry.op === op ? { ...entry, importedAt: null } : entry));
