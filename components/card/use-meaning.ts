import { useMemo } from 'react';
import { aliasTableOf } from '../../lib/library/alias-statuses.ts';
import type { Meant } from '../../lib/library/likely-meaning.ts';
import { type NameMeaning, nameMeanings } from '../../lib/library/name-meaning.ts';
import type { Index } from '../../lib/library/schema.ts';
import type { ShownMention } from '../../lib/mentions/card-talk.ts';
import { holders, resolve } from '../../lib/mentions/resolve.ts';

interface Meaning {
  /** What a mention means on a site: none, one or several of the user's projects, none of them in the trash. */
  meaning(mention: ShownMention, site: string): Meant[];
  /** The projects that have its alias at all, for this site or another. */
  anywhere(mention: ShownMention): Meant[];
  /** Of a name, domain or address: the alias that it is found by. */
  alias(mention: ShownMention): NameMeaning | null;
}

/** Answers what mentions mean. */
export function useMeaning(index: Index): Meaning {
  return useMemo(() => {
    const table = aliasTableOf(index);
    const nameMeaning = nameMeanings(index);
    const projects = (ids: string[]): Meant[] =>
      ids.flatMap((id) => {
        const project = index.projects[id];
        return project ? [{ id, project }] : [];
      });
    return {
      meaning: ({ kind, key, text }, site) =>
        projects(kind === 'name' ? (nameMeaning(text, site)?.here ?? []) : resolve(table, key, site)),
      anywhere: ({ kind, key, text }) =>
        projects(kind === 'name' ? (nameMeaning(text, '')?.anywhere ?? []) : holders(table, key)),
      alias: (mention) => (mention.kind === 'name' ? nameMeaning(mention.text, '') : null),
    };
  }, [index]);
}
