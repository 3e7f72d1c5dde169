import { readLibrary } from '../extension/storage.ts';
import { exportDocument, exportFileName, exportText } from '../library/export-file.ts';
import { done, type Result } from '../library/result.ts';

/** The whole library as the text of an export file, and the file's name. */
export async function exportLibrary(appVersion: string): Promise<Result<{ name: string; text: string }>> {
  const library = await readLibrary();
  if (!library.ok) return library;
  const now = new Date().toISOString();
  const text = exportText(exportDocument(library.value, { now, appVersion }));
  return done({ name: exportFileName(now), text });
}
