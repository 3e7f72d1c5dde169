import type { EvalBrowser } from './browser.ts';
import { article, timeline } from './generated-pages.ts';
import { type Spread, spread } from './median.ts';
import { atMost, ms, type Section, table } from './report.ts';
import { openWorld } from './world.ts';

const rounds = 7;
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

type FloorAnswer = ReturnType<typeof underlineEval.floor>;
type ScanAnswer = Awaited<ReturnType<typeof underlineEval.timeScan>>;

/** Floor and detection by turns, each on a fresh page in a new process; then once more on the same page. */
async function measure(browser: EvalBrowser, html: string): Promise<Measured> {
  const measured: Measured = { textNodes: 0, mentions: 0, cold: [], warm: [] };
  const twice = <T>(expression: string) =>
    browser.fresh(html, async (page) => {
      const world = await openWorld(page, browser.harness);
      return [await world.time<T>(expression), await world.time<T>(expression)];
    });
  const floors = () => twice<FloorAnswer>('underlineEval.floor()');
  const scans = () => twice<ScanAnswer>('underlineEval.timeScan()');
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await floors() : null;
    const scanned = await scans();
    const floored = first ?? (await floors());
    for (const [at, into] of [measured.cold, measured.warm].entries()) {
      const least = floored[at];
      const scan = scanned[at];
      if (!least || !scan) throw new Error('The page did not answer.');
      measured.textNodes = least.value.textNodes;
      measured.mentions = scan.value.mentions;
      into.push({ floor: least.cpu, work: scan.cpu, wall: scan.value.wall, longest: scan.value.longest });
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
      const ratio = figures((round) => round.work).median / figures((round) => round.floor).median;
      rows.push([
        `${name}, ${state}`,
        measured.textNodes,
        measured.mentions,
        shown(figures((round) => round.floor)),
        shown(figures((round) => round.work)),
        shown(figures((round) => round.wall)),
        ms(ratio),
        shown(figures((round) => round.longest)),
      ]);
      if (state === 'cold')
        aims.push(atMost(`${name}, work of detection against the floor, cold`, most, ratio, ' ×'));
    }
  }
  return {
    title: 'Detection against the floor',
    text: [
      'The floor is one `TreeWalker` pass over the text nodes with one `/[$@#＄＠＃]/` test each. Detection is the ' +
        'extension’s scanner from start to the last mention: walk, runs, mentions, ranges. Both run by turns in Chromium, ' +
        `${rounds} rounds, each time on a fresh page in a process of its own (cold, nothing compiled), then again on the ` +
        'same page (warm), in a world beside the page’s own as content scripts do. Floor and work are processor time of ' +
        'the page’s main thread, which other load of the machine does not lengthen much; wall includes it, and the time in ' +
        'which the scanner lets the page go first. Milliseconds: median (least–most); the ratio is that of the medians.',
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
