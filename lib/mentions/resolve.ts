import { aliasKeys, sigilKey } from './alias.ts';

/** A project that has an alias, with the site to which it tied it, if any. */
interface Holder {
  id: string;
  site: string | null;
}

/** Mention key → the projects that have it. */
export type AliasTable = ReadonlyMap<string, readonly Holder[]>;

/** What resolution reads of a project. */
export interface Aliased {
  id: string;
  /** `insist`: a name that is looked for although it is an everyday word. */
  aliases: readonly { text: string; site: string | null; insist?: true }[];
}

/**
 * Builds the look-up table of mentions. Names, domains and addresses are left out: what is asked of this table, a page
 * may be told.
 */
export function aliasTable(projects: Iterable<Aliased>): AliasTable {
  const table = new Map<string, Holder[]>();
  for (const { id, aliases } of projects) {
    for (const { text, site } of aliases) {
      const key = sigilKey(text);
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
    const meant = meantOn(holders, site);
    if (meant.length > 0) return meant;
  }
  return [];
}

/** The ids of those that a site's page means, each once: only those tied to the site, if any, else those tied to none. */
export function meantOn(holders: readonly Holder[], site: string): string[] {
  const tied = holders.filter((holder) => holder.site === site);
  const meant = tied.length > 0 ? tied : holders.filter((holder) => holder.site === null);
  return [...new Set(meant.map(({ id }) => id))];
}

/** The ids of the projects that have a key, with or without its suffix, on whatever site; each once. */
export const holders = (table: AliasTable, key: string): string[] => [
  ...new Set(aliasKeys(key).flatMap((candidate) => (table.get(candidate) ?? []).map(({ id }) => id))),
];
