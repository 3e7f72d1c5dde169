import type { EvalBrowser } from './browser.ts';
import { article, timeline } from './generated-pages.ts';
import { type Spread, spread } from './median.ts';
import { atMost, ms, type Section, table } from './report.ts';

const rounds = 9;
/** Detection may take this many times what the floor takes. */
const most = 2.5;

interface Round {
  floor: number;
  work: number;
  wall: number;
  longest: number;
}

interface Measured {
  textNodes: number;
  mentions: number;
  cold: Round[];
  warm: Round[];
}

/** Floor and detection by turns, each on a fresh page in a new process; then once more on the same page. */
async function measure(browser: EvalBrowser, html: string): Promise<Measured> {
  const measured: Measured = { textNodes: 0, mentions: 0, cold: [], warm: [] };
  const floors = () =>
    browser.fresh(html, (page) => page.evaluate(() => [underlineEval.floor(), underlineEval.floor()]));
  const scans = () =>
    browser.fresh(html, (page) =>
      page.evaluate(async () => [await underlineEval.timeScan(), await underlineEval.timeScan()]),
    );
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await floors() : null;
    const scanned = await scans();
    const floored = first ?? (await floors());
    for (const [at, into] of [measured.cold, measured.warm].entries()) {
      const floor = floored[at];
      const scan = scanned[at];
      if (!floor || !scan) throw new Error('The page did not answer.');
      measured.textNodes = floor.textNodes;
      measured.mentions = scan.mentions;
      into.push({ floor: floor.work, work: scan.work, wall: scan.wall, longest: scan.longest });
    }
  }
  return measured;
}

const shown = ({ median, least, most: largest }: Spread): string =>
  `${ms(median)} (${ms(least)}–${ms(largest)})`;

/** What detection costs against the least that anything has to do which looks for mentions. */
export async function floor(browser: EvalBrowser): Promise<Section> {
  const rows: (string | number)[][] = [];
  const aims = [];
  for (const [name, html] of [
    ['article', article()],
    ['timeline', timeline()],
  ] as const) {
    const measured = await measure(browser, html);
    for (const state of ['cold', 'warm'] as const) {
      const figures = (of: (round: Round) => number) => spread(measured[state].map(of));
      const ratio = figures(({ work, floor: least }) => work / least);
      rows.push([
        `${name}, ${state}`,
        measured.textNodes,
        measured.mentions,
        shown(figures((round) => round.floor)),
        shown(figures((round) => round.work)),
        shown(figures((round) => round.wall)),
        shown(ratio),
        shown(figures((round) => round.longest)),
      ]);
      if (state === 'cold')
        aims.push(atMost(`${name}, work of detection against the floor, cold`, most, ratio.median, ' ×'));
    }
  }
  return {
    title: 'Detection against the floor',
    text: [
      'The floor is one `TreeWalker` pass over the text nodes with one `/[$@#＄＠＃]/` test each. Detection is the ' +
        'extension’s scanner from start to the last mention: walk, runs, mentions, ranges. Both run by turns in Chromium, ' +
        `${rounds} rounds, each time on a fresh page in a process of its own (cold), then again on the same page (warm). ` +
        'Work is the time on the thread; wall includes the time in which the scanner lets the page go first. ' +
        'Milliseconds: median (least–most).',
      table(
        [
          'page',
          'text nodes',
          'mentions',
          'floor',
          'work',
          'wall',
          'work ÷ floor',
          'longest without a yield',
        ],
        rows,
      ),
    ].join('\n\n'),
    aims,
  };
}
