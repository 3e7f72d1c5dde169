// How quickly the popup stands, scrolls and searches with 10,000 projects and 50,000 notes:
// `node tests/bench/surfaces.ts`, after `wxt build`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { extensionPath } from '../../scripts/build.mjs';
import { backgroundOf, launch } from '../../scripts/launch.mjs';
import { bigLibrary, putRecords } from '../e2e/big-library.ts';

/** All in milliseconds. */
interface Figures {
  /** From the start of the navigation, each of several openings. */
  opening: { firstContentfulPaint: number[]; listsReady: number[]; firstWatchlistRow: number[] };
  /** From the letter to its hits in the page, once all notes are in the search. */
  search: { median: number; p95: number; worst: number; longestTask: number };
  /** Typing the first letter: until the first hit, until all notes are in, and the longest task on the way. */
  firstSearch: { firstHit: number; complete: number; longestTask: number };
  /** A scroll through all rows in five seconds. */
  scroll: { frames: number; median: number; p95: number; worst: number; over32: number };
}

const openings = 9;
const queries = ['the gradient', 'project 0420', 'bacedi', 'what the of', 'gravelmar', 'opne', 'tr'];

const at = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
const sortedOf = (all: readonly number[]) => all.toSorted((a, b) => a - b);

/** Fills the library of a fresh profile and measures the popup in it. */
export async function measureSurfaces(context: BrowserContext): Promise<Figures> {
  const worker = await backgroundOf(context);
  const popup = worker.url().replace(/\/[^/]*$/, '/popup.html');
  await putRecords(worker, bigLibrary(10_000, 50_000));

  const opening: Figures['opening'] = { firstContentfulPaint: [], listsReady: [], firstWatchlistRow: [] };
  for (let round = 0; round < openings; round += 1) {
    const page = await opened(context, popup);
    const { paint, ready, row } = await page.evaluate(() => Reflect.get(globalThis, 'marks'));
    opening.firstContentfulPaint.push(Math.round(paint));
    opening.listsReady.push(Math.round(ready));
    opening.firstWatchlistRow.push(Math.round(row));
    await page.close();
  }
  const page = await opened(context, popup);
  const scroll = await scrolling(page);
  const { first, strokes, longestTask } = await searching(page);
  await page.close();
  const sorted = sortedOf(strokes);
  return {
    opening,
    scroll,
    firstSearch: first,
    search: { median: at(sorted, 0.5), p95: at(sorted, 0.95), worst: at(sorted, 1), longestTask },
  };
}

/** Opens the popup, goes to the watchlist as soon as its tab stands, and waits for its first row. */
export async function opened(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 400, height: 560 });
  await page.addInitScript(() => {
    const marks: Record<string, number> = {};
    Object.assign(globalThis, { marks });
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries())
        if (name === 'first-contentful-paint') marks.paint = startTime;
    }).observe({ type: 'paint', buffered: true });
    const look = () => {
      const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find((each) =>
        /^Watchlist\d/.test(each.innerText.replace(/\s/g, '')),
      );
      if (tab && !marks.ready) {
        marks.ready = performance.now();
        tab.click();
      }
      if (!document.querySelector('[role=tabpanel] [data-row]')) return requestAnimationFrame(look);
      // The frame after it is the first that shows it.
      return requestAnimationFrame(() => {
        marks.row = performance.now();
      });
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.waitForFunction(
    () => Reflect.get(globalThis, 'marks')?.row && Reflect.get(globalThis, 'marks')?.paint,
  );
  return page;
}

const scrolling = (page: Page): Promise<Figures['scroll']> =>
  page.evaluate(async () => {
    const panel = [...document.querySelectorAll<HTMLElement>('[role=tabpanel]')].find(
      (each) => each.scrollHeight > each.clientHeight,
    );
    if (!panel) throw new Error('There is nothing to scroll.');
    const frames: number[] = [];
    const length = 5_000;
    await new Promise<void>((resolve) => {
      let started = 0;
      let last = 0;
      const step = (now: number) => {
        started ||= now;
        if (last) frames.push(now - last);
        last = now;
        panel.scrollTop = ((now - started) / length) * (panel.scrollHeight - panel.clientHeight);
        if (now - started < length) requestAnimationFrame(step);
        else resolve();
      };
      requestAnimationFrame(step);
    });
    const sorted = frames.toSorted((a, b) => a - b);
    const of = (share: number) =>
      Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
    const over32 = frames.filter((frame) => frame > 32).length;
    return { frames: frames.length, median: of(0.5), p95: of(0.95), worst: of(1), over32 };
  });

async function searching(page: Page) {
  return page.evaluate(async (queries) => {
    const input = document.querySelector<HTMLInputElement>('input[role=combobox]');
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (!input || !setValue) throw new Error('There is no search.');
    let tasks: number[] = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    /** Types, and waits until everything that the letter set off is done. */
    const type = async (text: string): Promise<number> => {
      const from = performance.now();
      setValue.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - from;
    };
    const from = performance.now();
    await type('p');
    while (!document.querySelector('[role=option]')) await frame();
    const firstHit = performance.now() - from;
    while (document.querySelector('[role=listbox][aria-busy=true]')) await frame();
    const complete = performance.now() - from;
    await frame();
    const first = { firstHit, complete, longestTask: Math.max(0, ...tasks) };
    tasks = [];
    const strokes: number[] = [];
    for (const query of queries) {
      for (let length = 1; length <= query.length; length += 1) {
        strokes.push(await type(query.slice(0, length)));
        await frame();
      }
      setValue.call(input, '');
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await frame();
    }
    return { first, strokes, longestTask: Math.max(0, ...tasks) };
  }, queries);
}

if (import.meta.main) {
  const profile = await mkdtemp(join(tmpdir(), 'underline-bench-'));
  const context = await launch({ browserPath: (await findBrowser()).path, extensionPath, profile });
  const figures = await measureSurfaces(context);
  for (const [what, all] of Object.entries(figures.opening)) {
    const sorted = sortedOf(all);
    console.log(`opening, ${what}: median ${at(sorted, 0.5)}, from ${at(sorted, 0)} to ${at(sorted, 1)}`);
  }
  for (const what of ['firstSearch', 'search', 'scroll'] as const) console.log(what, figures[what]);
  await context.close();
  await rm(profile, { recursive: true, force: true });
}
