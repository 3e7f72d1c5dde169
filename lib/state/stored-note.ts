import { readRecords } from '../extension/storage.ts';
import { noteKey } from '../library/keys.ts';
import { parseNote } from '../library/parse.ts';
import type { Result } from '../library/result.ts';
import type { Note } from '../library/schema.ts';

/** One note as it is stored, in the trash or not. Fails as reading does, or with `damaged`. */
export async function readStoredNote(id: string): Promise<Result<Note>> {
  const stored = await readRecords([noteKey(id)]);
  return stored.ok ? parseNote(stored.value, id) : stored;
}
