import { type MentionKind, mentionKinds } from '../../lib/mentions/mention.ts';
import { readPosts } from './data.ts';
import type { Finder, Found } from './finder.ts';
import { perCent, type Section, table } from './report.ts';

/** What a reader could take for a ticker: letters and digits after the sign, a letter among them, nothing before. */
const plausible = /(?<![A-Za-z0-9$])[$＄](?=[0-9]{0,14}[A-Za-z])[A-Za-z0-9]{1,15}(?![A-Za-z0-9])/g;
/** An amount with its unit is none: `$20bn`, `$5each`. */
const amount =
  /^.[0-9]+(?:k|m{1,2}|b|t|bn|mn|tn|mil|mill|million|billion|trillion|x|s|ish|usd|each|hr|yr|mo|day)?s?$/i;

const plausibleIn = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(plausible)]
    .filter(([found]) => !amount.test(found))
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** Posts nobody marked: what each finder finds, and how much of what looks like a cashtag. */
export async function posts(finders: readonly Finder[]): Promise<Section> {
  const parts: string[] = [];
  for (const name of ['crypto-reddit', 'stock-tweets'] as const) {
    const texts = readPosts(name);
    const candidates = texts.map(plausibleIn);
    const all = candidates.flat().length;
    const rows = [];
    for (const finder of finders) {
      const found = await finder.find(texts);
      const spans = found.flat();
      const counted = (kind: MentionKind) => {
        const weak = spans.filter((span) => span.kind === kind && span.strength === 'weak').length;
        const strong = spans.filter((span) => span.kind === kind).length - weak;
        return weak > 0 ? `${strong} + ${weak} weak` : strong;
      };
      const taken = candidates.flatMap((places, at) =>
        places.filter((place) => (found[at] ?? []).some((span) => covers(span, place))),
      );
      rows.push([finder.name, ...mentionKinds.map(counted), perCent(100 * (1 - taken.length / all))]);
    }
    parts.push(
      `**${name}**, ${texts.length} posts, ${all} plausible cashtags:`,
      table(['finder', ...mentionKinds, 'plausible cashtags missed, %'], rows),
    );
  }
  return {
    title: 'Posts without gold',
    text: [
      'A plausible cashtag is a sign and up to 15 letters and digits, a letter among them, that is no amount. It is found ' +
        'where a mention starts at its sign and is at least as long.',
      ...parts,
    ].join('\n\n'),
    aims: [],
  };
}

const covers = ({ kind, start, end }: Found, place: { start: number; end: number }): boolean =>
  kind === 'cashtag' && start === place.start && end >= place.end;
