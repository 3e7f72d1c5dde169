import { randomInt, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { defaultSettings } from '../../lib/library/schema.ts';
import { run } from '../e2e/commands.ts';
import { keepProject } from '../e2e/library.ts';
import type { Site } from '../e2e/site.ts';
import { rankTest } from './rank-test.ts';
import { type Steps, startStopwatch } from './stopwatch.ts';

/** Whether the library knows the mention; `forgotten`: it knew it, and now it knows nothing of the whole page. */
export type Kind = 'known' | 'unknown' | 'forgotten';

export interface Run {
  kind: Kind;
  steps: Steps;
}

/** Every so many runs the pointer leaves and the card closes by itself; in the others a press closes it. */
const leavesEvery = 3;
const aside = { x: 900, y: 700 };

/**
 * Times, this many times each, what a page sees of a mention of each kind: a post put in, the pointer coming to rest on
 * its mention if `hovers`, and leaving. The order is random, so the rank test's premise holds whatever the machine
 * does meanwhile; and before each run the library changes twice, so that every kind comes after the same work.
 */
export async function timeRuns(
  page: Page,
  surface: Page,
  site: Site,
  { each, kinds, hovers }: { each: number; kinds: readonly Kind[]; hovers: boolean },
): Promise<Run[]> {
  await page.goto(
    site.page({
      path: '/timed',
      head: `<script>(${startStopwatch})()</script>`,
      body: '<div id="slot" style="position: absolute; left: 100px; top: 100px"></div>',
    }),
  );
  // Underline follows the pointer from the first mention on; one that was nowhere before does not come to a mention.
  await page.evaluate(() => window.stopwatch.insert('<p>A first post on $FIRST</p>'));
  await page.mouse.move(aside.x, aside.y);
  const order = shuffled(kinds.flatMap((kind) => Array<Kind>(each).fill(kind)));
  // Each mention is new to the page, so that the page script has to ask of it.
  const texts = order.map(() => `$${letters(7)}`);
  const known = texts.filter((_, i) => order[i] !== 'unknown');
  const projects: string[] = [];
  for (let i = 0; i < known.length; i += 100) {
    projects.push(await keepProject(surface, `Timed ${letters(5)}`, known.slice(i, i + 100), 'watching'));
  }
  const change = async (type: 'trash-project' | 'restore-project') =>
    run(
      surface,
      projects.map((id) => ({ op: randomUUID(), command: { type, id } })),
    );

  const runs: Run[] = [];
  for (const [i, kind] of order.entries()) {
    const [first, last] = ['trash-project', 'restore-project'] as const;
    for (const type of kind === 'forgotten' ? [last, first] : [first, last]) await change(type);
    const steps = await timeOne(page, texts[i] ?? '', hovers, i % leavesEvery === 0);
    runs.push({ kind, steps });
  }
  return runs;
}

async function timeOne(page: Page, text: string, hovers: boolean, leaves: boolean): Promise<Steps> {
  const post = `<p>A post on <span>${text}</span> comes in.</p>`;
  const inserted = await page.evaluate((html) => window.stopwatch.insert(html), post);
  if (!hovers) return named('inserted', inserted);

  const mention = await page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('#slot span')!.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  // The card lies below the line of its mention.
  const inCard = [mention.x, mention.y + 60] as const;
  const time = async (act: 'opening' | 'closing', by: () => Promise<void>): Promise<Steps> => {
    // Awaited before the movement, which may overtake it.
    await page.evaluate(([what, x, y]) => window.stopwatch.expect(what, x, y), [act, ...inCard] as const);
    await by();
    return page.evaluate(() => window.stopwatch.steps());
  };
  const opening = await time('opening', () => page.mouse.move(mention.x, mention.y));
  const closing = leaves
    ? await time('closing', () => page.mouse.move(aside.x, aside.y))
    : await time('closing', () => page.mouse.down().then(() => page.mouse.up()));
  await page.mouse.move(aside.x, aside.y);
  return {
    ...named('inserted', inserted),
    ...named('opening', opening),
    ...named(leaves ? 'closing by leaving' : 'closing by a press', closing),
  };
}

const named = (act: string, steps: Steps): Steps =>
  Object.fromEntries(Object.entries(steps).map(([step, time]) => [`${act}: ${step}`, time]));

/** The p value of each step, for two kinds. A step that did not come takes for ever, which has a rank too. */
export function pValues(runs: readonly Run[], one: Kind, other: Kind): Record<string, number> {
  const names = new Set(runs.flatMap(({ steps }) => Object.keys(steps)));
  const timesOf = (wanted: Kind, step: string) => {
    const act = step.split(':')[0] ?? '';
    const mine = runs.filter(
      ({ kind, steps }) => kind === wanted && Object.keys(steps).some((name) => name.startsWith(`${act}:`)),
    );
    return mine.map(({ steps }) => steps[step] ?? Number.POSITIVE_INFINITY);
  };
  return Object.fromEntries(
    [...names].map((step) => [step, rankTest(timesOf(one, step), timesOf(other, step))] as const),
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
