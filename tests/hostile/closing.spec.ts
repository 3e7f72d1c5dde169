import type { Frame, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { enterCard, hover, isCardOpen } from '../e2e/on-page.ts';
import { keepCanaries } from './canaries.ts';
import { aside, leaveCard, lonePost, seenBy, visit } from './visits.ts';

/** Notes where the focus goes, and what else the page is told of. */
function noteClosing(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  for (const type of [
    'focus',
    'blur',
    'focusin',
    'focusout',
    'visibilitychange',
    'keydown',
    'keyup',
    'click',
  ])
    addEventListener(
      type,
      ({ target }) => seen.push(`${type} ${target === window ? 'window' : (target as Node).nodeName}`),
      true,
    );
}

type Box = { x: number; y: number; width: number; height: number };
type Way = (page: Page, box: Box, card: Frame) => Promise<void>;

const ways: Record<string, Way> = {
  'through the card': async (page, { x, y, width, height }) => {
    await enterCard(page, x + width / 2, y + height / 2);
  },
  'with a press beside everything in it': async (page, { x, y, height }) => {
    await page.mouse.click(x + 4, y + height * 0.8);
  },
  'with a drag out of it': async (page, { x, y, height }) => {
    await page.mouse.move(x + 4, y + height * 0.8);
    await page.mouse.down();
    await page.mouse.move(aside.x, aside.y, { steps: 8 });
    await page.mouse.up();
  },
  'with Shift+Tab out of it': async (page, { x, y, height }, card) => {
    await page.mouse.click(x + 4, y + height * 0.8);
    const focus = () =>
      card.evaluate(() => [document.hasFocus(), document.activeElement?.outerHTML ?? ''].join(' '));
    const isInCard = async () => (await focus()).startsWith('true');
    await expect.poll(isInCard).toBe(true);
    await page.keyboard.down('Shift');
    for (let i = 0; i < 40 && (await isInCard()); i += 1) {
      const before = await focus();
      // The focus goes from one process to the other at its own pace: the key is held until it has moved.
      await page.keyboard.down('Tab');
      await expect.poll(focus).not.toBe(before);
      if (!(await isInCard())) await expect(page.getByRole('button')).toBeFocused();
      await page.keyboard.up('Tab');
    }
    await page.keyboard.up('Shift');
  },
  'with Esc in it': async (page, { x, y, height }) => {
    await page.mouse.click(x + 4, y + height * 0.8);
    await page.keyboard.press('Escape');
  },
};

for (const [how, leave] of Object.entries(ways)) {
  test(`left ${how}, a known and an unknown mention’s card close alike and leave the focus alike`, async ({
    context,
    openPopup,
    site,
  }) => {
    await keepCanaries(await openPopup());
    const page = await context.newPage();
    const trails: string[][] = [];
    for (const text of ['$VXLM', '$ZZKL']) {
      const body = `${lonePost(text)}<button type="button">Mine</button>`;
      await visit(page, site, { path: '/closing', body, early: noteClosing });
      await page.getByRole('button').focus();
      const card = await hover(page, text);
      const box = await card.locator('main').boundingBox();
      if (!box) throw new Error('The card has no place');
      await leave(page, box, card);
      await page.mouse.move(aside.x, aside.y, { steps: 4 });
      await expect.poll(() => isCardOpen(page), `${text} closes`).toBe(false);
      // The focus comes back from the card's process at its own pace.
      await expect(page.getByRole('button')).toBeFocused();
      await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
      await page.keyboard.press('Shift');
      trails.push(await seenBy(page));
    }
    const [known, unknown] = trails;
    expect(unknown).toEqual(known);
    // Where the focus was before and is again, that much is the page's.
    expect(known).toContain('focusin BUTTON');
    expect(known).toContain('keydown BUTTON');
  });
}

test('where nothing had the focus before, the keys are the page’s again once the card is closed', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const trails: string[][] = [];
  for (const text of ['$VXLM', '$ZZKL']) {
    const body = `${lonePost(text)}<div style="height: 3000px"></div>`;
    await visit(page, site, { path: '/unfocused', body, early: noteClosing });
    const card = await hover(page, text);
    await card.getByRole('textbox').first().click();
    await page.keyboard.press('Escape');
    await leaveCard(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    trails.push(await seenBy(page));
  }
  const [known, unknown] = trails;
  expect(unknown).toEqual(known);
  expect(known).toContain('keydown BODY');
});
