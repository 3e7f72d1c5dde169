import { aliasKey } from '../../lib/mentions/alias.ts';
import { type AliasTable, resolve } from '../../lib/mentions/resolve.ts';
import type { Hit } from './harness/hits.ts';

/** One page or file on which nothing is a project mention, and what a finder took for one there. */
export interface Trapped {
  path: string;
  hits: readonly Hit[];
}

/** How often a finder was trapped. */
export interface TrapCounts {
  pages: number;
  strongHits: number;
  weakHits: number;
  /** Pages with any strong hit. */
  pagesHit: number;
  /** Pages with a hit that names a project of the library, if only strong ones are shown. */
  resolvedStrong: number;
  /** The same where weak ones are shown as well. */
  resolvedAll: number;
}

/** The projects that a hit names. */
function namedBy({ text }: Hit, library: AliasTable): string[] {
  const key = aliasKey(text);
  return key === null ? [] : resolve(library, key, '');
}

export function countTraps(trapped: readonly Trapped[], library: AliasTable): TrapCounts {
  const isStrong = ({ strength }: Hit) => strength === 'strong';
  const names = (hit: Hit) => namedBy(hit, library).length > 0;
  const hits = trapped.flatMap((page) => page.hits);
  const pagesWith = (test: (hit: Hit) => boolean) => trapped.filter((page) => page.hits.some(test)).length;
  return {
    pages: trapped.length,
    strongHits: hits.filter(isStrong).length,
    weakHits: hits.filter((hit) => !isStrong(hit)).length,
    pagesHit: pagesWith(isStrong),
    resolvedStrong: pagesWith((hit) => isStrong(hit) && names(hit)),
    resolvedAll: pagesWith(names),
  };
}

/** Where a finder was trapped, for whoever mends the detection: resolved hits one a line, then all strong ones by text. */
export function describeTraps(trapped: readonly Trapped[], library: AliasTable): string {
  const all = trapped.flatMap(({ path, hits }) => hits.map((hit) => ({ path, ...hit })));
  const resolved = all.flatMap((hit) => {
    const named = namedBy(hit, library);
    return named.length > 0 ? [`${hit.strength} ${hit.text} → ${named} · ${place(hit)}`] : [];
  });
  const byText = Map.groupBy(
    all.filter(({ strength }) => strength === 'strong'),
    ({ text }) => text,
  );
  const strong = [...byText]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([text, [first, ...others]]) => `${others.length + 1} × ${text} · ${first ? place(first) : ''}`);
  return [
    `resolved hits: ${resolved.length}`,
    ...resolved,
    '',
    `strong hits: ${all.filter(({ strength }) => strength === 'strong').length}, ${strong.length} different; the first place of each`,
    ...strong,
  ].join('\n');
}

const place = ({ path, inside, around }: Hit & { path: string }): string => `${path} · ${inside} · ${around}`;
