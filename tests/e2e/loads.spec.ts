import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';

test('the extension loads and its background runs', async ({ worker, extensionId }) => {
  expect(extensionId).toMatch(/^[a-p]{32}$/);
  expect(await worker.evaluate(() => 'chrome' in globalThis)).toBe(true);
});

test('a page opens without an error', async ({ page, site }) => {
  await page.goto(site.page(demoPage));
  await expect(page.getByText('$OPG')).toHaveCount(2);
});

test('the popup opens as a page', async ({ openPopup }) => {
  const popup = await openPopup();
  await expect(popup).toHaveTitle('Underline');
});

test('a restart keeps the profile', async ({ worker, extensionId, restart }) => {
  await worker.evaluate(() => chrome.storage.local.set({ kept: true }));
  const context = await restart();
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  expect(await page.evaluate(() => chrome.storage.local.get('kept'))).toEqual({ kept: true });
});
