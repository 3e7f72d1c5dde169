import { type MentionKind, mentionKinds } from '../../lib/mentions/mention.ts';
import { readTweets } from './data.ts';
import type { Finder } from './finder.ts';
import { type Aim, atLeast, perCent, type Section, table } from './report.ts';
import { type Counts, count, precision, recall, total } from './scoring.ts';

/** Kind → the least precision and recall of `web`, in per cent. */
const aims: Record<MentionKind, [precision: number, recall: number]> = {
  cashtag: [99, 99.8],
  hashtag: [99.9, 99.7],
  handle: [99, 99],
};

/** Tweets with the platform's own entities. */
export async function goldTweets(finders: readonly Finder[]): Promise<Section> {
  const tweets = readTweets();
  const scores = new Map<string, Map<MentionKind, Counts>>();
  for (const { name, find } of finders) {
    const found = await find(tweets.map(({ text }) => text));
    const ofKind = (kind: MentionKind) =>
      total(
        tweets.map(({ mentions }, at) =>
          count(
            (found[at] ?? []).filter((each) => each.kind === kind),
            mentions.filter((each) => each.kind === kind),
          ),
        ),
      );
    scores.set(name, new Map(mentionKinds.map((kind) => [kind, ofKind(kind)])));
  }
  const web = scores.get('Underline (web)');
  return {
    title: 'Tweets with gold',
    text: [
      `${tweets.length} tweets of 2014–16 with the platform’s own entities. Precision / recall in per cent; weak and strong ` +
        'mentions count alike. Handles list only accounts that existed, so that none reaches 100 % precision.',
      table(
        ['finder', ...mentionKinds],
        [...scores].map(([name, score]) => [
          name,
          ...[...score.values()].map(
            (counts) => `${perCent(precision(counts))} / ${perCent(recall(counts))}`,
          ),
        ]),
      ),
    ].join('\n\n'),
    aims: mentionKinds.flatMap((kind): Aim[] => {
      const counts = web?.get(kind);
      if (!counts) return [];
      const [leastPrecision, leastRecall] = aims[kind];
      return [
        atLeast(`tweets, ${kind}, precision of \`web\``, leastPrecision, precision(counts), ' %'),
        atLeast(`tweets, ${kind}, recall of \`web\``, leastRecall, recall(counts), ' %'),
      ];
    }),
  };
}
