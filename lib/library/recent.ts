import type { Base, Records } from './parse.ts';
import { readLibrary } from './read-library.ts';
import { done, type Result } from './result.ts';
import type { Index, Note } from './schema.ts';

const atMost = 50;
const atLeast = 10;

/** Merges notes by date, newest first. `kept` stays in its own order, which a wrong clock may have bent. */
export function newestFirst(kept: readonly Note[], entering: readonly Note[]): Note[] {
  const waiting = entering.toSorted((a, b) =>
    a.createdAt > b.createdAt ? -1 : a.createdAt < b.createdAt ? 1 : 0,
  );
  const merged: Note[] = [];
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
export function withReturned(index: Index, recent: readonly Note[], returned: readonly Note[]): string[] {
  const oldest = recent.at(-1)?.createdAt ?? '';
  const fit = holdsMore(index, recent.length)
    ? returned.filter((note) => note.createdAt >= oldest)
    : returned;
  return newestFirst(recent, fit)
    .slice(0, atMost)
    .map(({ id }) => id);
}

/** The recent notes without these; where that leaves too few, the newest of all others. Fails as `readLibrary` does. */
export function withoutLeaving(base: Base, records: Records, leaving: readonly string[]): Result<string[]> {
  const gone = new Set(leaving);
  if (!leavesTooFew(base.index, leaving)) return done(base.index.recent.filter((id) => !gone.has(id)));
  const library = readLibrary(base, records);
  return library.ok ? done(recentOf(library.value.shown.filter(({ id }) => !gone.has(id)))) : library;
}

/** Whether taking these notes out leaves so few that the next newest must be looked up among all notes. */
export function leavesTooFew(index: Index, leaving: readonly string[]): boolean {
  const gone = new Set(leaving);
  const left = index.recent.filter((id) => !gone.has(id)).length;
  return left < index.recent.length && left < atLeast && holdsMore(index, index.recent.length);
}

/** Whether the library shows more notes than this. */
const holdsMore = (index: Index, count: number): boolean =>
  Object.values(index.projects).reduce((sum, entry) => sum + (entry.trashedAt ? 0 : entry.notes), 0) > count;
