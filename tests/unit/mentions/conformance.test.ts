import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findMentions } from '../../../lib/mentions/find-mentions.ts';
import type { MentionKind, Profile } from '../../../lib/mentions/mention.ts';

/** twitter-text's conformance cases; they are no part of this repository. */
const cases = new URL('../../../../shared/data/twitter-text/extract.yml', import.meta.url);
const present = existsSync(cases);
if (!present) console.log('twitter-text conformance: not run, as ../shared/data/twitter-text is absent');

type Expected = string | { indices: [number, number]; [value: string]: unknown };
interface Case {
  description: string;
  text: string;
  expected: Expected[];
}

const groups: { name: string; kind: MentionKind; count: number }[] = [
  { name: 'mentions', kind: 'handle', count: 23 },
  { name: 'mentions_with_indices', kind: 'handle', count: 3 },
  { name: 'mentions_or_lists_with_indices', kind: 'handle', count: 5 },
  { name: 'hashtags', kind: 'hashtag', count: 65 },
  { name: 'hashtags_from_astral', kind: 'hashtag', count: 3 },
  { name: 'hashtags_with_indices', kind: 'hashtag', count: 8 },
  { name: 'cashtags', kind: 'cashtag', count: 8 },
  { name: 'cashtags_with_indices', kind: 'cashtag', count: 2 },
];

/** The six cases in which `web` differs on purpose, each with what it finds instead. */
const webDiffers: Record<string, string[]> = {
  // Tickers have digits: `$C98`.
  'Do not extract cashtags if they contain numbers': ['$test123', '$TE123ST'],
  // A cashtag may touch punctuation, scripts without spaces, and another cashtag.
  'Do not extract cashtags if there is no space before $': ['$OK', '$NG', '$BAD', '$NG'],
  // A name at a server is a fediverse address.
  'Extract lone metion but not @user@user (too close to an email)': ['@username', '@test@example.com'],
  // A name, a slash and a name is a package in its scope.
  'Extract a list': [],
  'Extract a mention and list': ['@username'],
  'Extract a list in the middle of a Japanese tweet': [],
};

/** The cases count code points; mentions count UTF-16 units. */
const codePoints = (text: string): number => [...text].length;

function agrees({ text, expected }: Case, kind: MentionKind, profile: Profile): boolean {
  const found = findMentions(text, profile).filter((mention) => mention.kind === kind);
  const same = (wanted: Expected, at: number) => {
    const mention = found[at];
    if (mention === undefined) return false;
    if (typeof wanted === 'string') return mention.text.slice(1) === wanted;
    const [start, end] = wanted.indices;
    return (
      codePoints(text.slice(0, mention.start)) === start && codePoints(text.slice(0, mention.end)) === end
    );
  };
  return found.length === expected.length && expected.every(same);
}

describe.runIf(present)('twitter-text conformance', () => {
  const tests: Record<string, Case[]> = present ? parse(readFileSync(cases, 'utf8')).tests : {};
  const all = groups.flatMap(({ name, kind }) => (tests[name] ?? []).map((one) => ({ ...one, kind })));

  test('there are 117 cases, as counted when this was written', () => {
    expect(groups.map(({ name }) => tests[name]?.length)).toEqual(groups.map(({ count }) => count));
    expect(all).toHaveLength(117);
  });

  test('x agrees with every one', () => {
    expect(all.filter((one) => !agrees(one, one.kind, 'x'))).toEqual([]);
  });

  test('web agrees with all but the six named', () => {
    const differing = all.filter((one) => !agrees(one, one.kind, 'web'));
    const found = differing.map((one) => [
      one.description,
      findMentions(one.text, 'web').map(({ text }) => text),
    ]);
    expect(Object.fromEntries(found)).toEqual(webDiffers);
    expect(differing).toHaveLength(6);
  });
});
