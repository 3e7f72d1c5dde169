import { parseNote, parseProject, type Records } from './parse.ts';
import type { Index, Note, StoredProject } from './schema.ts';

const atMost = 50;
const atLeast = 10;

type Dated = Pick<Note, 'id' | 'createdAt'>;

/** Merges notes by date, newest first. `kept` stays in its own order, which a wrong clock may have bent. */
export function newestFirst<T extends Dated>(kept: readonly T[], entering: readonly T[]): T[] {
  const waiting = entering.toSorted((a, b) =>
    a.createdAt > b.createdAt ? -1 : a.createdAt < b.createdAt ? 1 : 0,
  );
  const merged: T[] = [];
  let at = 0;
  for (const note of kept) {
    const from = at;
    while ((waiting[at]?.createdAt ?? '') >= note.createdAt) at += 1;
    merged.push(...waiting.slice(from, at), note);
  }
  return [...merged, ...waiting.slice(at)];
}

/** The index's recent notes, from all notes that are neither in the trash nor of a project in the trash. */
export const recentOf = (alive: readonly Note[]): string[] =>
  newestFirst([], alive)
    .slice(0, atMost)
    .map(({ id }) => id);

/** Puts the note just added first. */
export const withAdded = (recent: readonly string[], id: string): string[] =>
  [id, ...recent].slice(0, atMost);

/**
 * Puts notes back where their dates say. One older than all recent notes stays out if notes beyond these exist,
 * for one of those may be newer.
 */
export function withReturned(index: Index, records: Records, returned: readonly Dated[]): string[] {
  const recent = recentIn(index, records);
  const oldest = recent.at(-1)?.createdAt ?? '';
  const fit = holdsMore(index, recent.length)
    ? returned.filter((note) => note.createdAt >= oldest)
    : returned;
  return newestFirst(recent, fit)
    .slice(0, atMost)
    .map(({ id }) => id);
}

/** The recent notes without these; where that leaves too few, with the newest of all others. */
export function withoutLeaving(index: Index, records: Records, leaving: readonly string[]): string[] {
  const gone = new Set(leaving);
  const staying = recentIn(index, records).filter(({ id }) => !gone.has(id));
  const known = new Set([...leaving, ...index.recent]);
  const others = leavesTooFew(index, leaving) ? shownIn(index, records, known) : [];
  return newestFirst(staying, others)
    .slice(0, atMost)
    .map(({ id }) => id);
}

/** The recent notes as far as they can be read. One that can not is there all the same: it stays behind the one before it. */
function recentIn(index: Index, records: Records): Dated[] {
  let createdAt = '9999';
  return index.recent.map((id) => {
    const note = parseNote(records, id);
    if (note.ok) createdAt = note.value.createdAt;
    return { id, createdAt };
  });
}

/** All notes of projects that are not in the trash, as far as the projects can be read, without the `known` ones. */
const shownIn = (index: Index, records: Records, known: ReadonlySet<string>): Dated[] =>
  Object.entries(index.projects).flatMap(([id, { trashedAt }]) => {
    const project = trashedAt === null ? parseProject(records, id) : null;
    if (!project?.ok) return [];
    const notes = project.value.notes.filter((note) => !known.has(note));
    return notesShown({ notes }, index, records);
  });

/** The project's notes that are not in the trash. One that can not be read is older than all others. */
export const notesShown = (
  { notes }: Pick<StoredProject, 'notes'>,
  { trash = {} }: Index,
  records: Records,
): Dated[] =>
  notes.flatMap((id) => {
    const note = parseNote(records, id);
    if (!note.ok) return Object.hasOwn(trash, id) ? [] : [{ id, createdAt: '' }];
    return note.value.trashedAt === null ? [note.value] : [];
  });

/** Whether taking these notes out leaves so few that the next newest must be looked up among all notes. */
export function leavesTooFew(index: Index, leaving: readonly string[]): boolean {
  const gone = new Set(leaving);
  const left = index.recent.filter((id) => !gone.has(id)).length;
  return left < index.recent.length && left < atLeast && holdsMore(index, index.recent.length);
}

/** Whether the library shows more notes than this. */
const holdsMore = (index: Index, count: number): boolean =>
  Object.values(index.projects).reduce((sum, entry) => sum + (entry.trashedAt ? 0 : entry.notes), 0) > count;
