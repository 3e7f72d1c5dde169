import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a made file is newer than everything it was made from. Folders count too: they change when a file is deleted.
 * @param {string} target
 * @param {string[]} sources files and folders
 */
export function isFresh(target, sources) {
  return existsSync(target) && sources.every((source) => newestChange(source) <= statSync(target).mtimeMs);
}

/** @param {string} path @returns {number} milliseconds since 1970; 0 where nothing is */
function newestChange(path) {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
