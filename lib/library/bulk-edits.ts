import type { Command } from './command.ts';
import type { Change, Edit } from './edit.ts';
import { type Base, parseProject, type Records } from './parse.ts';
import { later } from './project-edits.ts';
import { notesShown, withoutLeaving, withReturned } from './recent.ts';
import { done, failed, type Result } from './result.ts';
import type { StoredProject } from './schema.ts';
import { t } from './text.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Gives each its status. Those that are gone or in the trash by now are left out and counted as `skipped`. */
export function setStatuses(
  command: Of<'set-statuses'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  // Named twice, the last one counts.
  const wanted = new Map(command.statuses.map(({ id, status }) => [id, status]));
  return changeMany([...wanted.keys()], base, records, (project) => {
    if (project.trashedAt !== null) return null;
    const status = wanted.get(project.id) ?? null;
    if (status === project.status) return project;
    return { ...project, status, updatedAt: later(project.updatedAt, now) };
  });
}

/** Moves these to the trash, with their notes. Those that are gone by now are left out and counted as `skipped`. */
export function trashProjects(
  command: Of<'trash-projects'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  const edit = changeMany(command.ids, base, records, (project) => {
    if (project.trashedAt !== null) return project;
    // Under a clock that is years behind it must not be due as soon as the clock is right.
    const at = later(project.updatedAt, now);
    return { ...project, trashedAt: at, updatedAt: at };
  });
  if (!edit.ok) return edit;
  const leaving = beforeIn(edit.value).flatMap(({ notes }) => notes);
  return done({ ...edit.value, recent: withoutLeaving(base.index, records, leaving) });
}

/** Brings these back from the trash with their notes. Those that are gone by now are left out and counted as `skipped`. */
export function restoreProjects(
  command: Of<'restore-projects'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  const edit = changeMany(command.ids, base, records, (project) =>
    project.trashedAt === null
      ? project
      : { ...project, trashedAt: null, updatedAt: later(project.updatedAt, now) },
  );
  if (!edit.ok) return edit;
  const returned = beforeIn(edit.value).flatMap((project) => notesShown(project, base.index, records));
  return done({ ...edit.value, recent: withReturned(base.index, records, returned) });
}

const beforeIn = ({ projects = [] }: Edit): StoredProject[] => projects.flatMap(({ before }) => before ?? []);

/** Changes each of these. `after` answers the same object where nothing changes, and null for a project that is to be left out. */
export function changeMany(
  ids: readonly string[],
  { index }: Base,
  records: Records,
  after: (project: StoredProject) => StoredProject | null,
): Result<Edit> {
  const projects: Change<StoredProject>[] = [];
  const asked = new Set(ids);
  let skipped = 0;
  for (const id of asked) {
    // One that another surface deleted meanwhile must not keep the others from being changed, or given back.
    const found = Object.hasOwn(index.projects, id) ? parseProject(records, id) : null;
    if (found && !found.ok) return found;
    const next = found && after(found.value);
    if (!found || !next) skipped += 1;
    else if (next !== found.value) projects.push({ before: found.value, after: next });
  }
  if (skipped === asked.size) return failed('not-found', t('bulk.noneLeft'));
  return done({ projects, skipped });
}
