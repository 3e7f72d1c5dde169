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

test('a restart keeps the profile', async ({ openPopup, restart }) => {
  const before = await openPopup();
  await before.evaluate(() => localStorage.setItem('kept', 'yes'));
  await restart();
  const after = await openPopup();
  expect(await after.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
});
