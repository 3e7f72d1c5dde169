import type { Command } from '../library/command.ts';
import type { Base, Records } from '../library/parse.ts';
import { recordsRead } from '../library/records-read.ts';
import { done, type Result } from '../library/result.ts';
import { readAround } from './read-around.ts';

/** The records that a command needs, beside those in `unsaved`, which are not stored yet. Fails as `readAround` does. */
export async function readNeeded(
  command: Command,
  { index }: Base,
  unsaved: Records,
): Promise<Result<Records>> {
  let records = unsaved;
  for (;;) {
    const missing = recordsRead(command, index, records).filter((key) => !(key in records));
    if (missing.length === 0) return done(records);
    const more = await readAround(missing);
    if (!more.ok) return more;
    // Keys that the store does not have count as read.
    records = { ...records, ...Object.fromEntries(missing.map((key) => [key, more.value[key]])) };
  }
}
