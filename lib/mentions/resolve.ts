import { aliasKey, aliasKeys } from './alias.ts';

/** Alias key → the projects that have it, with the site to which each tied it, if any. */
export type AliasTable = ReadonlyMap<string, readonly { id: string; site: string | null }[]>;

/** What resolution reads of a project. */
export interface Aliased {
  id: string;
  aliases: readonly { text: string; site: string | null }[];
}

/** Builds the look-up table; texts that are no alias are left out. */
export function aliasTable(projects: Iterable<Aliased>): AliasTable {
  const table = new Map<string, { id: string; site: string | null }[]>();
  for (const { id, aliases } of projects) {
    for (const { text, site } of aliases) {
      const key = aliasKey(text);
      if (key === null) continue;
      const holders = table.get(key);
      if (holders) holders.push({ id, site });
      else table.set(key, [{ id, site }]);
    }
  }
  return table;
}

/**
 * The ids of the projects that a key may mean on a site, each once: only those tied to the site, if there are any, else
 * those tied to none. The key with its suffix comes first (`$brk.b`), then the one without; empty when unknown.
 */
export function resolve(table: AliasTable, key: string, site: string): string[] {
  for (const candidate of aliasKeys(key)) {
    const holders = table.get(candidate) ?? [];
    const tied = holders.filter((holder) => holder.site === site);
    const meant = tied.length > 0 ? tied : holders.filter((holder) => holder.site === null);
    if (meant.length > 0) return [...new Set(meant.map(({ id }) => id))];
  }
  return [];
}

/** The ids of the projects that have a key, with or without its suffix, on whatever site; each once. */
export const holders = (table: AliasTable, key: string): string[] => [
  ...new Set(aliasKeys(key).flatMap((candidate) => (table.get(candidate) ?? []).map(({ id }) => id))),
];
