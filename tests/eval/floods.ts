import type { EvalBrowser } from './browser.ts';
import { spread } from './median.ts';
import { atMost, ms, type Section, table } from './report.ts';

/** What makes careless detection go back over the same text, by what is repeated. */
const repeated: Record<string, string> = {
  $: '$',
  '@': '@',
  '#': '#',
  '$a$a…': '$a',
  '@a@a…': '@a',
  'zero-width marks': '$\u200b#\u200d@\u2060\ufeff',
  'right-to-left marks': '\u200f$\u202e@\u2067#\u202b',
};
const allTogether = 10_000_000;
const rounds = 5;

/** Ten million characters in all, made in the page, in blocks that are not rendered: their layout is not ours. */
export async function floods(browser: EvalBrowser): Promise<Section> {
  const units = Object.values(repeated);
  const length = Math.ceil(allTogether / units.length);
  const time = (of: string[]) =>
    browser.fresh('', (page) =>
      page.evaluate(([some, each]) => underlineEval.timeFlood(some, each), [of, length] as const),
    );
  const timed = async (of: string[]) => {
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await time(of));
    return {
      work: spread(runs.map(({ work }) => work)),
      longest: spread(runs.map(({ longest }) => longest)),
    };
  };
  const rows: [string, Awaited<ReturnType<typeof timed>>][] = [];
  for (const [name, unit] of Object.entries(repeated)) rows.push([name, await timed([unit])]);
  const all = await timed(units);
  rows.push(['all of them', all]);
  const longest = Math.max(...rows.map(([, row]) => row.longest.median));
  return {
    title: 'Floods',
    text: [
      `${units.length} pages with ${(length / 1e6).toFixed(2)} million characters in one text node, and one page with all. ` +
        `${rounds} rounds on fresh pages, milliseconds: median (least–most).`,
      table(
        ['flood', 'work', 'longest without a yield'],
        rows.map(([name, { work, longest: without }]) => [
          name === '$' || name === '@' || name === '#' ? `\`${name}\`` : name,
          `${ms(work.median)} (${ms(work.least)}–${ms(work.most)})`,
          `${ms(without.median)} (${ms(without.least)}–${ms(without.most)})`,
        ]),
      ),
    ].join('\n\n'),
    aims: [
      atMost('floods, 10 MB in all, work', 300, all.work.median, ' ms'),
      atMost('floods, longest time without a yield, median', 8, longest, ' ms'),
    ],
  };
}
