import { readLibrary } from '../extension/storage.ts';
import { type ImportPlan, planImport } from '../library/import-plan.ts';
import type { Result } from '../library/result.ts';

/** What importing this text would do to the library as it is now. Nothing is changed. */
export async function dryRun(text: string, ignoreChecksum: boolean): Promise<Result<ImportPlan>> {
  const library = await readLibrary();
  return library.ok ? planImport(text, library.value, { ignoreChecksum }) : library;
}
