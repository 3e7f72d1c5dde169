import { readRecords } from '../extension/storage.ts';
import { noteKey } from '../library/keys.ts';
import { parseNote } from '../library/parse.ts';
import { done, type Result } from '../library/result.ts';
import type { Note } from '../library/schema.ts';

/** Notes as a surface shows them: those that can be read, and how many can not. */
export interface ReadNotes {
  notes: Note[];
  /** Notes whose record is damaged or missing; said, never passed over in silence. */
  unreadable: number;
  /** There are more than were looked at. */
  more: boolean;
}

/**
 * Those of the first `limit` of these ids that are not in the trash, in the given order; further ones only where that
 * leaves none. `alive`: how many of all ids are not in the trash, where that is known.
 */
export async function readNotes(
  ids: string[],
  limit: number,
  alive = Number.POSITIVE_INFINITY,
): Promise<Result<ReadNotes>> {
  const read: ReadNotes = { notes: [], unreadable: 0, more: false };
  let from = 0;
  while (from < ids.length && read.notes.length === 0) {
    const batch = ids.slice(from, from + limit);
    from += batch.length;
    const records = await readRecords(batch.map(noteKey));
    if (!records.ok) return records;
    for (const id of batch) {
      const note = parseNote(records.value, id);
      if (!note.ok) read.unreadable += 1;
      else if (note.value.trashedAt === null) read.notes.push(note.value);
    }
  }
  read.more = from < ids.length && read.notes.length < alive;
  return done(read);
}
