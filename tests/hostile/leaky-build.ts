import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { extensionPath } from '../../scripts/build.mjs';
import { root } from '../../scripts/run.mjs';

/** A piece of the source that is replaced; it must stand exactly once in the file. */
export interface Edit {
  file: string;
  replace: string;
  by: string;
}

const entry = join(root, 'leaky-page-script.ts');

/**
 * Copies the built extension into a folder, with a page script that is built from changed sources. Fails if a piece
 * to change is not found: a leak that is not built in would be tested in vain.
 */
export async function buildLeaky(folder: string, edits: readonly Edit[]): Promise<string> {
  const left = new Set(edits);
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'leak',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : null),
        async load(id) {
          // As entrypoints/page.ts, without the function of WXT around it, and with all that paints in it.
          if (id === entry) {
            const from = (path: string) => JSON.stringify(join(root, path));
            return `import { runOnPage } from ${from('lib/extension/page-services.ts')};
              import { startPage } from ${from('lib/page/page.ts')};
              import { startPainting } from ${from('lib/page/painting.ts')};
              runOnPage(startPage, async () => startPainting);`;
          }
          const mine = edits.filter(({ file }) => id === join(root, file));
          if (mine.length === 0) return null;
          let code = await readFile(id, 'utf8');
          for (const edit of mine) {
            const parts = code.split(edit.replace);
            if (parts.length !== 2)
              throw new Error(`${edit.file} holds “${edit.replace}” ${parts.length - 1} times`);
            code = parts.join(edit.by);
            left.delete(edit);
          }
          return code;
        },
      },
    ],
    build: { write: false, lib: { entry, formats: ['iife'], name: 'page', fileName: 'page' } },
  });
  for (const { file } of left) throw new Error(`${file} is no part of the page script`);
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The page script was not built');
  await cp(extensionPath, folder, { recursive: true });
  await writeFile(join(folder, 'page.js'), output.output[0].code);
  return folder;
}
