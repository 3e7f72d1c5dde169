import { timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { withReadyPage } from './load.ts';
import { addClock, burnOnChange, changeTexts } from './page-acts.ts';
import { quiet } from './quiet.ts';
import { shown } from './shown.ts';
import { record } from './trace.ts';
import { byTurns } from './variants.ts';

const variants = ['none', 'Underline', 'burning'] as const;
const burnedUs = 50;

const acts = {
  'an unrelated text, one change a task': {
    selector: '#clock',
    texts: ['1h', '2h'] as [string, string],
    tasks: 100,
    each: 1,
  },
  'a mention, one change a task': {
    selector: '[lang] span',
    texts: ['$ABC', '$XYZ'] as [string, string],
    tasks: 100,
    each: 1,
  },
  'mentions, 1,000 changes in one task': {
    selector: '[lang] span',
    texts: ['$ABC', '$XYZ'] as [string, string],
    tasks: 1,
    each: 1_000,
  },
};

/** What one change of the page costs, whatever follows from it. */
export async function mutationCost(benches: Benches): Promise<Section> {
  const html = timeline();
  const rows: string[][] = [];
  const more: number[] = [];
  for (const [name, act] of Object.entries(acts)) {
    const changes = act.tasks * act.each;
    const measured = await byTurns(benches.rounds, variants, (variant) =>
      withReadyPage(
        benches,
        variant === 'burning' ? 'none' : variant,
        html,
        async (page, session, { browser }) => {
          await page.evaluate(addClock);
          if (variant === 'burning') await page.evaluate(burnOnChange, burnedUs);
          await quiet(session);
          const { script } = await record(browser, session, async () => {
            await page.evaluate(changeTexts, act);
            await quiet(session);
          });
          return (1000 * script) / changes;
        },
      ),
    );
    const none = spread(measured.none).median;
    for (const variant of variants) {
      const figures = spread(measured[variant]);
      if (variant === 'Underline') more.push(figures.median - none);
      rows.push([
        name,
        variant === 'none' ? 'no extension' : variant,
        shown(figures),
        ms(figures.median - none),
      ]);
    }
  }
  const [unrelated = Number.NaN, , changed = Number.NaN] = more;
  return {
    title: 'Changes of the page',
    text: [
      'On a timeline with 10,000 mentions: a clock that stands by itself changes (unrelated), or the text of a cashtag. ' +
        'Microseconds of processor time of all scripts for each change, with what follows until the page is still: the ' +
        `observer, the scan, the painting. Median (least–most), ${benches.rounds} rounds by turns. Control: an observer of the page that burns ` +
        `${burnedUs} µs a batch by a clock that is no finer than 100.`,
      table(['change', 'variant', 'µs each', 'more than none'], rows),
    ].join('\n\n'),
    aims: [
      atMost('one unrelated mutation batch', 10, unrelated, ' µs'),
      atMost('one changed node with a mention', 6, changed, ' µs'),
    ],
  };
}
