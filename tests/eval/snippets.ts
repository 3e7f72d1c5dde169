import { readdirSync, readFileSync } from 'node:fs';
import { kindOf } from '../../lib/mentions/alias.ts';
import type { Finder } from './finder.ts';
import { atLeast, perCent, type Section, table } from './report.ts';
import { count, f1, precision, recall, type Span, total } from './scoring.ts';

const folder = new URL('../fixtures/mentions/', import.meta.url);

interface Row {
  text: string;
  profile?: 'x' | 'web';
  mentions: (string | { weak: string })[];
}

/** A row with the spans that are mentions on the page's own word, and those that only a library can tell. */
interface Snippet {
  text: string;
  strong: Span[];
  weak: Span[];
}

function readRows(): Row[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const rows = files.flatMap((file): Row[] => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  return rows.filter(({ profile }) => profile !== 'x');
}

const wordsOf = (mention: Row['mentions'][number]): string =>
  typeof mention === 'object' ? mention.weak : mention;

/** Rows name their mentions in order. Null where that does not say at which of several places one stands. */
function snippetOf({ text, mentions }: Row): Snippet | null {
  const starts: number[] = [];
  let from = 0;
  for (const words of mentions.map(wordsOf)) {
    starts.push(text.indexOf(words, from));
    from = text.indexOf(words, from) + words.length;
  }
  let to = text.length;
  for (const [at, words] of [...mentions.map(wordsOf).entries()].reverse()) {
    const last = text.lastIndexOf(words, to - words.length);
    if (last !== starts[at]) return null;
    to = last;
  }
  const spans = (isWeak: boolean) =>
    mentions.flatMap((mention, at): Span[] => {
      if ((typeof mention === 'object') !== isWeak) return [];
      const words = wordsOf(mention);
      const start = starts[at] ?? 0;
      return [{ kind: kindOf(words), start, end: start + words.length }];
    });
  return { text, strong: spans(false), weak: spans(true) };
}

const isSame = (a: Span, b: Span): boolean => a.kind === b.kind && a.start === b.start && a.end === b.end;

/** The snippets that the tests of detection are made of. */
export async function snippets(finders: readonly Finder[]): Promise<Section> {
  const all = readRows();
  const rows = all.map(snippetOf).filter((row) => row !== null);
  const traps = rows.filter(({ strong, weak }) => strong.length + weak.length === 0);
  const scores = [];
  for (const { name, find } of finders) {
    const found = await find(rows.map(({ text }) => text));
    const painted = rows.map(({ weak }, at) =>
      (found[at] ?? []).filter(
        (span) => span.strength === 'strong' && !weak.some((neutral) => isSame(span, neutral)),
      ),
    );
    const counts = rows.map(({ strong }, at) => count(painted[at] ?? [], strong));
    const alone = rows.filter((row, at) => traps.includes(row) && painted[at]?.length === 0);
    scores.push({ name, counts: total(counts), alone: (100 * alone.length) / traps.length });
  }
  const web = scores.find(({ name }) => name === 'Underline (web)');
  return {
    title: 'Our own snippets',
    text: [
      `The rows of \`tests/fixtures/mentions\` for profile \`web\`: ${rows.length}, ${traps.length} of them traps without any mention; ` +
        `${all.length - rows.length} more say a word twice and not which is meant, and are left out. ` +
        'Each is a test of detection that has to pass, so Underline’s own row says only that they do: they show where the ' +
        'others differ. Spans that are weak by their row are neither asked for nor held against anyone.',
      table(
        ['finder', 'F1', 'precision', 'recall', 'traps left alone, %'],
        scores.map(({ name, counts, alone }) => [
          name,
          perCent(f1(counts)),
          perCent(precision(counts)),
          perCent(recall(counts)),
          perCent(alone),
        ]),
      ),
    ].join('\n\n'),
    aims: web
      ? [
          atLeast('own snippets, rows', 300, all.length),
          atLeast('own snippets, F1', 100, f1(web.counts)),
          atLeast('own snippets, traps left alone', 100, web.alone, ' %'),
        ]
      : [],
  };
}
