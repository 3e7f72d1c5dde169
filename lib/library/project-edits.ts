import { aliasKey } from '../mentions/alias.ts';
import type { Command } from './command.ts';
import { sameContent } from './digest.ts';
import { draftsWith } from './drafts.ts';
import type { Edit } from './edit.ts';
import { type Base, parseProject, type Records } from './parse.ts';
import { notesShown, withoutLeaving, withReturned } from './recent.ts';
import { done, failed, type Result } from './result.ts';
import type { Alias, Project, StoredProject } from './schema.ts';
import { t } from './text.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type ProjectChange = Of<'edit-project' | 'add-aliases' | 'remove-aliases' | 'set-status'>;

/** Keeps a new project under a new id, and clears the draft that it was made from. */
export function keepProject(command: Of<'keep-project'>, base: Base, id: string, now: string): Result<Edit> {
  const { name, status, thesis } = command;
  const aliases = foldAliases(command.aliases);
  const times = { createdAt: now, updatedAt: now, trashedAt: null };
  const project: StoredProject = {
    id,
    name,
    aliases,
    status,
    thesis,
    ...times,
    notes: [],
    openQuestions: [],
  };
  return done({ projects: [{ before: null, after: project }], drafts: draftsWith(command, base), id });
}

/** Changes what the user wrote about a project or where it stands, and clears the drafts of what it changes. */
export function editProject(command: ProjectChange, base: Base, records: Records, now: string): Result<Edit> {
  const found = projectNotInTrash(base, records, command.id);
  if (!found.ok) return found;
  const after = edited(found.value, command, now);
  if (after.aliases.length > 200) return aliasesTooMany(after.name, after.aliases.length);
  const drafts = draftsWith(command, base);
  return done(after === found.value ? { id: command.id, drafts } : { ...change(found.value, after), drafts });
}

/** Moves a project to the trash; its notes stay with it. */
export function trashProject(
  command: Of<'trash-project'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  const found = projectKept(base, records, command.id);
  if (!found.ok) return found;
  const { value: project } = found;
  if (project.trashedAt !== null) return done({ id: project.id });

  // Under a clock that is years behind it must not be due as soon as the clock is right.
  const at = later(project.updatedAt, now);
  return done({
    ...change(project, { ...project, trashedAt: at, updatedAt: at }),
    recent: withoutLeaving(base.index, records, project.notes),
  });
}

/** Brings a project back from the trash with its notes. */
export function restoreProject(
  command: Of<'restore-project'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  const found = projectKept(base, records, command.id);
  if (!found.ok) return found;
  const { value: project } = found;
  if (project.trashedAt === null) return done({ id: project.id });

  return done({
    ...change(project, { ...project, trashedAt: null, updatedAt: later(project.updatedAt, now) }),
    recent: withReturned(base.index, records, notesShown(project, base.index, records)),
  });
}

export const projectUnknown = () => failed('not-found', t('lib.unknown.project'));

/** The project, in the trash or not; `not-found` if the library has none with this id. */
function projectKept(base: Base, records: Records, id: string): Result<StoredProject> {
  return Object.hasOwn(base.index.projects, id) ? parseProject(records, id) : projectUnknown();
}

/** The project; `not-found` too if it is in the trash. */
export function projectNotInTrash(base: Base, records: Records, id: string): Result<StoredProject> {
  const found = projectKept(base, records, id);
  return found.ok && found.value.trashedAt !== null ? inTrash(found.value.name) : found;
}

/** `not-found`, for what cannot be done to a project of this name while it is in the trash. */
export const inTrash = (name: string): Result<never> =>
  failed('not-found', t('lib.unknown.inTrash', { name }));

/** `bad-command`, for a project of this name that would get so many aliases. */
export const aliasesTooMany = (name: string, count: number): Result<never> =>
  failed('bad-command', t('lib.limit.aliases', { name, count, most: 200 }));

/** Aliases that resolve the same on the same site are one: the first stays, and insists if any of them does. */
export function foldAliases(aliases: readonly Alias[]): Alias[] {
  const byKey = new Map<string, Alias>();
  for (const alias of aliases) {
    const key = `${aliasKey(alias.text) ?? alias.text} ${alias.site ?? ''}`;
    const met = byKey.get(key);
    if (!met) byKey.set(key, alias);
    else if (alias.insist) byKey.set(key, { ...met, insist: true });
  }
  return [...byKey.values()];
}

/** The later of two instants: a clock that was set back must not make a change look older than what it changed. */
export const later = (before: string, now: string): string => (now > before ? now : before);

function edited(project: StoredProject, command: ProjectChange, now: string): StoredProject {
  const after = { ...project, ...patchOf(project, command) };
  return sameContent(after, project) ? project : { ...after, updatedAt: later(project.updatedAt, now) };
}

function patchOf(project: Project, command: ProjectChange): Partial<Project> {
  switch (command.type) {
    case 'edit-project':
      return {
        name: command.name ?? project.name,
        thesis: command.thesis ?? project.thesis,
      };
    case 'add-aliases':
      return { aliases: foldAliases([...project.aliases, ...command.aliases]) };
    case 'remove-aliases':
      return { aliases: withoutAliases(project.aliases, command.aliases) };
    case 'set-status':
      return { status: command.status };
  }
}

const withoutAliases = (aliases: readonly Alias[], removed: readonly Alias[]): Alias[] =>
  aliases.filter(({ text, site }) => !removed.some((one) => one.text === text && one.site === site));

const change = (before: StoredProject, after: StoredProject): Edit => ({
  projects: [{ before, after }],
  id: after.id,
});
