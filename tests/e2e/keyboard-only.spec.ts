import { readFile } from 'node:fs/promises';
import type { Frame, Page } from '@playwright/test';
import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { keepProject } from './library.ts';
import { isCardOpen, markers, openCard } from './on-page.ts';

/** The name of what has the focus, as a person would say it. */
const focused = (surface: Page | Frame) =>
  surface.evaluate(() => {
    const it = document.activeElement;
    if (!(it instanceof HTMLElement) || it === document.body) return '';
    const label = it instanceof HTMLInputElement ? it.labels?.[0]?.innerText : null;
    return (it.ariaLabel ?? label ?? it.innerText).trim();
  });

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, surface: Page | Frame, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    const name_ = await focused(surface);
    if (name.test(name_)) return;
    met.push(name_);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${name}, but: ${met.join(' | ')}`);
}

/** Presses the arrow until the menu's item with this name has the focus. */
async function tabToItem(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 20 && !name.test(await focused(page)); presses++)
    await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toMatch(name);
}

test('from the third mention to an export without a mouse', async ({
  context,
  site,
  worker,
  openExtensionPage,
}, testInfo) => {
  const store = await openExtensionPage('popup.html');
  const id = await keepProject(store, 'OpenGradient', ['$OPG', '#OPG', '@OpenGradient'], 'watching');
  await store.close();
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  await expect.poll(() => markers(page)).toHaveLength(6);
  const { keyboard } = page;

  await test.step('opens the card on the third mention', async () => {
    // The card stands at its mention, and the three stand in one line.
    let left = -1;
    for (const heading of ['$OPG', '#OPG', '@OpenGradient']) {
      await worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const { onCommand } = chrome.commands as unknown as {
          onCommand: { dispatch(...args: unknown[]): void };
        };
        onCommand.dispatch('next-mention', tab);
      });
      const card = await openCard(page);
      const leftNow = async () => (await card.locator('main').boundingBox())?.x ?? -1;
      await expect.poll(leftNow, `the card came to ${heading}`).toBeGreaterThan(left);
      left = await leftNow();
      // While it moves on it takes no keys.
      await openCard(page);
      await expect.poll(() => card.evaluate(() => document.hasFocus())).toBe(true);
    }
  });
  const card = await openCard(page);

  await test.step('adds a note', async () => {
    await tabTo(page, card, /^New note/);
    await keyboard.type('Who pays for the proofs?');
    await keyboard.press('Enter');
    await expect(card.getByRole('article').filter({ hasText: 'Who pays for the proofs?' })).toBeVisible();
  });

  await test.step('changes the status', async () => {
    for (let presses = 0; presses < 40 && !/Watching/.test(await focused(card)); presses++)
      await keyboard.press('Shift+Tab');
    await keyboard.press('ArrowRight');
    await expect(card.getByRole('radio', { name: 'Researching' })).toBeChecked();
    await keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  });

  const panel = await openExtensionPage('sidepanel.html');
  await test.step('finds it in the panel', async () => {
    await expect(panel.getByRole('combobox', { name: 'Search projects and notes' })).toBeFocused();
    await panel.keyboard.type('proofs');
    await expect(panel.getByRole('option', { selected: true })).toContainText('Who pays for the proofs?');
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
    await expect(panel.getByRole('radio', { name: 'Researching' })).toBeChecked();
  });

  await test.step('exports', async () => {
    await tabTo(panel, panel, /^More$/);
    await panel.keyboard.press('Enter');
    await tabToItem(panel, /^Export/);
    const [download] = await Promise.all([panel.waitForEvent('download'), panel.keyboard.press('Enter')]);
    const file = testInfo.outputPath('export.json');
    await download.saveAs(file);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      projects: [{ id, status: 'researching' }],
      notes: [{ body: 'Who pays for the proofs?' }],
    });
  });
});
