import { type AliasTable, aliasTable, resolve } from '../mentions/resolve.ts';
import type { AliasStatus } from './alias-status.ts';
import { aliasedIn } from './aliased-in.ts';
import { ignoredOn } from './ignored.ts';
import type { Index, Settings } from './schema.ts';

/** The table that resolves aliases; those of a project in the trash resolve to nothing. */
export const aliasTableOf = (index: Index): AliasTable => aliasTable(aliasedIn(index));

/**
 * What a page on `site` may learn of these alias keys. Where a key names several projects, the first status
 * counts and their notes are summed: the card asks which is meant.
 */
export function aliasStatuses(
  index: Index,
  table: AliasTable,
  settings: Settings,
  site: string,
  aliases: readonly string[],
): Record<string, AliasStatus> {
  const isIgnored = ignoredOn(settings.ignored, site);
  return Object.fromEntries(
    aliases.map((key) => {
      const entries = resolve(table, key, site).flatMap((id) => index.projects[id] ?? []);
      const status: AliasStatus = {
        known: entries.length > 0,
        status: entries.find((entry) => entry.status !== null)?.status ?? null,
        notes: entries.reduce((sum, entry) => sum + entry.notes, 0),
        ignored: isIgnored(key),
      };
      return [key, status];
    }),
  );
}
