import { timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { withReadyPage } from './load.ts';
import { burnOnChange, changeTexts } from './page-acts.ts';
import { quiet, threadTime } from './quiet.ts';
import { shown } from './shown.ts';
import { byTurns } from './variants.ts';

const variants = ['none', 'Underline', 'burning'] as const;
const burnedUs = 50;

const acts = {
  'one unrelated change a task': {
    selector: 'time',
    texts: ['1h', '2h'] as [string, string],
    tasks: 500,
    each: 1,
  },
  'one mention changed a task': {
    selector: '[lang] span',
    texts: ['$ABC', '$XYZ'] as [string, string],
    tasks: 500,
    each: 1,
  },
  'mentions changed, 1,000 in one task': {
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
      withReadyPage(benches, variant === 'burning' ? 'none' : variant, html, async (page, session) => {
        if (variant === 'burning') await page.evaluate(burnOnChange, burnedUs);
        const before = await threadTime(session);
        await page.evaluate(changeTexts, act);
        await quiet(session);
        return (1000 * ((await threadTime(session)) - before)) / changes;
      }),
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
      'On a timeline with 10,000 mentions: the text of `<time>` beside a handle changes (unrelated), or that of a cashtag. ' +
        'Microseconds of processor time for each change, with all that follows until the page is still: the observer, the ' +
        `scan, the frames. Median (least–most), ${benches.rounds} rounds by turns. Control: an observer of the page that burns ` +
        `${burnedUs} µs a batch.`,
      table(['change', 'variant', 'µs each', 'more than none'], rows),
    ].join('\n\n'),
    aims: [
      atMost('one unrelated mutation batch', 10, unrelated, ' µs'),
      atMost('one changed node with a mention', 6, changed, ' µs'),
    ],
  };
}
