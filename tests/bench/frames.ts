import { lines, timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { type Aim, atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { withReadyPage } from './load.ts';
import { addClock, mutateEachFrame, registerAll } from './page-acts.ts';
import { quiet, threadTime } from './quiet.ts';
import { shown } from './shown.ts';
import { byTurns } from './variants.ts';

const variants = ['none', 'Underline', 'all ranges'] as const;
const frames = 60;

/** What each frame costs in which a page changes something. */
export async function frameCost(benches: Benches): Promise<Section> {
  const pages = {
    'timeline, 10,000 mentions': timeline(),
    '64,000 elements, 10,000 mentions': lines(64_000, 10_000),
  };
  const rows: string[][] = [];
  const aims: Aim[] = [];
  for (const [name, html] of Object.entries(pages)) {
    const measured = await byTurns(benches.rounds, variants, (variant) =>
      withReadyPage(benches, variant === 'all ranges' ? 'none' : variant, html, async (page, session) => {
        if (variant === 'all ranges') await page.evaluate(registerAll);
        await page.evaluate(addClock);
        await quiet(session);
        const before = await threadTime(session);
        await page.evaluate(mutateEachFrame, frames);
        return ((await threadTime(session)) - before) / frames;
      }),
    );
    const none = spread(measured.none).median;
    for (const variant of variants) {
      const figures = spread(measured[variant]);
      rows.push([
        name,
        variant === 'none' ? 'no extension' : variant,
        shown(figures),
        ms(figures.median - none),
      ]);
    }
    aims.push(
      atMost(`each mutating frame, ${name}`, 1.5, spread(measured.Underline).median - none, ' ms more'),
    );
  }
  return {
    title: 'Frames in which the page changes',
    text: [
      `The page writes another number into one element in each of ${frames} frames, when everything on it is painted. ` +
        'Milliseconds of processor time of the main thread for each frame, median (least–most), ' +
        `${benches.rounds} rounds by turns. Control: all mentions registered as highlight ranges, by a script of the page.`,
      table(['page', 'variant', 'a frame', 'more than none'], rows),
    ].join('\n\n'),
    aims,
  };
}
