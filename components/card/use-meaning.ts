import { useMemo } from 'react';
import { aliasTableOf } from '../../lib/library/alias-statuses.ts';
import type { Index, IndexEntry } from '../../lib/library/schema.ts';
import type { ShownMention } from '../../lib/mentions/card-talk.ts';
import { resolve } from '../../lib/mentions/resolve.ts';

export interface Meant {
  id: string;
  project: IndexEntry;
}

/** Answers what a mention means on a site: none, one or several of the user's projects, none of them in the trash. */
export function useMeaning(index: Index): (mention: ShownMention, site: string) => Meant[] {
  return useMemo(() => {
    const table = aliasTableOf(index);
    return (mention, site) =>
      resolve(table, mention.key, site).flatMap((id) => {
        const project = index.projects[id];
        return project ? [{ id, project }] : [];
      });
  }, [index]);
}
