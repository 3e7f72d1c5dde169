import type { Frame, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote } from '../e2e/library.ts';
import { enterCard, hover } from '../e2e/on-page.ts';
import { canaries, keepCanaries } from './canaries.ts';
import { leaveCard, lonePost, seenBy, visit } from './visits.ts';

/** Notes everything that a wheel may do to a page. */
function noteScrolls(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  for (const type of ['wheel', 'scroll', 'scrollend', 'scrollsnapchange', 'touchmove'])
    addEventListener(type, () => seen.push(`${type} at ${scrollY}`), true);
}

/** Turns the wheel over the open card, and presses the keys that scroll. */
async function scrollIn(page: Page, card: Frame): Promise<void> {
  const box = await card.locator('main').boundingBox();
  if (!box) throw new Error('The card has no place');
  await card.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    for (const type of ['wheel', 'keyup']) addEventListener(type, () => heard.push(type), { passive: true });
  });
  const arrived = (count: number) =>
    expect.poll(() => card.evaluate(() => Reflect.get(window, 'heard').length)).toBe(count);

  await enterCard(page, box.x + box.width / 2, box.y + box.height / 2);
  for (const [i, delta] of [400, 400, -100].entries()) {
    await page.mouse.wheel(0, delta);
    await arrived(i + 1);
  }
  // On the padding beside everything: the keys are then those of the card as a whole.
  await page.mouse.click(box.x + 4, box.y + box.height * 0.8);
  for (const key of ['PageDown', 'ArrowDown', 'Space', 'End', 'PageDown', 'ArrowDown'])
    await page.keyboard.press(key);
  await arrived(9);
}

const contents = { 'many notes': '$VXLM', 'no note': '$BRND', 'an unknown mention': '$ZZKL' };

for (const [content, text] of Object.entries(contents)) {
  test(`neither wheel nor keys in a card with ${content} scroll the page`, async ({
    context,
    openPopup,
    site,
  }) => {
    const popup = await openPopup();
    const [many = ''] = await keepCanaries(popup);
    for (let i = 0; i < 10; i += 1) await addNote(popup, many, `${canaries.note} ${i}`);
    const page = await context.newPage();
    const body = `${lonePost(text)}<div style="height: 3000px"></div>`;
    await visit(page, site, { path: '/wheel', body, early: noteScrolls });
    const card = await hover(page, text);
    // The test itself scrolled the mention into view.
    const before = await seenBy(page);
    await scrollIn(page, card);
    await leaveCard(page);
    expect(await seenBy(page)).toEqual(before);

    // Beside the card the wheel is the page's.
    await page.mouse.wheel(0, 100);
    await expect.poll(async () => (await seenBy(page)).slice(before.length).join()).toContain('scroll at');
  });
}
