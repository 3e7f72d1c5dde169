import { done, type Result } from '../library/result.ts';
import { readPossible } from './read-copies.ts';
import { notRead, readAgainAndAgain, tryRead } from './storage.ts';

/**
 * As `readRecords`, but one key that the browser refuses does not take the others along: a damaged block of a file holds few
 * of them. What it refuses alone too is there all the same, as null, which no record is.
 */
export async function readAround(keys: string[]): Promise<Result<Record<string, unknown>>> {
  const all = await readAgainAndAgain(keys);
  if (typeof all !== 'string') return done(all);
  // It hangs, and would for each key alone.
  if (all === 'late') return notRead();
  const { records, unreadable, late } = await readPossible(tryRead, keys);
  if (late || unreadable.length === keys.length) return notRead();
  return done({ ...records, ...Object.fromEntries(unreadable.map((key) => [key, null])) });
}
