import { recentOf } from './recent.ts';
import type { Index, IndexEntry, Note, Project } from './schema.ts';

/** What the index keeps of a project. `notes`: how many are not in the trash. */
export const entryOf = (
  { name, status, aliases, tags, updatedAt, trashedAt }: Project,
  notes: number,
): IndexEntry => ({ name, status, aliases, ...(tags && { tags }), notes, updatedAt, trashedAt });

/** The notes in the trash, and since when. */
export const trashOf = (notes: readonly Note[]): Record<string, string> =>
  Object.fromEntries(notes.flatMap(({ id, trashedAt }) => (trashedAt === null ? [] : [[id, trashedAt]])));

/** The index as it follows from all records. */
export function indexOf(projects: readonly Project[], notes: readonly Note[]): Index {
  const kept = Map.groupBy(
    notes.filter(({ trashedAt }) => trashedAt === null),
    ({ projectId }) => projectId,
  );
  const shown = projects.filter(({ trashedAt }) => trashedAt === null);
  return {
    projects: Object.fromEntries(
      projects.map((project) => [project.id, entryOf(project, kept.get(project.id)?.length ?? 0)]),
    ),
    recent: recentOf(shown.flatMap(({ id }) => kept.get(id) ?? [])),
    trash: trashOf(notes),
  };
}
