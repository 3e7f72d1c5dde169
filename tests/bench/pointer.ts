import { timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { withReadyPage } from './load.ts';
import { askForCaret } from './page-acts.ts';
import { shown } from './shown.ts';
import { record } from './trace.ts';
import { byTurns } from './variants.ts';

const variants = ['none', 'Underline', 'caret'] as const;
const moves = 300;

/** What a movement of the pointer costs. */
export async function pointerMoves(benches: Benches): Promise<Section> {
  const html = timeline();
  const measured = await byTurns(benches.rounds, variants, (variant) =>
    withReadyPage(
      benches,
      variant === 'caret' ? 'none' : variant,
      html,
      async (page, session, { browser }) => {
        if (variant === 'caret') await page.evaluate(askForCaret);
        await page.mouse.move(0, 0);
        return record(browser, session, async () => {
          // Over lines and between them, and fast: a card that opens is measured elsewhere.
          for (let at = 0; at < moves; at++) await page.mouse.move((at * 37) % 1_200, (at * 23) % 780);
        });
      },
    ),
  );
  const script = (variant: (typeof variants)[number]) =>
    spread(measured[variant].map((recording) => (1000 * recording.script) / moves));
  const forced = (variant: (typeof variants)[number]) =>
    spread(measured[variant].map(({ forcedLayouts }) => forcedLayouts));
  const none = script('none').median;
  return {
    title: 'Pointer',
    text: [
      `${moves} fast movements of the pointer over a timeline with 10,000 mentions. Script: microseconds of processor time for ` +
        `each, median (least–most), ${benches.rounds} rounds by turns. Forced layouts: times that a script of ours had the page ` +
        'laid out. Control: a page that asks for the caret position with each movement.',
      table(
        ['variant', 'script a move, µs', 'more than none', 'forced layouts'],
        variants.map((variant) => [
          variant === 'none' ? 'no extension' : variant,
          shown(script(variant)),
          ms(script(variant).median - none),
          forced(variant).median,
        ]),
      ),
    ].join('\n\n'),
    aims: [
      atMost('pointer move, script', 20, script('Underline').median - none, ' µs'),
      atMost('pointer moves, forced layouts', 0, forced('Underline').most),
    ],
  };
}
