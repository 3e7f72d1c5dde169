import type { EvalBrowser } from './browser.ts';
import { spread } from './median.ts';
import { atMost, ms, type Section, table } from './report.ts';
import { openWorld } from './world.ts';

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
const rounds = 3;

/** Ten million characters in all, made in the page, in blocks that are not rendered: their layout is not ours. */
export async function floods(browser: EvalBrowser): Promise<Section> {
  const units = Object.values(repeated);
  const length = Math.ceil(allTogether / units.length);
  const time = (of: readonly string[]) =>
    browser.fresh('', async (page) => {
      const world = await openWorld(page, browser.harness);
      return world.time<Awaited<ReturnType<typeof underlineEval.timeFlood>>>(
        `underlineEval.timeFlood(${JSON.stringify(of)}, ${length})`,
      );
    });
  const timed = async (of: readonly string[]) => {
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await time(of));
    return {
      work: spread(runs.map(({ cpu }) => cpu)),
      longest: spread(runs.map(({ value }) => value.longest)),
    };
  };
  const rows: [string, Awaited<ReturnType<typeof timed>>][] = [];
  for (const [name, unit] of Object.entries(repeated)) rows.push([name, await timed([unit])]);
  const all = await timed(units);
  rows.push(['all of them', all]);
  const longest = Math.max(...rows.map(([, row]) => row.longest.least));
  return {
    title: 'Floods',
    text: [
      `${units.length} pages with ${(length / 1e6).toFixed(2)} million characters in one text node, and one page with all. ` +
        `${rounds} rounds on fresh pages, milliseconds: median (least–most). Work is processor time and includes making the text. ` +
        'The longest time without a yield is by the clock, so that load lengthens it: the aim is held against the least.',
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
      atMost('floods, longest time without a yield', 8, longest, ' ms'),
    ],
  };
}
