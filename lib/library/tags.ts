import type { Index, IndexEntry, Project } from './schema.ts';

/** What a tag is compared by: `DeFi`, `defi` and full-width `ＤｅＦｉ` are one. */
export const tagKey = (tag: string): string => tag.normalize('NFKC').toLowerCase();

/**
 * Tags that are compared the same are one, and the first stays as written. In an order that does not tell when each was
 * added: what is taken away and given back stands where it stood.
 */
export function foldTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) if (!byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag);
}

/** The field of a project with these tags. Without any it has none, as projects from before: their digests stay the same. */
export const tagsField = (tags: readonly string[]): Pick<Project, 'tags'> =>
  tags.length > 0 ? { tags: foldTags(tags) } : {};

/** A tag of the library, as most of its projects write it. */
export interface UsedTag {
  key: string;
  tag: string;
  /** How many projects have it. */
  count: number;
}

/** The tags of all projects that are not in the trash, by name. */
export function tagsInUse({ projects }: Pick<Index, 'projects'>): UsedTag[] {
  // Maps, for a tag may have any name.
  const spellings = new Map<string, Map<string, number>>();
  for (const { tags = [], trashedAt } of Object.values(projects)) {
    if (trashedAt !== null) continue;
    for (const tag of tags) {
      const met = spellings.get(tagKey(tag)) ?? new Map<string, number>();
      spellings.set(tagKey(tag), met.set(tag, (met.get(tag) ?? 0) + 1));
    }
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return [...spellings]
    .map(([key, written]) => {
      const [most = ''] = [...written].reduce((a, b) =>
        b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a,
      );
      return { key, tag: most, count: [...written.values()].reduce((sum, each) => sum + each, 0) };
    })
    .sort((a, b) => compare(a.tag, b.tag) || (a.key < b.key ? -1 : 1));
}

/** Those tags that hold what is typed, the ones that begin with it first, then by how many projects have them. */
export function findTags(used: readonly UsedTag[], typed: string): UsedTag[] {
  const wanted = tagKey(typed.trim());
  const starts = ({ key }: UsedTag) => Number(key.startsWith(wanted));
  return used
    .filter(({ key }) => key.includes(wanted))
    .sort((a, b) => starts(b) - starts(a) || b.count - a.count);
}

/** What adds tags to one project and takes tags away, as the command has it. */
export interface TagChange {
  id: string;
  add: string[];
  remove: string[];
}

/** What one click on a tag does to many projects, and what takes it back. */
export interface TagToggle {
  /** All have it, so it is taken from all; otherwise those without it get it. */
  removes: boolean;
  changes: TagChange[];
  /** Gives each back what it had, as it was written there. */
  reverse: TagChange[];
}

/** Turns a tag on for these projects, or off where all of them have it. */
export function toggleTag(
  projects: Readonly<Record<string, IndexEntry>>,
  ids: readonly string[],
  tag: string,
): TagToggle {
  const key = tagKey(tag);
  const all = ids.map((id) => ({
    id,
    own: projects[id]?.tags?.filter((each) => tagKey(each) === key) ?? [],
  }));
  const removes = all.every(({ own }) => own.length > 0);
  const changed = all.filter(({ own }) => own.length > 0 === removes);
  const [on, off] = removes ? [[], [tag]] : [[tag], []];
  return {
    removes,
    changes: changed.map(({ id }) => ({ id, add: on, remove: off })),
    reverse: changed.map(({ id, own }) => ({ id, add: own, remove: on })),
  };
}
