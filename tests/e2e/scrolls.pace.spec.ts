import type { Page } from '@playwright/test';
import { bigLibrary, bigName, putRecords } from './big-library.ts';
import { expect, test } from './fixtures.ts';

const seconds = 5;
const frameMs = 32;
const firstPaintMs = 150;
const openings = 5;

/** Scrolls what holds the rows at the speed of a flung wheel, by the frame; answers how long each frame took. */
const scroll = (page: Page, selector: string): Promise<number[]> =>
  page.evaluate(
    ([selector, seconds]) => {
      const scroller = [...document.querySelectorAll(selector)].find((each) => each.clientHeight > 0);
      if (!scroller) throw new Error('Nothing scrolls.');
      const took: number[] = [];
      return new Promise<number[]>((resolve) => {
        const step = (begun: number, before: number) => (now: number) => {
          took.push(now - before);
          if (now - begun > seconds * 1_000) {
            if (scroller.scrollTop === 0) throw new Error('It did not scroll.');
            resolve(took);
            return;
          }
          scroller.scrollTop += 60;
          requestAnimationFrame(step(begun, now));
        };
        requestAnimationFrame((now) => requestAnimationFrame(step(now, now)));
      });
    },
    [selector, seconds] as const,
  );

/** The same with nothing in it: what the machine, and not the list, is late by. */
async function scrollEmpty(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const empty = document.createElement('div');
    empty.className = 'fixed inset-0 overflow-y-auto';
    empty.dataset.control = '';
    empty.append(document.createElement('div'));
    (empty.firstElementChild as HTMLElement).style.height = '320000px';
    document.body.append(empty);
  });
  const took = await scroll(page, '[data-control]');
  await page.evaluate(() => document.querySelector('[data-control]')?.remove());
  return took;
}

const late = (took: number[]): number => took.filter((ms) => ms > frameMs).length;

const surfaces = [
  { path: 'popup.html', list: 'Watchlist', size: { width: 400, height: 560 } },
  { path: 'sidepanel.html', list: 'Library', size: { width: 400, height: 900 } },
];
for (const { path, list, size } of surfaces)
  test(`${path} with 10,000 projects: first paint, and no late frame in ${seconds} s of scrolling`, async ({
    worker,
    openExtensionPage,
  }) => {
    test.setTimeout(300_000);
    await putRecords(worker, bigLibrary(10_000, 60));
    const paints: number[] = [];
    let page = await openExtensionPage(path);
    for (let opened = 0; opened < openings; opened += 1) {
      await page.close();
      page = await openExtensionPage(path);
      await page.setViewportSize(size);
      await expect(page.getByRole('tab', { name: list })).toHaveText(/10000/);
      // What stands in the page may not have been painted yet.
      const paint = await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      );
      paints.push((await paint.jsonValue()) ?? Number.NaN);
    }
    await page.getByRole('tab', { name: list }).click();
    await expect(page.getByRole('button', { name: bigName(0) })).toBeVisible();

    const mostOf = (empty: number[]) => 3 * late(empty) + 2;
    let idle = await scrollEmpty(page);
    let took = await scroll(page, '[data-scroller]');
    // Further down, where the machine was busy with something else meanwhile; what it is late by itself is measured anew.
    for (let again = 0; again < 3 && late(took) > mostOf(idle); again += 1) {
      const [emptyAgain, tookAgain] = [await scrollEmpty(page), await scroll(page, '[data-scroller]')];
      if (late(emptyAgain) < late(idle)) idle = emptyAgain;
      if (late(tookAgain) < late(took)) took = tookAgain;
    }
    const paint = paints.toSorted((a, b) => a - b)[openings >> 1] ?? Number.NaN;
    console.log(
      `${path}, 10,000 projects: first paint ${paint.toFixed(0)} ms (median of ${openings}, least ${Math.min(...paints).toFixed(0)}); ` +
        `${took.length} frames in ${seconds} s, longest ${Math.max(...took).toFixed(0)} ms, ` +
        `${late(took)} over ${frameMs} ms (with nothing in the list: ${late(idle)} of ${idle.length})`,
    );
    // One that the machine left alone; the median is printed.
    expect.soft(Math.min(...paints), 'first paint').toBeLessThanOrEqual(firstPaintMs);
    // None on an idle machine but one or two of the collector's; a busy one makes the longer frames late more often.
    expect.soft(late(took), 'frames that are late').toBeLessThanOrEqual(mostOf(idle));
  });
