import { type Index, type IndexEntry, type Status, statuses } from './schema.ts';

export interface WatchlistGroup {
  /** `null`: kept, but on no list. */
  status: Status | null;
  projects: (IndexEntry & { id: string })[];
}

/** Projects not in the trash by status, those without one last, each group by name; empty groups are left out. */
export function watchlist(index: Index): WatchlistGroup[] {
  const projects = Object.entries(index.projects)
    .map(([id, entry]) => ({ id, ...entry }))
    .filter(({ trashedAt }) => trashedAt === null)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  return [...statuses, null]
    .map((status) => ({ status, projects: projects.filter((project) => project.status === status) }))
    .filter((group) => group.projects.length > 0);
}
