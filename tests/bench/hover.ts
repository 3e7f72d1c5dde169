import { hoverBody, hoverTimes } from '../e2e/hover-time.ts';
import { spread } from '../eval/median.ts';
import { atMost, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { quiet } from './quiet.ts';
import { shown } from './shown.ts';
import { byTurns } from './variants.ts';

/** From the end of the dwell until the card is painted. */
export async function hover(benches: Benches): Promise<Section> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Posts</title><body>${hoverBody}</body></html>`;
  const { context } = benches.underline;
  const measured = await byTurns(
    benches.rounds,
    ['as it is', '4 × throttled'] as const,
    async (processor) => {
      const page = await context.newPage();
      try {
        const session = await context.newCDPSession(page);
        await page.goto(benches.server.show(html));
        await quiet(session);
        await session.send('Emulation.setCPUThrottlingRate', { rate: processor === 'as it is' ? 1 : 4 });
        const [first = Number.NaN, ...later] = await hoverTimes(page);
        return { first, later: spread(later).median };
      } finally {
        await page.close();
      }
    },
  );
  const of = (processor: 'as it is' | '4 × throttled', when: 'first' | 'later') =>
    spread(measured[processor].map((times) => times[when]));
  return {
    title: 'Hover',
    text: [
      'From the end of the dwell until the card is painted with the mention under the pointer, by the clock, so that other ' +
        'load of the machine counts: the first card on a page, and the median of 20 later ones. Milliseconds, median ' +
        `(least–most), ${benches.rounds} rounds, each on a new page. The throttled page shows that the measurement follows the cost.`,
      table(
        ['processor of the page', 'first', 'later'],
        (['as it is', '4 × throttled'] as const).map((processor) => [
          processor,
          shown(of(processor, 'first')),
          shown(of(processor, 'later')),
        ]),
      ),
    ].join('\n\n'),
    aims: [
      atMost('hover to painted card, first', 100, of('as it is', 'first').median, ' ms'),
      atMost('hover to painted card, later', 16, of('as it is', 'later').median, ' ms'),
    ],
  };
}
