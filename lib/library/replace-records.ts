import { sameContent } from './digest.ts';
import type { Change, Edit } from './edit.ts';
import { openQuestionsOf } from './open-questions.ts';
import { projectAlone, type StoredLibrary } from './read-library.ts';
import { newestFirst, recentOf } from './recent.ts';
import type { Note, Project, StoredProject } from './schema.ts';

/** Replaces many records at once, and brings what follows from a project's notes and the recent notes up to date. */
export function replacing(
  library: StoredLibrary,
  projects: readonly Change<Project>[],
  notes: readonly Change<Note>[],
): Pick<Edit, 'projects' | 'notes' | 'recent'> {
  const stored = new Map(library.projects.map((project) => [project.id, project]));
  const alone = after(library.projects.map(projectAlone), projects);
  const lists = notesByProject(library, notes);

  const changes: Change<StoredProject>[] = projects
    .filter((change) => change.after === null)
    .map(({ before }) => ({ before: (before && stored.get(before.id)) ?? null, after: null }));
  const shown: Note[] = [];
  for (const project of alone) {
    const list = lists.get(project.id) ?? [];
    const before = stored.get(project.id) ?? null;
    const next = { ...project, notes: list.map(({ id }) => id), openQuestions: openQuestionsOf(list) };
    if (!before || !sameContent(before, next)) changes.push({ before, after: next });
    if (project.trashedAt === null) shown.push(...list.filter(({ trashedAt }) => trashedAt === null));
  }
  return { projects: changes, notes: [...notes], recent: recentOf(shown) };
}

/** All notes as they are after the changes. */
export const notesAfter = (notes: readonly Note[], changes: readonly Change<Note>[]): Note[] =>
  after(notes, changes);

/** Notes that stay in a project keep their order; those that enter it go where their dates say. */
function notesByProject(library: StoredLibrary, changes: readonly Change<Note>[]): Map<string, Note[]> {
  const home = new Map(library.notes.map(({ id, projectId }) => [id, projectId]));
  const stays = ({ id, projectId }: Note) => home.get(id) === projectId;
  const byProject = Map.groupBy(after(library.notes, changes), ({ projectId }) => projectId);
  return new Map(
    [...byProject].map(([id, notes]) => [
      id,
      newestFirst(
        notes.filter(stays),
        notes.filter((note) => !stays(note)),
      ),
    ]),
  );
}

/** The records after the changes: in their own order, new ones last. */
function after<T extends { id: string }>(records: readonly T[], changes: readonly Change<T>[]): T[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const change of changes) {
    if (change.after) byId.set(change.after.id, change.after);
    else if (change.before) byId.delete(change.before.id);
  }
  return [...byId.values()];
}
