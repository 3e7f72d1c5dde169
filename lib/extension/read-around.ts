import { done, type Result } from '../library/result.ts';
import { readPossible } from './read-copies.ts';
import { notRead, type Reading, readAgainAndAgain, tryRead } from './storage.ts';

/** Where so many reads are refused and none is answered it is the disk, not a record: more than 250 keys take one by one. */
const mostRefused = 600;

/**
 * As `readRecords`, but one key that the browser refuses does not take the others along: a damaged block of a file holds few
 * of them. What it refuses alone too is there all the same, as null, which no record is.
 */
export async function readAround(keys: string[]): Promise<Result<Record<string, unknown>>> {
  const all = await readAgainAndAgain(keys);
  if (typeof all !== 'string') return done(all);
  // It hangs, and would for each key alone.
  if (all === 'late') return notRead();
  const { records, unreadable, late } = await readPossible(unlessAllRefused(), keys);
  if (late || unreadable.length === keys.length) return notRead();
  return done({ ...records, ...Object.fromEntries(unreadable.map((key) => [key, null])) });
}

/** As `tryRead`, until it is plain that nothing is answered: slow refusals, key by key, would hold up all that waits. */
function unlessAllRefused(): (keys: string[]) => Promise<Reading> {
  let refused = 0;
  return async (keys) => {
    if (refused >= mostRefused) return 'late';
    const reading = await tryRead(keys);
    if (reading === 'refused') refused += 1;
    else if (reading !== 'late') refused = Number.NEGATIVE_INFINITY;
    return reading;
  };
}
