import { type NamedTable, namedSpans, namedTable } from '../mentions/find-named.ts';
import { meantOn } from '../mentions/resolve.ts';
import { aliasedIn } from './aliased-in.ts';
import type { Index } from './schema.ts';

/** What a name, domain or address of a page means. */
export interface NameMeaning {
  /** `aliasKey` of the alias, and its text as the user keeps it. */
  key: string;
  text: string;
  /** Only the ends of an address stand there. */
  maybe: boolean;
  /** The ids of the projects that it means on the site. */
  here: string[];
  /** The ids of those that have the alias, on whatever site. */
  anywhere: string[];
}

/** Answers what a text that the background found means on a site; null where nobody has it any more. */
export function nameMeanings(index: Index): (text: string, site: string) => NameMeaning | null {
  let table: NamedTable | undefined;
  return (text, site) => {
    table ??= namedTable(aliasedIn(index));
    // What is no everyday word was decided by the background, which has the dictionary.
    const [span] = namedSpans(table, text, { isWord: () => false, isIgnored: () => false });
    const [holder] = span?.holders ?? [];
    if (!span || !holder || span.start > 0 || span.end < text.length) return null;
    return {
      key: holder.key,
      text: holder.text,
      maybe: span.by === 'maybe',
      here: meantOn(span.holders, site),
      anywhere: [...new Set(span.holders.map(({ id }) => id))],
    };
  };
}
