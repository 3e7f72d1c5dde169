import { aliasTableOf } from '../../lib/library/alias-statuses.ts';
import type { Index } from '../../lib/library/schema.ts';
import { aliasKey, readAlias } from '../../lib/mentions/alias.ts';
import { holders } from '../../lib/mentions/resolve.ts';

/** The ids of the kept projects that have this alias, whatever kind it is and however it is written; not those in the trash. */
export function keptAs(index: Index, alias: string): string[] {
  const read = readAlias(alias);
  if (read?.kind === 'mention') return holders(aliasTableOf(index), read.key);
  const key = aliasKey(alias);
  return Object.entries(index.projects)
    .filter(
      ([, { aliases, trashedAt }]) =>
        trashedAt === null && aliases.some(({ text }) => text === alias || aliasKey(text) === key),
    )
    .map(([id]) => id);
}
