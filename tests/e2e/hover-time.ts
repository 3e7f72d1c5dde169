import { expect, type Page } from '@playwright/test';
import { cardFrame, isCardOpen, restOn } from './on-page.ts';

/** As many as can be told apart by a letter. */
const aliases = Array.from({ length: 21 }, (_, at) => `$ALIAS${String.fromCharCode(65 + at)}`);
const dwellMs = 400;

/** The body of a page with 21 mentions, far enough apart for each to be hovered by itself. */
export const hoverBody = aliases
  .map((alias, at) => `<p style="margin: 20px">Post ${at} about ${alias}</p>`)
  .join('');

/** Rests on each of the page's mentions in turn. Milliseconds from the end of each dwell until the card is painted. */
export async function hoverTimes(page: Page): Promise<number[]> {
  // The dwell is counted from the last movement, by the clock that the browser stamps events with.
  await page.evaluate(() =>
    addEventListener(
      'pointermove',
      ({ timeStamp }) => Reflect.set(window, 'moved', performance.timeOrigin + timeStamp),
      true,
    ),
  );
  const times: number[] = [];
  for (const alias of aliases) {
    await restOn(page, alias);
    // Painted: the task after the frame in which the page script lets it be seen, and the card's own has the alias.
    const [seen, drawn] = await Promise.all([
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const done = () => setTimeout(() => resolve(performance.timeOrigin + performance.now()));
            const look = () => {
              const host = document.querySelector(':popover-open');
              // The card is 352 px high and begins where the mention does, so one of these is in it.
              const isThere = [50, 150, 250, 350, 450, 550, 650, 750].some(
                (y) => document.elementFromPoint(180, y) === host,
              );
              if (host && isThere) done();
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
      ),
      (await cardFrame(page)).evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const done = () => setTimeout(() => resolve(performance.timeOrigin + performance.now()));
            const look = () => {
              if (document.body.innerText.includes(wanted)) done();
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
        alias,
      ),
    ]);
    const moved = await page.evaluate(() => Reflect.get(window, 'moved') as number);
    times.push(Math.max(seen, drawn) - moved - dwellMs);
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  }
  return times;
}
