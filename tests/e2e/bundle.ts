import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles a page's script from `tests/fixtures/pages` as a site would ship it. */
export async function bundle(file: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../fixtures/pages/${file}`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'page', fileName: 'page' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${file} was not bundled`);
  return output.output[0].code;
}
