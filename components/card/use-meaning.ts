import { useMemo } from 'react';
import type { Index, IndexEntry } from '../../lib/library/schema.ts';
import type { ShownMention } from '../../lib/mentions/card-talk.ts';
import { aliasTable, resolve } from '../../lib/mentions/resolve.ts';

export interface Meant {
  id: string;
  project: IndexEntry;
}

/** Answers what a mention means on a site: none, one or several of the user's projects, none of them in the trash. */
export function useMeaning(index: Index): (mention: ShownMention, site: string) => Meant[] {
  return useMemo(() => {
    const kept = Object.entries(index.projects).filter(([, project]) => project.trashedAt === null);
    const table = aliasTable(kept.map(([id, { aliases }]) => ({ id, aliases })));
    return (mention, site) =>
      resolve(table, mention.key, site).flatMap((id) => {
        const project = index.projects[id];
        return project ? [{ id, project }] : [];
      });
  }, [index]);
}
