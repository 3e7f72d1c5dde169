import type { EvalBrowser } from './browser.ts';
import { article, timeline } from './generated-pages.ts';
import { type Spread, spread } from './median.ts';
import { type Aim, atMost, ms, type Section, table } from './report.ts';
import { openWorld } from './world.ts';

const rounds = 7;
/** Detection may take this many times what the floor takes. */
const most = 2.5;

interface Round {
  floor: number;
  text: number;
  all: number;
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
  const twice = <T>(expression: string, before = '0') =>
    browser.fresh(html, async (page) => {
      const world = await openWorld(page, browser.harness);
      const times = [];
      for (let time = 0; time < 2; time++) {
        await world.time(before);
        times.push(await world.time<T>(expression));
      }
      return times;
    });
  for (let round = 0; round < rounds; round++) {
    const floors = await twice<FloorAnswer>('underlineEval.floor()');
    const texts = await twice<ScanAnswer>(
      "underlineEval.timeScan('text')",
      "underlineEval.prepareScan('text')",
    );
    const alls = await twice<ScanAnswer>("underlineEval.timeScan('all')", "underlineEval.prepareScan('all')");
    for (const [at, into] of [measured.cold, measured.warm].entries()) {
      const [least, text, all] = [floors[at], texts[at], alls[at]];
      if (!least || !text || !all) throw new Error('The page did not answer.');
      measured.textNodes = least.value.textNodes;
      measured.mentions = all.value.mentions;
      into.push({
        floor: least.cpu,
        text: text.cpu,
        all: all.cpu,
        wall: all.value.wall,
        longest: all.value.longest,
      });
    }
  }
  return measured;
}

const shown = ({ median, least, most: largest }: Spread): string =>
  `${ms(median)} (${ms(least)}–${ms(largest)})`;

/** What detection costs against the least that anything has to do which looks for mentions. */
export async function floor(browser: EvalBrowser): Promise<Section> {
  const rows: (string | number)[][] = [];
  const aims: Aim[] = [];
  for (const [name, html] of [
    ['article', article()],
    ['timeline', timeline()],
  ] as const) {
    const measured = await measure(browser, html);
    for (const state of ['cold', 'warm'] as const) {
      const figures = (of: (round: Round) => number) => spread(measured[state].map(of));
      const least = figures((round) => round.floor);
      const [text, all] = [figures((round) => round.text), figures((round) => round.all)];
      rows.push([
        `${name}, ${state}`,
        measured.textNodes,
        measured.mentions,
        shown(least),
        shown(text),
        ms(text.median / least.median),
        shown(all),
        ms(all.median / least.median),
        shown(figures((round) => round.wall)),
        shown(figures((round) => round.longest)),
      ]);
      if (state === 'cold')
        aims.push(
          atMost(
            `${name}, the page’s own text against the floor, cold`,
            most,
            text.median / least.median,
            ' ×',
          ),
          atMost(
            `${name}, shadow roots sought too, against the floor, cold`,
            most,
            all.median / least.median,
            ' ×',
          ),
        );
    }
  }
  return {
    title: 'Detection against the floor',
    text: [
      'The floor is one `TreeWalker` pass over the text nodes with one `/[$@#＄＠＃]/` test each. Detection is the ' +
        'extension’s scanner: *text*, until the page’s own text is read and can be painted; *all*, until open shadow roots ' +
        'are sought among all elements as well, which it does last. The three run by turns in Chromium, ' +
        `${rounds} rounds, each time on a fresh page in a process of its own (cold, nothing compiled), then again on the ` +
        'same page (warm), in a world beside the page’s own as content scripts do. They are processor time of the page’s ' +
        'main thread, which other load of the machine does not lengthen much. Wall is by the clock, load and the time in ' +
        'which the scanner lets the page go first included; so is the longest time without a yield. ' +
        'Milliseconds: median (least–most); × is the ratio of the medians to the floor.',
      table(
        [
          'page',
          'text nodes',
          'mentions',
          'floor',
          'text',
          '×',
          'all',
          '×',
          'wall, all',
          'longest without a yield',
        ],
        rows,
      ),
    ].join('\n\n'),
    aims,
  };
}
