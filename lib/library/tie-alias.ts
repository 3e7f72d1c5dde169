import { aliasKey } from '../mentions/alias.ts';
import type { Command } from './command.ts';
import type { Change, Edit } from './edit.ts';
import type { Base, Records } from './parse.ts';
import { aliasesTooMany, foldAliases, later, projectNotInTrash } from './project-edits.ts';
import { done, type Result } from './result.ts';
import type { Alias, Index, StoredProject } from './schema.ts';

type TieAlias = Extract<Command, { type: 'tie-alias' }>;

/** The projects, none of them in the trash, to which the alias with this key is tied on `site`. */
export const tiedTo = (index: Index, key: string, site: string): string[] =>
  Object.entries(index.projects)
    .filter(([, { trashedAt, aliases }]) => trashedAt === null && aliases.some(isTied(key, site)))
    .map(([id]) => id);

/** The projects that such a command changes, or finds as they should be. */
export const tieConcerns = ({ text, site, ids }: TieAlias, index: Index): string[] => [
  ...new Set([...ids, ...tiedTo(index, aliasKey(text) ?? text, site)]),
];

/** Ties an alias to the projects that it means on a site, and no longer to any other: all in one step. */
export function tieAlias(command: TieAlias, base: Base, records: Records, now: string): Result<Edit> {
  const { text, site, ids } = command;
  const isTie = isTied(aliasKey(text) ?? text, site);
  const changes: Change<StoredProject>[] = [];
  for (const id of tieConcerns(command, base.index)) {
    const found = projectNotInTrash(base, records, id);
    if (!found.ok) return found;
    const { value: before } = found;
    const aliases = ids.includes(id)
      ? foldAliases([...before.aliases, { text, site }])
      : before.aliases.filter((alias) => !isTie(alias));
    if (aliases.length > 200) return aliasesTooMany(before.name, aliases.length);
    if (aliases.length === before.aliases.length) continue;
    changes.push({ before, after: { ...before, aliases, updatedAt: later(before.updatedAt, now) } });
  }
  return done({ projects: changes, ...(ids[0] !== undefined && { id: ids[0] }) });
}

const isTied =
  (key: string, site: string) =>
  (alias: Alias): boolean =>
    alias.site === site && aliasKey(alias.text) === key;
