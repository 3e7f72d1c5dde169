import { kindOf, readAlias } from '../mentions/alias.ts';
import { type Index, type IndexEntry, type Status, statuses } from './schema.ts';
import { tagKey } from './tags.ts';

/** A project of the index with its id. */
export interface ListedProject extends IndexEntry {
  id: string;
}

/** What a project's own record adds to the index. */
export interface ProjectFacts {
  openQuestions: number;
  /** When it was kept first. */
  createdAt: string;
}

/** By project id; a project that was not read yet, or can not be, is not in it. */
export type Facts = ReadonlyMap<string, ProjectFacts>;

/** What a list of projects can be sorted by; names rise, all else begins with the newest or the most. */
export const listOrders = ['name', 'changed', 'kept', 'notes'] as const;
export type ListOrder = (typeof listOrders)[number];

/** What an alias looks like, in the order offered: by its sigil, or what it is without one. */
export const aliasForms = ['cashtag', 'handle', 'hashtag', 'name', 'domain', 'address'] as const;
export type AliasForm = (typeof aliasForms)[number];

/** The four statuses and none. */
export const statusChoices = [...statuses, null] as const;

/** What a list is narrowed to; empty or null: not by this. */
export interface ListFilter {
  /** Every word of it stands somewhere in the name, an alias or a tag. */
  text: string;
  /** Any of these. */
  statuses: readonly (Status | null)[];
  /** Has all of these, by `tagKey`. */
  tags: readonly string[];
  /** Has an open question. */
  asks: boolean;
  /** Has an alias of this form. */
  form: AliasForm | null;
}

export const noFilter: ListFilter = { text: '', statuses: [], tags: [], asks: false, form: null };

/** Whether the filter lets all projects through. */
export const isOpenFilter = ({ text, statuses, tags, asks, form }: ListFilter): boolean =>
  text.trim() === '' && statuses.length === 0 && tags.length === 0 && !asks && form === null;

export interface FilteredList {
  projects: ListedProject[];
  /** How many there would be with each choice, the other filters staying as they are. */
  counts: {
    status: ReadonlyMap<Status | null, number>;
    /** By `tagKey`: with this one too. */
    tag: ReadonlyMap<string, number>;
    asks: number;
    form: ReadonlyMap<AliasForm, number>;
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Projects not in the trash, sorted; those that are equal in it by name. `facts` is needed for `kept` alone. */
export function sortedProjects(index: Index, order: ListOrder, facts: Facts): ListedProject[] {
  const projects = Object.entries(index.projects).flatMap(([id, entry]) =>
    entry.trashedAt === null ? [{ id, ...entry }] : [],
  );
  // Made once: `localeCompare` looks its rules up for each pair.
  const { compare } = new Intl.Collator();
  const byName = (a: ListedProject, b: ListedProject) => compare(a.name, b.name) || byText(a.id, b.id);
  const keptAt = ({ id }: ListedProject) => facts.get(id)?.createdAt ?? '';
  const by: Record<ListOrder, (a: ListedProject, b: ListedProject) => number> = {
    name: byName,
    changed: (a, b) => byText(b.updatedAt, a.updatedAt) || byName(a, b),
    kept: (a, b) => byText(keptAt(b), keptAt(a)) || byName(a, b),
    notes: (a, b) => b.notes - a.notes || byName(a, b),
  };
  return projects.sort(by[order]);
}

/** The projects that the filter lets through, in their order, in one pass. */
export function filterProjects(
  projects: readonly ListedProject[],
  filter: ListFilter,
  facts: Facts,
): FilteredList {
  const words = foldedOf(filter.text).split(/\s+/u).filter(Boolean);
  const wanted = new Set(filter.statuses);
  const status = new Map<Status | null, number>();
  const form = new Map<AliasForm, number>();
  const tag = new Map<string, number>();
  let asks = 0;
  const through: ListedProject[] = [];
  const count = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);

  for (const project of projects) {
    const { text, forms, tags } = seen(project);
    if (!words.every((word) => text.includes(word))) continue;
    if (!filter.tags.every((key) => tags.has(key))) continue;
    const asking = (facts.get(project.id)?.openQuestions ?? 0) > 0;
    const fits = {
      status: wanted.size === 0 || wanted.has(project.status),
      asks: !filter.asks || asking,
      form: filter.form === null || forms.has(filter.form),
    };
    if (fits.asks && fits.form) count(status, project.status);
    if (fits.status && fits.form && asking) asks += 1;
    if (fits.status && fits.asks) for (const each of forms) count(form, each);
    if (!fits.status || !fits.asks || !fits.form) continue;
    for (const each of tags) count(tag, each);
    through.push(project);
  }
  return { projects: through, counts: { status, tag, asks, form } };
}

/** As it is compared: without case, without marks above and below letters. */
const foldedOf = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

interface Seen {
  name: string;
  written: readonly string[] | undefined;
  text: string;
  forms: ReadonlySet<AliasForm>;
  tags: ReadonlySet<string>;
}

// By the list of aliases, which is another one after each change of the index: a key stroke finds what was made before.
const known = new WeakMap<object, Seen>();

function seen({ name, aliases, tags }: ListedProject): Seen {
  const met = known.get(aliases);
  if (met?.name === name && met.written === tags) return met;
  const made = {
    name,
    written: tags,
    text: foldedOf([name, ...aliases.map(({ text }) => text), ...(tags ?? [])].join('\n')),
    forms: new Set(aliases.flatMap(({ text }) => formOf(text) ?? [])),
    tags: new Set(tags?.map(tagKey)),
  };
  known.set(aliases, made);
  return made;
}

const sigils = '$＄@＠#＃';

/** The form of an alias; null where it is none. */
function formOf(text: string): AliasForm | null {
  if (sigils.includes(text.charAt(0))) return kindOf(text);
  const kind = readAlias(text)?.kind;
  return kind === undefined || kind === 'mention' ? null : kind;
}
