import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../lib/mentions/find-mentions.ts';
import { type Mention, type MentionKind, mentionKinds, type Profile } from '../../../lib/mentions/mention.ts';

/** Tweets with the platform's own entities; they are no part of this repository. */
const file = new URL('../../../../shared/data/posts/finance-tweets.jsonl', import.meta.url);
const present = existsSync(file);
if (!present) console.log('gold tweets: not run, as ../shared/data/posts is absent');

interface Tweet {
  text: string;
  mentions: { start: number; end: number; kind: MentionKind }[];
}

type Score = Record<MentionKind, { precision: number; recall: number }>;

/** Precision and recall, in per cent, of spans that agree exactly; strong and weak mentions count alike. */
function score(tweets: Tweet[], profile: Profile): Score {
  const name = ({ kind, start, end }: Pick<Mention, 'kind' | 'start' | 'end'>) => `${kind} ${start} ${end}`;
  const counts = Object.fromEntries(mentionKinds.map((kind) => [kind, { found: 0, gold: 0, both: 0 }]));
  for (const { text, mentions } of tweets) {
    const gold = new Set(mentions.map(name));
    for (const mention of mentions) counts[mention.kind]!.gold++;
    for (const mention of findMentions(text, profile)) {
      counts[mention.kind]!.found++;
      if (gold.has(name(mention))) counts[mention.kind]!.both++;
    }
  }
  const scores = Object.entries(counts).map(([kind, { found, gold, both }]) => [
    kind,
    { precision: (100 * both) / found, recall: (100 * both) / gold },
  ]);
  return Object.fromEntries(scores);
}

describe.runIf(present)('gold tweets', () => {
  const tweets: Tweet[] = present
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

  // Handles list only accounts that existed, so that none reaches 100 % precision.
  test.each([
    ['web', 'cashtag', 99, 99.8],
    ['web', 'hashtag', 99.9, 99.7],
    ['web', 'handle', 99, 99],
    ['x', 'cashtag', 99.9, 99.8],
    ['x', 'hashtag', 99.9, 99.9],
    ['x', 'handle', 99, 99.9],
  ] as const)('%s, %s: precision ≥ %d %, recall ≥ %d %', (profile, kind, precision, recall) => {
    expect(tweets).toHaveLength(6_000);
    const scored = score(tweets, profile)[kind];
    expect(scored.precision).toBeGreaterThanOrEqual(precision);
    expect(scored.recall).toBeGreaterThanOrEqual(recall);
  });
});
