import { ignoredOn } from '../library/ignored.ts';
import type { CountedMention } from '../library/page-report.ts';
import type { Index, Settings } from '../library/schema.ts';
import type { AliasTable } from '../mentions/resolve.ts';
import { resolve } from '../mentions/resolve.ts';

/** A project of the library that stands on this page. */
export interface PageProject {
  id: string;
  /** Mentions of it on the page. */
  count: number;
  /** Those that the page may be led to: what it does not paint would tell it that it is kept. */
  mentions: CountedMention[];
}

/** Mentions that differ only in their sigil (`$OPG`, `#OPG`) and that the same projects claim, if any. */
export interface MentionGroup {
  /** Key of the first mention. */
  key: string;
  mentions: CountedMention[];
  count: number;
  /** Projects that have the alias; empty for an unknown mention. */
  claimedBy: string[];
}

export interface PageProjects {
  known: PageProject[];
  /** Each means several projects. */
  shared: MentionGroup[];
  unknown: MentionGroup[];
  /** Those that the user asked not to see, here or everywhere, whether they mean a project or not. */
  ignored: MentionGroup[];
}

const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count;

/** What is asked of the page. */
interface MentionsOf {
  site: string;
  /** In a private window, where weak mentions are never painted. */
  private: boolean;
  mentions: readonly CountedMention[];
}

/**
 * Sorts the mentions of a page by what the library knows of them, the most mentioned first. A weak mention that the
 * library does not know is left out, unless the user ignored it: the page alone does not tell that it is one.
 */
export function pageProjects(
  page: MentionsOf,
  table: AliasTable,
  projects: Index['projects'],
  { ignored, weakSites }: Pick<Settings, 'ignored' | 'weakSites'>,
): PageProjects {
  const { site, mentions } = page;
  const areWeakPainted = weakSites.includes(site) && !page.private;
  const known = new Map<string, PageProject>();
  const groups = {
    shared: new Map<string, MentionGroup>(),
    unknown: new Map(),
    ignored: new Map(),
  } as Record<'shared' | 'unknown' | 'ignored', Map<string, MentionGroup>>;

  const isIgnored = ignoredOn(ignored, site);
  for (const mention of mentions) {
    const unwanted = isIgnored(mention.key);
    const ids = resolve(table, mention.key, site).filter((id) => projects[id]?.trashedAt === null);
    const [only] = ids;
    if (!unwanted && only !== undefined && ids.length === 1) {
      const met = known.get(only) ?? { id: only, count: 0, mentions: [] };
      met.count += mention.count;
      if (mention.strength === 'strong' || areWeakPainted) met.mentions.push(mention);
      known.set(only, met);
      continue;
    }
    if (!unwanted && ids.length === 0 && mention.strength === 'weak') continue;
    const groupsOf = groups[unwanted ? 'ignored' : ids.length > 1 ? 'shared' : 'unknown'];
    const name = [mention.key.slice(1), ...(unwanted ? [] : ids)].join(' ');
    const group = groupsOf.get(name) ?? { key: mention.key, mentions: [], count: 0, claimedBy: ids };
    group.mentions.push(mention);
    group.count += mention.count;
    groupsOf.set(name, group);
  }
  return {
    known: [...known.values()].sort(byCount),
    shared: [...groups.shared.values()].sort(byCount),
    unknown: [...groups.unknown.values()].sort(byCount),
    ignored: [...groups.ignored.values()].sort(byCount),
  };
}
