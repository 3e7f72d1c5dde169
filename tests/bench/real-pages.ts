import { hasData, readDocumentation } from '../eval/data.ts';
import { spread } from '../eval/median.ts';
import { atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { load } from './load.ts';
import { byTurns } from './variants.ts';

const variants = ['none', 'floor', 'Underline'] as const;
const largest = 6;

/** The largest pages of real documentation; they are no part of the project. */
export async function realPages(benches: Benches): Promise<Section> {
  const title = 'Real pages';
  if (!hasData()) return { title, text: 'Not measured: `../shared/data/pages` is absent.', aims: [] };
  const pages = readDocumentation()
    .toSorted((a, b) => b.html.length - a.html.length)
    .slice(0, largest)
    .map(({ pkg, html }) => ({ pkg, html: withoutScripts(html) }));
  const rows: (string | number)[][] = [];
  let worst = 0;
  for (const { pkg, html } of pages) {
    const measured = await byTurns(benches.rounds, variants, (variant) => load(benches, variant, html));
    const longest = (variant: (typeof variants)[number]) =>
      spread(measured[variant].map(({ tasks }) => Math.max(...tasks.map(({ cpu }) => cpu)))).median;
    const script = (variant: (typeof variants)[number]) =>
      spread(measured[variant].map(({ script }) => script)).median;
    const reading =
      script('Underline') - spread(measured.Underline.map(({ evaluation }) => evaluation)).median;
    const ours = spread(measured.Underline.map(({ calls }) => Math.max(0, ...calls))).median;
    worst = Math.max(worst, ours);
    rows.push([
      pkg,
      Math.round(html.length / 1000),
      ms(script('floor')),
      ms(reading),
      ms(reading / script('floor')),
      ms(ours),
      ms(longest('none')),
      ms(longest('Underline')),
    ]);
  }
  return {
    title,
    text: [
      `The ${largest} largest pages of documentation, without what they load. Milliseconds of processor time, medians of ` +
        `${benches.rounds} rounds by turns; script without its evaluation.`,
      table(
        [
          'page of',
          'kB',
          'floor',
          'Underline, script',
          '× floor',
          'longest task of ours',
          'longest task, no extension',
          'Underline',
        ],
        rows,
      ),
    ].join('\n\n'),
    aims: [atMost('longest task of ours on real pages', 16, worst, ' ms')],
  };
}

/** Such a page as a document whose end can be held back, with nothing that would run or load. */
const withoutScripts = (html: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body>${html
    .replaceAll(/<(script|style|noscript|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(
      /<\/?(?:!doctype|html|head|body|link|meta|base|iframe|img|source|video|audio|object|embed)\b[^>]*>/gi,
      '',
    )}</body></html>`;
