import { article, lines, longText, timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { load } from './load.ts';
import { shown } from './shown.ts';
import type { Recording } from './trace.ts';
import { byTurns } from './variants.ts';

const variants = ['none', 'Underline'] as const;
const longMs = 50;

/** The longest time that our scripts hold a page's thread, and on a machine a quarter as fast. */
export async function longestTasks(benches: Benches): Promise<Section> {
  const pages = {
    article: { html: article(), paints: true },
    timeline: { html: timeline(), paints: true },
    '200,000 nodes, no sigil': { html: lines(100_000, 0), paints: false },
    'dense page, 20 mentions': { html: lines(99_000, 20), paints: true },
    '10 MB in one text node': { html: longText(), paints: true },
  };
  const longest = ({ tasks }: Recording) => Math.max(...tasks.map(({ cpu }) => cpu));
  const longestOfOurs = ({ calls }: Recording) => Math.max(0, ...calls);
  const long = ({ tasks }: Recording) => tasks.filter(({ cpu }) => cpu > longMs).length;
  const longByClock = ({ tasks }: Recording) =>
    tasks.filter(({ wall, ours }) => ours && wall > longMs).length;
  const rows: (string | number)[][] = [];
  const worst = { 1: 0, 4: 0 };
  let attributed = 0;
  for (const [name, { html, paints }] of Object.entries(pages)) {
    for (const throttle of [1, 4] as const) {
      const measured = await byTurns(benches.rounds, variants, (variant) =>
        load(benches, variant, html, { throttle, paints }),
      );
      const ours = spread(measured.Underline.map(longestOfOurs));
      const added = spread(measured.Underline.map(long)).median - spread(measured.none.map(long)).median;
      worst[throttle] = Math.max(worst[throttle], ours.median);
      if (throttle === 1) attributed += Math.max(0, added);
      rows.push([
        name,
        throttle,
        shown(ours),
        shown(spread(measured.none.map(longest))),
        shown(spread(measured.Underline.map(longest))),
        added,
        spread(measured.Underline.map(longByClock)).median,
      ]);
    }
  }
  const control = longest(await load(benches, 'spans', pages.article.html));
  return {
    title: 'Longest task',
    text: [
      'After the end of the document. Ours: the longest that a script of ours ran in one task, with the layout that it made the browser do, by ' +
        'processor time. Then the longest task of the page’s main thread, whoever’s: nothing of the page’s own is left to do but the end of ' +
        `loading and, with Underline, frames that paint for us. Long tasks are those above ${longMs} ms, over those of a page without an ` +
        'extension; “by the clock” counts the tasks with our script in them that took so long by the clock, when something else had the ' +
        'processor as well. Slower: how many times the processor is throttled. ' +
        `Control: wrapping the article’s mentions in spans gives a longest task of ${ms(control)} ms. Milliseconds, median (least–most), ${benches.rounds} rounds by turns.`,
      table(
        [
          'page',
          'slower',
          'ours',
          'longest, no extension',
          'longest, Underline',
          'long tasks',
          'by the clock',
        ],
        rows,
      ),
    ].join('\n\n'),
    aims: [
      atMost('longest task of ours on any of these pages', 16, worst[1], ' ms'),
      atMost('longest task of ours on any of these pages, 4 × throttled', 50, worst[4], ' ms'),
      atMost('long tasks more than without an extension, on all of these pages', 0, attributed),
    ],
  };
}
