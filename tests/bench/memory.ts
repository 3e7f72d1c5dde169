import type { CDPSession } from 'playwright-core';
import { blank, timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { withReadyPage } from './load.ts';
import { empty, keepTenMegabytes } from './page-acts.ts';
import { quiet } from './quiet.ts';
import { shown } from './shown.ts';
import { byTurns } from './variants.ts';

const variants = ['none', 'Underline', '10 MB kept'] as const;

/** What stays in memory after everything that nobody needs is collected. */
async function heap(session: CDPSession): Promise<number> {
  await quiet(session);
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const used = await session.send('Runtime.getHeapUsage');
  return (used.usedSize + used.embedderHeapUsedSize + used.backingStorageSize) / 2 ** 20;
}

/** Memory of a tab's page over that of the same page without an extension. */
export async function memory(benches: Benches): Promise<Section> {
  const measure = (html: string, paints: boolean) =>
    byTurns(benches.rounds, variants, (variant) =>
      withReadyPage(
        benches,
        variant === '10 MB kept' ? 'none' : variant,
        html,
        async (page, session) => {
          if (variant === '10 MB kept') await page.evaluate(keepTenMegabytes);
          const full = await heap(session);
          await page.evaluate(empty);
          // The browser itself keeps what was last hit or focused until it draws again.
          await quiet(session);
          return { full, emptied: await heap(session) };
        },
        { paints },
      ),
    );
  const pages = { none: await measure(blank(), false), '10,000 mentions': await measure(timeline(), true) };
  const rows: string[][] = [];
  const added: number[] = [];
  for (const [name, measured] of Object.entries(pages)) {
    for (const when of ['full', 'emptied'] as const) {
      const of = (variant: (typeof variants)[number]) =>
        spread(measured[variant].map((heaps) => heaps[when]));
      added.push(of('Underline').median - of('none').median);
      rows.push([
        `${name}${when === 'emptied' ? ', then emptied' : ''}`,
        ...variants.map((variant) => shown(of(variant))),
        ms(of('Underline').median - of('none').median),
        ms(of('10 MB kept').median - of('none').median),
      ]);
    }
  }
  const [none = Number.NaN, , many = Number.NaN, emptied = Number.NaN] = added;
  return {
    title: 'Memory',
    text: [
      'MB of the tab’s page after garbage collection: JavaScript of all worlds, what the browser keeps for it, and buffers; ' +
        `median (least–most), ${benches.rounds} rounds by turns. Emptied: all is taken off the page. Control: a page that keeps ` +
        '1,250,000 numbers of eight bytes.',
      table(
        ['mentions', 'no extension', 'Underline', '10 MB kept', 'Underline adds', 'the control adds'],
        rows,
      ),
    ].join('\n\n'),
    aims: [
      atMost('memory, no mention', 0.5, none, ' MB more'),
      atMost('memory, 10,000 mentions', 4, many, ' MB more'),
      atMost('memory after they are removed, over a page that had none', 0.5, emptied - none, ' MB more'),
    ],
  };
}
