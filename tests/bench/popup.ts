import { spread } from '../eval/median.ts';
import { atMost, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { fillLibrary, type Size } from './large-library.ts';
import { quiet, threadTime } from './quiet.ts';
import { shown } from './shown.ts';
import { byTurns } from './variants.ts';

const sizes: Record<'large' | 'small', Size> = {
  large: { projects: 10_000, aliasesEach: 3, notesEach: 5 },
  small: { projects: 10, aliasesEach: 3, notesEach: 5 },
};
const query = 'rewards';

interface Opening {
  paint: number;
  watchlist: number;
  elements: number;
  firstKey: number;
  laterKeys: number;
}

/** The popup with 10,000 projects and 50,000 notes. */
export async function popup(benches: Benches): Promise<Section> {
  const opened = { large: await benches.another(), small: await benches.another() };
  for (const name of ['large', 'small'] as const) await fillLibrary(opened[name].popup, sizes[name]);

  const measured = await byTurns(
    benches.rounds,
    ['small', 'large'] as const,
    async (name): Promise<Opening> => {
      const { context, popup } = opened[name];
      const page = await context.newPage();
      try {
        const session = await context.newCDPSession(page);
        await page.setViewportSize({ width: 400, height: 560 });
        await page.goto(popup.url());
        await quiet(session);
        const paint = await page.evaluate(
          () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        );
        const cost = async (act: () => Promise<void>) => {
          const before = await threadTime(session);
          await act();
          await quiet(session);
          return (await threadTime(session)) - before;
        };
        const watchlist = await cost(() => page.getByRole('tab', { name: 'Watchlist' }).click());
        const elements = await page.evaluate(() => document.querySelectorAll('*').length);
        await page.getByRole('combobox', { name: 'Search projects and notes' }).focus();
        const keys: number[] = [];
        for (const letter of query) keys.push(await cost(() => page.keyboard.type(letter)));
        if ((await page.getByRole('option').count()) === 0) throw new Error(`“${query}” finds nothing.`);
        const [firstKey = Number.NaN, ...later] = keys;
        return { paint, watchlist, elements, firstKey, laterKeys: spread(later).median };
      } finally {
        await page.close();
      }
    },
  );
  for (const { close } of Object.values(opened)) await close();

  const of = (name: 'small' | 'large', what: keyof Opening) =>
    spread(measured[name].map((opening) => opening[what]));
  const rows = (['small', 'large'] as const).map((name) => [
    `${sizes[name].projects.toLocaleString('en')} projects, ${(sizes[name].projects * sizes[name].notesEach).toLocaleString('en')} notes`,
    shown(of(name, 'paint')),
    shown(of(name, 'watchlist')),
    of(name, 'elements').median,
    shown(of(name, 'firstKey')),
    shown(of(name, 'laterKeys')),
  ]);
  return {
    title: 'Popup',
    text: [
      'First contentful paint, by the clock from the navigation on; then milliseconds of processor time of the popup’s main ' +
        'thread until it is still again: opening the watchlist, the first key of a search (which reads the library), and the ' +
        `later ones (their median). Median (least–most), ${benches.rounds} rounds by turns, each in a new page. The small library ` +
        'and the first key are the controls.',
      table(['library', 'first paint', 'watchlist', 'elements then', 'first key', 'later keys'], rows),
    ].join('\n\n'),
    aims: [
      atMost('popup, first paint with 10,000 projects', 150, of('large', 'paint').median, ' ms'),
      atMost('popup, elements with 10,000 projects listed', 2_000, of('large', 'elements').median),
      atMost('search in 50,000 notes, each key after the first', 30, of('large', 'laterKeys').median, ' ms'),
    ],
  };
}
