import { join } from 'node:path';
import { isFresh } from './fresh.mjs';
import { root, run } from './run.mjs';

/** Where the production build for Chromium is. */
export const extensionPath = join(root, '.output/chrome-mv3');

const sources = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
];

/** Builds the extension unless the build is newer than all that goes into it. @returns {number} exit code */
export function build() {
  const made = join(extensionPath, 'manifest.json');
  return isFresh(
    made,
    sources.map((source) => join(root, source)),
  )
    ? 0
    : run('wxt', ['build']);
}
