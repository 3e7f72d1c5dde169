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
  /** There are more than were asked for. */
  more: boolean;
}

/** The first `limit` notes of these ids that are not in the trash, in the given order. */
export async function readNotes(ids: string[], limit: number): Promise<Result<ReadNotes>> {
  const read: ReadNotes = { notes: [], unreadable: 0, more: false };
  for (let from = 0; from < ids.length && !read.more; from += limit) {
    const batch = ids.slice(from, from + limit);
    const records = await readRecords(batch.map(noteKey));
    if (!records.ok) return records;
    for (const id of batch) {
      const note = parseNote(records.value, id);
      if (!note.ok) read.unreadable += 1;
      else if (note.value.trashedAt !== null) continue;
      else if (read.notes.length < limit) read.notes.push(note.value);
      else read.more = true;
    }
  }
  return done(read);
}
