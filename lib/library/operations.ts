import './zod-jitless.ts';
import * as z from 'zod';
import { Answer } from './answer.ts';
import { Id, Instant } from './schema.ts';

/** The last operations, oldest first, so that a repeated id answers the same after a restart of the writer. */
export const Operations = z.array(
  z.strictObject({
    op: Id,
    answer: Answer,
    /** When an import was made, or a merge, that can still be undone; otherwise `null`. A merge answers a project, an import none. */
    importedAt: Instant.nullable(),
    /** When it was noticed that this was more than 30 days ago. */
    pastSince: z.exactOptional(Instant),
  }),
);
export type Operations = z.infer<typeof Operations>;

/** So many operations are remembered. */
export const remembered = 100;
const dayMs = 24 * 60 * 60 * 1000;
const undoableForMs = 30 * dayMs;

/**
 * Adds an operation. The last 100 are kept, and imports for 30 days, and until the clock has said so for one day more: one
 * that is wrong for an hour must not take an undo away. `forgotten`: imports that can no longer be undone.
 */
export function remember(
  operations: Operations,
  added: Operations[number],
  now: string,
): { operations: Operations; forgotten: string[] } {
  const all = [...operations, added].map((entry) => dated(entry, now));
  const surely = earlier(now, dayMs);
  const isPast = ({ pastSince }: Operations[number]) => pastSince !== undefined && pastSince <= surely;
  const forgotten = all.filter(isPast).map(({ op }) => op);
  const kept = all.filter(
    (entry, at) => at >= all.length - remembered || (entry.importedAt !== null && !isPast(entry)),
  );
  return { operations: kept.map((entry) => (isPast(entry) ? notUndoable(entry) : entry)), forgotten };
}

/** The operation with what this clock says of its undo. What a clock said that was ahead of this one counts no more. */
function dated(entry: Operations[number], now: string): Operations[number] {
  const { op, answer, importedAt, pastSince = now } = entry;
  if (importedAt === null) return entry;
  if (importedAt >= earlier(now, undoableForMs)) return { op, answer, importedAt };
  return { op, answer, importedAt, pastSince: pastSince > now ? now : pastSince };
}

const earlier = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

const notUndoable = ({ op, answer }: Operations[number]): Operations[number] => ({
  op,
  answer,
  importedAt: null,
});

/** An import or a merge that can still be undone: its operation id and when it was made. */
export interface Undoable {
  op: string;
  importedAt: string;
}

/** The newest import that can still be undone; `null` if there is none. */
export function lastImport(operations: Operations): Undoable | null {
  const found = operations.findLast(({ importedAt, answer }) => importedAt !== null && answer.id === null);
  return found && found.importedAt !== null ? { op: found.op, importedAt: found.importedAt } : null;
}

/** The newest merge that can still be undone, and the id of the project that it made; `null` if there is none. */
export function lastMerge(operations: Operations): (Undoable & { into: string }) | null {
  const found = operations.findLast(({ importedAt, answer }) => importedAt !== null && answer.id !== null);
  if (!found || found.importedAt === null || found.answer.id === null) return null;
  return { op: found.op, importedAt: found.importedAt, into: found.answer.id };
}

/** Into which project the operation merged another; `null` if it was no merge or can no longer be undone. */
export function mergedInto(operations: Operations, op: string): string | null {
  const found = operations.find((entry) => entry.op === op);
  return found && found.importedAt !== null ? found.answer.id : null;
}

/** The same operations after the undo of an import or a merge: it cannot be undone a second time. */
export const withoutUndo = (operations: Operations, op: string): Operations =>
  operations.map((entry) => (entry.op === op ? notUndoable(entry) : entry));
