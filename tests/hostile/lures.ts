import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { enterCard, hover } from '../e2e/on-page.ts';
import type { Site } from '../e2e/site.ts';
import { feed, keepCanaries } from './canaries.ts';

/**
 * A way in which a page could have its visitor click or type into a card that they do not see as it is, and what
 * becomes of the card: it shows as before, it says that it is covered and takes no input, or it closes.
 */
export interface Lure {
  why: string;
  /** Runs in the page while the card is open. */
  by(host: HTMLElement): void;
  card: 'clear' | 'covered' | 'closed';
}

/** What the card says of itself; null while it waits for the browser's word. */
async function sightOf(page: Page): Promise<Lure['card'] | null> {
  const card = page.frames().find((frame) => frame.url().endsWith('/card.html'));
  const said = card?.evaluate(() => {
    const main = document.querySelector('main');
    const covered = document
      .querySelector('[role=alert]')
      ?.textContent?.includes('Part of this card is hidden');
    if (main?.inert) return covered ? 'covered' : null;
    return 'clear';
  });
  // A frame that goes away while it is asked is closed too.
  return (await said?.catch(() => 'closed' as const)) ?? (card ? null : 'closed');
}

/** A visitor with a library opens the card once for each lure, and it becomes of it what is said. */
export async function expectLures(
  { context, openPopup, site }: { context: BrowserContext; openPopup(): Promise<Page>; site: Site },
  lures: readonly Lure[],
): Promise<void> {
  test.setTimeout(30_000 + 20_000 * lures.length);
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/lures', body: feed }));
  for (const lure of lures) await test.step(lure.why, () => expectLure(page, lure));
}

/** Opens the card on the page as it was served, lets the page do it, and expects what is said. */
async function expectLure(page: Page, { by, card: expected }: Lure): Promise<void> {
  await page.reload();
  const card = await hover(page, '$VXLM');
  await expect.poll(() => sightOf(page), 'the card can be used').toBe('clear');
  const composer = card.getByRole('textbox', { name: /^New note/ });
  await expect(composer).toBeVisible();
  const box = await composer.boundingBox();
  const { x, y, width, height } = (await card.locator('main').boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  // The pointer in the card, so that nothing but the page can close it.
  await enterCard(page, x + width / 2, y + 20);
  // Without the rounded corners, behind which the page shows.
  const clip = { x: x + 12, y: y + 12, width: width - 24, height: height - 24 };
  let before = await page.screenshot({ clip });
  // What fades in under the pointer has done so.
  await expect
    .poll(async () => {
      const last = before;
      before = await page.screenshot({ clip });
      return last.equals(before);
    }, 'the card is at rest')
    .toBe(true);

  const host = await page.evaluateHandle(() => document.querySelector<HTMLElement>(':popover-open'));
  await page.evaluate(([trick, host]) => new Function('host', `(${trick})(host)`)(host), [
    by.toString().replace(/^by\(/, 'function ('),
    host,
  ] as const);
  // What the page did is on the screen, and the browser had the time in which it tells a frame.
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 250)));
  await expect.poll(() => sightOf(page), 'what becomes of the card').toBe(expected);

  if (expected === 'clear') {
    const differing = async () => shareOfDifference(page, before, await page.screenshot({ clip }));
    await expect.poll(differing, 'it looks as before').toBeLessThan(0.005);
  }
  if (expected !== 'covered') return;
  await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
  await page.keyboard.type('lured');
  expect(await composer.inputValue(), 'what is typed does not go into it').toBe('');
}

/** The share of pixels that differ clearly: letters are painted anew a fraction of a pixel aside. */
const shareOfDifference = (page: Page, ...pictures: [Buffer, Buffer]): Promise<number> =>
  page.evaluate(
    async (encoded) => {
      const [one, other] = await Promise.all(
        encoded.map(async (base64) => {
          const picture = await createImageBitmap(
            await (await fetch(`data:image/png;base64,${base64}`)).blob(),
          );
          const { width, height } = picture;
          const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
          canvas.drawImage(picture, 0, 0);
          return canvas.getImageData(0, 0, width, height).data;
        }),
      );
      let differing = 0;
      for (let i = 0; i < one!.length; i += 4) {
        const difference = (channel: number) => Math.abs(one![i + channel]! - other![i + channel]!);
        if (Math.max(difference(0), difference(1), difference(2)) > 48) differing += 1;
      }
      return differing / (one!.length / 4);
    },
    pictures.map((picture) => picture.toString('base64')),
  );
