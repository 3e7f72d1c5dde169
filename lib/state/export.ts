import { readLibrary, type Watch } from '../extension/whole-library.ts';
import { exportFiles, type SavedFile } from '../library/export-file.ts';
import { done, type Result } from '../library/result.ts';
import { runCommand } from './commands.ts';
import { reportDamage } from './health.ts';

/** `generation`: what the files hold; `noteExport` says so once they are saved. */
interface Export {
  files: SavedFile[];
  generation: number;
}

/** The whole library as export files: one, or several that each are small enough to be imported. */
export async function exportLibrary(appVersion: string, watch?: Watch): Promise<Result<Export>> {
  const library = await readLibrary(watch);
  if (!library.ok) {
    if (library.error.code === 'damaged') reportDamage();
    return library;
  }
  const now = new Date().toISOString();
  const files = exportFiles(library.value, { now, appVersion });
  return done({ files, generation: library.value.generation });
}

/** Remembers that the user has a file with everything up to this generation. Nobody needs to know if that fails. */
export function noteExport(generation: number): void {
  void runCommand({ type: 'note-export', generation });
}
