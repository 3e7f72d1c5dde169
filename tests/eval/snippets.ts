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

const readSnippets = (): Snippet[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file): Row[] => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    .filter(({ profile }) => profile !== 'x')
    .map(snippetOf);

/** Rows name their mentions in order; this finds where they stand. */
function snippetOf({ text, mentions }: Row): Snippet {
  const snippet: Snippet = { text, strong: [], weak: [] };
  let from = 0;
  for (const mention of mentions) {
    const isWeak = typeof mention === 'object';
    const words = isWeak ? mention.weak : mention;
    const start = text.indexOf(words, from);
    from = start + words.length;
    snippet[isWeak ? 'weak' : 'strong'].push({ kind: kindOf(words), start, end: from });
  }
  return snippet;
}

const isSame = (a: Span, b: Span): boolean => a.kind === b.kind && a.start === b.start && a.end === b.end;

/** The snippets that the tests of detection are made of. */
export async function snippets(finders: readonly Finder[]): Promise<Section> {
  const rows = readSnippets();
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
      `The ${rows.length} rows of \`tests/fixtures/mentions\` for profile \`web\`, ${traps.length} of them traps without any mention. ` +
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
          atLeast('own snippets, rows', 300, rows.length),
          atLeast('own snippets, F1', 100, f1(web.counts)),
          atLeast('own snippets, traps left alone', 100, web.alone, ' %'),
        ]
      : [],
  };
}
