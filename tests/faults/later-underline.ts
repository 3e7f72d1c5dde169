import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'wxt';
import { root } from '../../scripts/run.mjs';

/** Version 2 as a later Underline might have it: each note is marked once, so that one that is brought along twice shows. */
const steps = `
export const steps = [{
  project: (record) => ({ ...record, thesis: record.thesis + ' [2]' }),
  note: (record) => ({ ...record, body: record.body + ' [2]' }),
  settings: (record) => ({ ...record, dwellMs: record.dwellMs + 1 }),
}];
export const version = steps.length + 1;
`;

/** Builds the next Underline into this folder: the same code with one step more. */
export async function buildLater(folder: string): Promise<string> {
  let replaced = false;
  const file = join(root, 'lib/library/migration-steps.ts');
  const config = {
    root,
    outDir: folder,
    vite: () => ({
      logLevel: 'error' as const,
      plugins: [
        {
          name: 'one-step-more',
          enforce: 'pre' as const,
          load(id: string) {
            if (id !== file) return null;
            replaced = true;
            return steps;
          },
        },
      ],
    }),
    logger: {
      debug() {},
      log() {},
      info() {},
      warn: console.warn,
      error: console.error,
      fatal: console.error,
      success() {},
      level: 0,
    },
  };
  await build(config);
  if (!replaced) throw new Error('The build has no steps to replace.');
  const built = join(folder, 'chrome-mv3');
  const manifest = join(built, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, text.replace('"0.1.0"', '"0.2.0"'));
  return built;
}

/** Puts this build where the browser has the extension: it goes on with what the one before stored in this profile. */
export async function putBuild(from: string, to: string, profile: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  // The browser keeps a worker's code by its address, whatever lies there by now.
  await rm(join(profile, 'Default/Service Worker'), { recursive: true, force: true });
}
