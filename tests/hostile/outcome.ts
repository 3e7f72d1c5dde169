import { expect, type Frame, type Page } from '@playwright/test';
import { isCardOpen, placeOf } from '../e2e/on-page.ts';

/** What resting on a mention may come to: a card that works, or none. A painted card that is dead is neither. */
export type Outcome = 'works' | 'none' | 'dead';

const mostRests = 3;

/** Rests the pointer on a mention of a frame (or the page itself) and tries the card that opens, if one does. */
export async function outcomeOf(page: Page, frame: Frame, text: string): Promise<Outcome> {
  // A card whose frame is slow on a busy machine is given up, and comes at the next rest.
  let rests = 0;
  while (!(await opens(page, frame, text))) {
    rests += 1;
    if (rests === mostRests) return 'none';
  }
  const card = frame.childFrames().find((child) => child.url().endsWith('/card.html'));
  if (!card) return 'dead';
  try {
    const pin = card.getByRole('button', { name: 'Keep the card open' });
    // A real press, by the browser's own hit test.
    await pin.click({ timeout: 10_000 });
    await pin.and(card.locator('[aria-pressed=true]')).waitFor({ timeout: 10_000 });
  } catch (error) {
    console.log(`the card of ${text} is dead: ${error}`);
    return 'dead';
  }
  await page.keyboard.press('Escape');
  await expect.poll(() => isCardOpen(frame), 'Esc closes the card').toBe(false);
  return 'works';
}

/** Rests the pointer on a mention; answers whether a card opens. */
async function opens(page: Page, frame: Frame, text: string): Promise<boolean> {
  const place = await placeOf(frame, text);
  const { x, y } = await offsetOf(frame);
  await page.mouse.move(x + place.x + 90, y + place.y + 60);
  await page.mouse.move(x + place.x, y + place.y, { steps: 6 });
  return expect
    .poll(() => isCardOpen(frame), { timeout: 3_000 })
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
}

/** Where a frame's viewport begins in that of the page. */
async function offsetOf(frame: Frame): Promise<{ x: number; y: number }> {
  if (!frame.parentFrame()) return { x: 0, y: 0 };
  const element = await frame.frameElement();
  const box = await element.boundingBox();
  const border = await element.evaluate((node) => {
    const { clientLeft, clientTop } = node as Element;
    return [clientLeft, clientTop] as const;
  });
  return { x: (box?.x ?? 0) + border[0], y: (box?.y ?? 0) + border[1] };
}
