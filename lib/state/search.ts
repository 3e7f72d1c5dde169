import { onRecordsChanged, readLibrary } from '../extension/storage.ts';
import { noteKey, projectKey } from '../library/keys.ts';
import { done, type Result } from '../library/result.ts';
import type { Note, Project } from '../library/schema.ts';
import { search, searchIndex } from '../library/search.ts';

/** One hit with what a list shows of it. */
export type Found = { type: 'project'; project: Project } | { type: 'note'; note: Note; project: Project };

type Finder = (query: string, limit: number) => Found[];

/** Reads the whole library once and answers a function that searches it. */
async function buildFinder(): Promise<Result<Finder>> {
  const library = await readLibrary();
  if (!library.ok) return library;
  const index = searchIndex(library.value);
  const projects = new Map(library.value.projects.map((project) => [project.id, project]));
  const notes = new Map(library.value.notes.map((note) => [note.id, note]));
  return done((query, limit) =>
    search(index, query, limit).flatMap((hit): Found[] => {
      const project = projects.get(hit.projectId);
      const note = notes.get(hit.id);
      if (!project) return [];
      if (hit.type === 'project') return [{ type: 'project', project }];
      return note ? [{ type: 'note', note, project }] : [];
    }),
  );
}

const isRecord = (key: string) => key.startsWith(projectKey('')) || key.startsWith(noteKey(''));

let finder: Promise<Result<Finder>> | null = null;
let following = false;

/**
 * Finds projects and notes, best first. The first search reads the whole library; after a change of a record the next
 * one reads it again. Fails as reading the library does, and then tries anew next time.
 */
export async function findInLibrary(query: string, limit: number): Promise<Result<Found[]>> {
  if (!following) {
    following = true;
    onRecordsChanged((changed) => {
      if (Object.keys(changed).some(isRecord)) finder = null;
    });
  }
  finder ??= buildFinder();
  const built = await finder;
  if (built.ok) return done(built.value(query, limit));
  finder = null;
  return built;
}
