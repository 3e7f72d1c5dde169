import { kindOf } from '../../lib/mentions/alias.ts';
import type { MentionKind } from '../../lib/mentions/mention.ts';
import { type ConformanceCase, readConformance } from './data.ts';
import type { Finder, Found } from './finder.ts';
import { atLeast, type Section, table } from './report.ts';
import { toUtf16 } from './scoring.ts';

/** The groups of cases that matter here, 117 in all, and what they look for. */
const groups: Record<string, MentionKind> = {
  mentions: 'handle',
  mentions_with_indices: 'handle',
  mentions_or_lists_with_indices: 'handle',
  hashtags: 'hashtag',
  hashtags_from_astral: 'hashtag',
  hashtags_with_indices: 'hashtag',
  cashtags: 'cashtag',
  cashtags_with_indices: 'cashtag',
};

/** The cases in which `web` differs on purpose, each with its reason. */
const webDiffers: Record<string, string> = {
  'Do not extract cashtags if they contain numbers': 'tickers have digits: `$C98`',
  'Do not extract cashtags if there is no space before $': 'a cashtag may touch punctuation, emoji and kanji',
  'Extract lone metion but not @user@user (too close to an email)':
    'a name at a server is a fediverse address',
  'Extract a list': 'a name, a slash and a name is a package in its scope',
  'Extract a mention and list': 'the same',
  'Extract a list in the middle of a Japanese tweet': 'the same',
};

function agrees({ text, expected }: ConformanceCase, found: readonly Found[]): boolean {
  return (
    found.length === expected.length &&
    expected.every((wanted, at) => {
      const one = found[at];
      if (one === undefined) return false;
      if (typeof wanted === 'string') return one.text.slice(1) === wanted;
      const [start, end] = wanted.indices;
      return one.start === toUtf16(text, start) && one.end === toUtf16(text, end);
    })
  );
}

/** twitter-text's own cases. */
export async function conformance(finders: readonly Finder[]): Promise<Section> {
  const tests = readConformance();
  const cases = Object.entries(groups).flatMap(([group, kind]) =>
    (tests[group] ?? []).map((one) => ({ ...one, kind })),
  );
  const differing = new Map<string, string[]>();
  for (const { name, find } of finders) {
    const found = await find(cases.map(({ text }) => text));
    const differs = cases.filter(
      (one, at) =>
        !agrees(
          one,
          (found[at] ?? []).filter(({ text }) => kindOf(text) === one.kind),
        ),
    );
    differing.set(
      name,
      differs.map(({ description }) => description),
    );
  }
  const agreeing = (name: string) => cases.length - (differing.get(name)?.length ?? 0);
  const unnamed = (differing.get('Underline (web)') ?? []).filter(
    (description) => !(description in webDiffers),
  );
  return {
    title: 'Conformance',
    text: [
      `twitter-text’s ${cases.length} cases of handles, hashtags and cashtags. A case agrees if all of its mentions do.`,
      table(
        ['finder', `agree, of ${cases.length}`],
        [...differing.keys()].map((name) => [name, agreeing(name)]),
      ),
      '`web` differs on purpose in six:',
      Object.entries(webDiffers)
        .map(([description, reason]) => `- “${description}”: ${reason}`)
        .join('\n'),
    ].join('\n\n'),
    aims: [
      atLeast('conformance, profile `x`', 117, agreeing('Underline (x)')),
      atLeast('conformance, profile `web`', 111, agreeing('Underline (web)')),
      {
        what: 'conformance, `web` differs in the six named only',
        aim: 'no other',
        got: unnamed.length === 0 ? 'no other' : unnamed.join('; '),
        met: unnamed.length === 0,
      },
    ],
  };
}
