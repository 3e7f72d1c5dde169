import { done, type Result } from '../library/result.ts';
import { readPossible } from './read-copies.ts';
import { readRecords, tryRead } from './storage.ts';

/** A refusal that took longer was none: the browser hangs, and would for each key alone. In milliseconds. */
const quickMs = 2_000;

/**
 * As `readRecords`, but one key that the browser refuses does not take the others along: a damaged block of a file holds few
 * of them. What it refuses alone too is there all the same, as null, which no record is.
 */
export async function readAround(keys: string[]): Promise<Result<Record<string, unknown>>> {
  const begun = performance.now();
  const all = await readRecords(keys);
  if (all.ok || performance.now() - begun > quickMs) return all;
  const { records, unreadable, late } = await readPossible(tryRead, keys);
  if (late || unreadable.length === keys.length) return all;
  return done({ ...records, ...Object.fromEntries(unreadable.map((key) => [key, null])) });
}
