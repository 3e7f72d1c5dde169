import { randomInt, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { defaultSettings } from '../../lib/library/schema.ts';
import { run } from '../e2e/commands.ts';
import { keepProject } from '../e2e/library.ts';
import type { Site } from '../e2e/site.ts';
import { rankTest } from './rank-test.ts';
import { type Steps, startStopwatch } from './stopwatch.ts';

/** Whether the library knows the mention; `forgotten`: it knew it, and by now it knows nothing of the whole page. */
const kinds = ['known', 'unknown', 'forgotten'] as const;
type Kind = (typeof kinds)[number];

interface Run {
  kind: Kind;
  /** Everything that Underline put into the page had been taken away. */
  anew: boolean;
  steps: Steps;
}

/** Runs at once, each in a tab and with a project of its own, because most of a run is waiting. */
const lanes = 8;
const anewEvery = 6;

/**
 * Times, this many times each, what a page sees of a mention of each kind: a post put in, the pointer coming to rest on
 * its mention, and leaving. The order is random in each tab, so the rank test's premise holds whatever the machine
 * does meanwhile; and before each run the library changes twice, so that every kind comes after the same work.
 */
export async function timeRuns(
  surface: Page,
  site: Site,
  each: number,
  of: readonly Kind[] = kinds,
): Promise<Run[]> {
  const url = site.page({
    path: '/timed',
    head: `<script>(${startStopwatch})()</script>`,
    body: '<div id="slot" style="position: absolute; left: 100px; top: 100px"></div>',
  });
  const all = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const page = await openWindow(surface, url);
      const runs = await timeLane(page, surface, Math.ceil(each / lanes), of);
      await page.close();
      return runs;
    }),
  );
  return all.flat();
}

/** In a window of its own, as a tab behind another one is painted no frames. */
async function openWindow(surface: Page, url: string): Promise<Page> {
  const address = `${url}?${randomUUID()}`;
  const opened = surface.context().waitForEvent('page', (page) => page.url() === address);
  await surface.evaluate((to) => chrome.windows.create({ url: to, focused: false }), address);
  const page = await opened;
  await page.waitForFunction(() => 'stopwatch' in window);
  return page;
}

async function timeLane(page: Page, surface: Page, each: number, of: readonly Kind[]): Promise<Run[]> {
  const order = shuffled(of.flatMap((kind) => Array<Kind>(each).fill(kind)));
  // Each mention is new to the page, so that the page script has to ask of it.
  const texts = order.map(() => `$${letters(7)}`);
  const known = texts.filter((_, i) => order[i] !== 'unknown');
  const project = await keepProject(surface, `Timed ${letters(5)}`, known, 'watching');

  const runs: Run[] = [];
  for (const [i, kind] of order.entries()) {
    const [first, last] = ['trash-project', 'restore-project'] as const;
    for (const type of kind === 'forgotten' ? [last, first] : [first, last]) {
      await run(surface, [{ op: randomUUID(), command: { type, id: project } }]);
    }
    // Now and then the page takes our elements away, to see them put in again.
    const anew = i % anewEvery === 0;
    if (anew) await page.evaluate(() => window.stopwatch.clear());
    const act = await timeOne(page, texts[i] ?? '');
    const steps = Object.entries(act).flatMap(([name, taken]) =>
      Object.entries(taken).map(([step, time]) => [`${name}: ${step}`, time] as const),
    );
    runs.push({ kind, anew, steps: Object.fromEntries(steps) });
  }
  return runs;
}

async function timeOne(
  page: Page,
  text: string,
): Promise<{ inserted: Steps; opening: Steps; closing: Steps }> {
  const post = `<p>A post on <span>${text}</span> comes in.</p>`;
  const inserted = await page.evaluate((html) => window.stopwatch.insert(html), post);
  const { x, y } = await page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('#slot span')!.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  return {
    inserted,
    opening: await timeMove(page, 'opening', x, y),
    closing: await timeMove(page, 'closing', 900, 700),
  };
}

async function timeMove(page: Page, act: 'opening' | 'closing', x: number, y: number): Promise<Steps> {
  // Awaited before the movement, which may overtake it.
  await page.evaluate((name) => window.stopwatch.expect(name), act);
  await page.mouse.move(x, y);
  return page.evaluate(() => window.stopwatch.steps());
}

/** The p value of each step, for two kinds. A step that did not come takes for ever, which has a rank too. */
export function pValues(runs: readonly Run[], one: Kind, other: Kind): Record<string, number> {
  return Object.fromEntries(
    [false, true].flatMap((anew) => {
      const mine = runs.filter((run) => run.anew === anew);
      const names = new Set(mine.flatMap(({ steps }) => Object.keys(steps)));
      const timesOf = (wanted: Kind, step: string) =>
        mine
          .filter(({ kind }) => kind === wanted)
          .map(({ steps }) => steps[step] ?? Number.POSITIVE_INFINITY);
      return [...names].map((step) => {
        const p = rankTest(timesOf(one, step), timesOf(other, step));
        return [anew ? `anew, ${step}` : step, p] as const;
      });
    }),
  );
}

/** The shortest dwell that the settings allow, stored as no surface lets one do yet; then the background starts anew. */
export async function shortenDwell(surface: Page): Promise<void> {
  await keepProject(surface, 'Makes the store', []);
  await surface.evaluate((settings) => chrome.storage.local.set({ settings }), {
    ...defaultSettings,
    dwellMs: 100,
  });
  const session = await surface.context().newCDPSession(surface);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** In an order in which each is as likely as any other (Fisher–Yates). */
function shuffled<T>(values: readonly T[]): T[] {
  const all = [...values];
  for (let i = all.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}

const letters = (count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(65 + randomInt(26))).join('');
