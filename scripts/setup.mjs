import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { isFresh } from './fresh.mjs';
import { install } from './install.mjs';
import { root, run } from './run.mjs';

/**
 * Makes a clone ready to work in: packages, WXT's types, a browser. Ends the program with a message if it cannot.
 * @returns {Promise<import('./browser.mjs').Browser>}
 */
export async function setup() {
  try {
    install();
    prepareTypes();
    return await findBrowser();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

function prepareTypes() {
  const types = join(root, '.wxt/tsconfig.json');
  const sources = ['wxt.config.ts', 'entrypoints', 'public', 'node_modules/.package-lock.json'];
  if (
    isFresh(
      types,
      sources.map((source) => join(root, source)),
    )
  )
    return;
  if (run('wxt', ['prepare']) !== 0) throw new Error('wxt prepare failed; its own message is above.');
  // WXT leaves files alone whose content stays the same.
  utimesSync(types, new Date(), new Date());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path } = await setup();
  console.log(`Ready. Browser: ${path}`);
}
