import { aliasKey, aliasKeys } from '../mentions/alias.ts';
import type { Alias, IndexEntry } from './schema.ts';

/** One of several projects that an alias may mean. */
export interface Meant {
  id: string;
  project: IndexEntry;
}

/** Where the notes of a project were taken, as far as its newest ones tell. */
export interface NotePlaces {
  /** When the newest was written; null without notes. */
  newest: string | null;
  /** How many come from each site. */
  sites: ReadonlyMap<string, number>;
}

/** What speaks for one of the projects: the kinds from the strongest to the weakest. */
export type Evidence =
  /** Another alias of it stands in the same block of text. */
  | { kind: 'beside'; text: string }
  /** Another alias of it stands on the page. */
  | { kind: 'page'; text: string }
  /** Another alias of it is tied to this site. */
  | { kind: 'tied'; text: string }
  /** Notes of it come from this site. */
  | { kind: 'noted'; notes: number }
  /** The user chose it on another site. */
  | { kind: 'chosen'; site: string }
  /** When its newest note was written. */
  | { kind: 'newest'; date: string };

export interface Likely extends Meant {
  /** The strongest that speaks for it. */
  evidence: Evidence | null;
  /** More speaks for it than for every other. */
  likeliest: boolean;
}

/** Where an alias asks which of several projects it means. */
export interface Place {
  key: string;
  /** Empty where there is none. */
  site: string;
  /** Alias keys in the same block of text. */
  beside: readonly string[];
  /** Alias keys on the whole page. */
  onPage: readonly string[];
}

/**
 * The projects that an alias may mean, the likeliest first, each with what speaks for it. What all of them have says
 * nothing. Among those for which the same speaks, the one with more notes comes first, then the names decide.
 */
export function likelyMeanings(
  meant: readonly Meant[],
  place: Place,
  notes: ReadonlyMap<string, NotePlaces>,
): Likely[] {
  const weighed = meant.map((each) => {
    const others = meant.filter(({ id }) => id !== each.id);
    const evidence = evidenceFor(each, others, place, notes.get(each.id));
    return { ...each, evidence, weight: weightOf(evidence) };
  });
  const sorted = weighed.sort(
    (a, b) =>
      compare(b.weight, a.weight) ||
      b.project.notes - a.project.notes ||
      compare([a.project.name, a.id], [b.project.name, b.id]),
  );
  const [first, second] = sorted;
  return sorted.map(({ id, project, evidence, weight }) => ({
    id,
    project,
    evidence: evidence[0] ?? null,
    likeliest: weight === first?.weight && second !== undefined && compare(weight, second.weight) > 0,
  }));
}

/** All that speaks for a project, the strongest first. */
function evidenceFor(
  { project }: Meant,
  others: readonly Meant[],
  { key, site, beside, onPage }: Place,
  notes: NotePlaces | undefined,
): Evidence[] {
  const shared = new Set(others.flatMap((other) => other.project.aliases.flatMap(keyOf)));
  const here = ({ site: of }: Alias) => of === null || of === site;
  const own = project.aliases.filter((alias) => here(alias) && !keyOf(alias).some((of) => shared.has(of)));
  const found = (keys: readonly string[]) => {
    // `$btc-usd` on the page speaks for the project with `$btc`; the alias that asks does not speak for itself.
    const there = new Set(keys.filter((other) => other !== key).flatMap(aliasKeys));
    return own.filter((alias) => keyOf(alias).some((of) => there.has(of) && !aliasKeys(key).includes(of)));
  };
  const noted = notes?.sites.get(site) ?? 0;
  const [chosen] = project.aliases.filter(
    (alias) => alias.site !== null && alias.site !== site && keyOf(alias).includes(key),
  );
  return [
    ...found(beside).map(({ text }): Evidence => ({ kind: 'beside', text })),
    ...found(onPage).map(({ text }): Evidence => ({ kind: 'page', text })),
    ...own
      .filter((alias) => alias.site !== null && !keyOf(alias).includes(key))
      .map(({ text }): Evidence => ({ kind: 'tied', text })),
    ...(noted > 0 && site !== '' ? [{ kind: 'noted' as const, notes: noted }] : []),
    ...(chosen?.site ? [{ kind: 'chosen' as const, site: chosen.site }] : []),
    ...(notes?.newest ? [{ kind: 'newest' as const, date: notes.newest }] : []),
  ];
}

const keyOf = ({ text }: Alias): string[] => [aliasKey(text) ?? []].flat();

/** What can be compared: the strongest kind decides, and within it how much of it there is. */
function weightOf(evidence: readonly Evidence[]): (number | string)[] {
  const count = (kind: Evidence['kind']) => evidence.filter((each) => each.kind === kind).length;
  const noted = evidence.find((each) => each.kind === 'noted');
  const newest = evidence.find((each) => each.kind === 'newest');
  return [
    count('beside'),
    count('page'),
    count('tied'),
    noted?.notes ?? 0,
    count('chosen'),
    newest?.date ?? '',
  ];
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  const [left = '', right = ''] = [a[at], b[at]];
  return at < 0 ? 0 : left < right ? -1 : 1;
}
