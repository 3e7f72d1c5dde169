import { readRecords } from '../extension/storage.ts';
import { readLibrary, type Watch } from '../extension/whole-library.ts';
import type { Answer } from '../library/answer.ts';
import { undoneAlready } from '../library/import-edits.ts';
import { type ImportPlan, planImport } from '../library/import-plan.ts';
import { draftsKey, undoKey } from '../library/keys.ts';
import { largestImport, tooLarge } from '../library/limits.ts';
import { parseUndo } from '../library/parse.ts';
import { done, failed, type Result } from '../library/result.ts';
import { Drafts } from '../library/schema.ts';
import { t } from '../library/text.ts';
import { planUndo, type UndoPlan } from '../library/undo-plan.ts';
import { runCommand } from './commands.ts';

/** How a file is taken in. `asThen`: it is a backup, and its records come in also where yours are newer. */
interface ImportWays {
  ignoreChecksum: boolean;
  asThen?: true;
}

/** How a backup is taken in: what it was written as was looked at when it was opened. */
export const asBackup = { ignoreChecksum: true, asThen: true } as const;

/** The text of a file to import; one that is too large is not even read. */
export async function readImportFile(file: Blob): Promise<Result<string>> {
  if (file.size > largestImport) return tooLarge(file.size);
  try {
    return done(await file.text());
  } catch {
    return failed('bad-file', t('lib.file.unreadable'));
  }
}

/** What importing this text would do to the library as it is now. Nothing is changed. */
export async function dryRun(text: string, ways: ImportWays, watch?: Watch): Promise<Result<ImportPlan>> {
  const library = await readLibrary(watch);
  return library.ok ? planImport(text, library.value, ways) : library;
}

/** What undoing the import with this operation id would do to the library as it is now. Nothing is changed. */
export async function dryUndo(op: string, watch?: Watch): Promise<Result<UndoPlan>> {
  const library = await readLibrary(watch);
  if (!library.ok) return library;
  const stored = await readRecords([undoKey(op), draftsKey]);
  if (!stored.ok) return stored;
  const undo = parseUndo(stored.value, op);
  if (!undo.ok) return undo;
  const drafts = Drafts.safeParse(stored.value[draftsKey]);
  return undo.value ? done(planUndo(undo.value, library.value, drafts.data ?? {})) : undoneAlready();
}

/** More than this a message may not be able to carry: the browser takes 64 MiB, with every quote and line end escaped. */
const longestMessage = 20_000_000;

/**
 * Imports what the dry run showed. `op`: the operation id by which it can be undone. `signal`: ends it, with `cancelled`,
 * unless it was saved by then.
 */
export function applyImport(
  text: string,
  ways: ImportWays,
  plan: ImportPlan,
  op: string,
  signal: AbortSignal,
): Promise<Result<Answer>> {
  const sent = text.length > longestMessage ? JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, ''))) : text;
  return runCommand({ type: 'import', text: sent, ...ways, expected: plan.totals }, op, signal);
}

/** Restores what the dry run of this backup showed; as `applyImport` in all else. */
export function applyBackup(
  backup: number,
  plan: ImportPlan,
  op: string,
  signal: AbortSignal,
): Promise<Result<Answer>> {
  return runCommand({ type: 'import', text: '', backup, ...asBackup, expected: plan.totals }, op, signal);
}
