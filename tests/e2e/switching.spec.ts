import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { hover, isCardOpen, markers, tinted } from './on-page.ts';

test('off for this site: every tab is as it was, at once; on again: all of it is back', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const page = await context.newPage();
  const url = site.page(demoPage);
  await page.goto(url);
  const elsewhere = await context.newPage();
  await elsewhere.goto(site.elsewhere(url));
  await expect.poll(() => tinted(elsewhere)).toHaveLength(6);
  await page.bringToFront();

  const card = await hover(page, '$OPG');
  await card.getByRole('button', { name: 'More' }).click();
  // It takes its own frame away, so the click may never report back.
  const off = card.getByRole('menuitem', { name: /turn underline off/i });
  await expect(off).toBeVisible();
  void off.click().catch(() => undefined);
  await expect.poll(() => isCardOpen(page)).toBe(false);
  await expect.poll(() => tinted(page)).toEqual([]);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.children.length), 'no host is left')
    .toBe(2);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  expect(await tinted(elsewhere), 'another site is not touched').toHaveLength(6);

  const panel = await openExtensionPage('sidepanel.html');
  await page.bringToFront();
  // The panel's tab is behind: only the page in front is the one that its switch is about.
  await panel.getByRole('switch', { name: /off for/i }).dispatchEvent('click');
  await expect.poll(() => tinted(page)).toHaveLength(6);
  await hover(page, '$OPG');
});

test('pause: all sites at once, and back', async ({ context, site, openPopup }) => {
  const page = await context.newPage();
  const url = site.page(demoPage);
  await page.goto(url);
  const elsewhere = await context.newPage();
  await elsewhere.goto(site.elsewhere(url));
  for (const each of [page, elsewhere]) await expect.poll(() => tinted(each)).toHaveLength(6);

  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Pause on all sites' }).click();
  await expect(popup.getByText('Paused on all sites.')).toBeVisible();
  for (const each of [page, elsewhere]) await expect.poll(() => tinted(each)).toEqual([]);

  await popup.getByRole('button', { name: 'Resume' }).click();
  for (const each of [page, elsewhere]) await expect.poll(() => tinted(each)).toHaveLength(6);
});

test('a disabled extension leaves the page as it was within a second', async ({
  context,
  site,
  extensionId,
}) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  await hover(page, '$OPG');

  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  // By the page's own clock: a busy machine takes longer to ask it.
  const left = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const isTinted = [...CSS.highlights.values()].some(({ size }) => size > 0);
          if (isTinted || document.documentElement.children.length > 2) setTimeout(look, 20);
          else resolve(Date.now());
        };
        look();
      }),
  );
  const disabled = await settings.evaluate(async (id) => {
    await chrome.management.setEnabled(id, false);
    return Date.now();
  }, extensionId);
  await page.bringToFront();
  expect((await left) - disabled).toBeLessThan(1_500);
  expect(await tinted(page)).toEqual([]);
  expect(await markers(page)).toEqual([]);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});
