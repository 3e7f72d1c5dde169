import type { Settings } from '../../lib/library/schema.ts';
import { pastDwell } from '../hostile/past-dwell.ts';
import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { carryOut, keepProject, opg } from './library.ts';
import { hover, isCardOpen, markers, openCard, placeOf, restOn, tinted } from './on-page.ts';

type Page = Parameters<typeof carryOut>[0];
const set = (popup: Page, settings: Partial<Settings>) =>
  carryOut(popup, { type: 'set-settings', ...settings } as Parameters<typeof carryOut>[1]);
const highlights = (page: Page): Promise<string[]> => page.evaluate(() => [...CSS.highlights.keys()]);
const hosts = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.children.length - 2);

test('a kind that is switched off is neither painted nor listed, and comes back', async ({
  context,
  site,
  openPopup,
}) => {
  const popup = await openPopup();
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  await expect.poll(() => tinted(page)).toHaveLength(6);
  await expect(popup.getByText('@OpenGradient').first()).toBeVisible();
  const only = { cashtag: true, handle: false, hashtag: false };
  await set(popup, { kinds: only });
  await expect.poll(() => tinted(page)).toEqual(['$OPG', '$OPG']);
  await expect.poll(() => markers(page)).toHaveLength(2);
  await expect(popup.getByText('@OpenGradient')).toHaveCount(0);
  await expect(popup.getByText('$OPG').first()).toBeVisible();

  // What comes now, and what a page finds that is opened now.
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>New: #TAO $TAO</p>'));
  await expect.poll(() => tinted(page)).toEqual(['$OPG', '$OPG', '$TAO']);
  await page.reload();
  await expect.poll(() => tinted(page)).toEqual(['$OPG', '$OPG']);

  await set(popup, { kinds: { ...only, handle: true, hashtag: true } });
  await expect.poll(() => tinted(page)).toHaveLength(6);
});

test('the tint is as strong as the user wants, or not there', async ({ context, site, openPopup }) => {
  const popup = await openPopup();
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  await expect.poll(() => highlights(page)).toEqual(['underline-mention']);
  await set(popup, { tint: 'strong' });
  await expect.poll(() => highlights(page)).toEqual(['underline-mention-strong']);
  await expect.poll(() => tinted(page)).toHaveLength(6);
  await set(popup, { tint: 'none' });
  await expect.poll(() => highlights(page)).toEqual([]);
  await expect.poll(() => markers(page), 'markers stay').toHaveLength(6);
  await hover(page, '$OPG');
  await set(popup, { tint: 'soft' });
  await expect.poll(() => highlights(page)).toEqual(['underline-mention']);
});

test('without markers there is no host for them, and the card opens as before', async ({
  context,
  site,
  openPopup,
}) => {
  const popup = await openPopup();
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  await expect.poll(() => hosts(page)).toBe(1);
  await set(popup, { markers: false });
  await expect.poll(() => hosts(page)).toBe(0);
  await expect.poll(() => tinted(page)).toHaveLength(6);
  await page.reload();
  await expect.poll(() => tinted(page)).toHaveLength(6);
  // Something that settles the page again.
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>$TAO</p>'));
  await expect.poll(() => tinted(page)).toHaveLength(7);
  expect(await hosts(page)).toBe(0);
  await set(popup, { markers: true });
  await expect.poll(() => markers(page)).toHaveLength(7);
});

test('with a key set the card opens only while it is held; pressed later, it opens then; by keys as ever', async ({
  context,
  site,
  openPopup,
  worker,
}) => {
  const popup = await openPopup();
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  await expect.poll(() => markers(page)).toHaveLength(6);
  // One that can be seen comes with it.
  await set(popup, { modifier: 'alt', tint: 'strong' });
  await expect.poll(() => highlights(page)).toEqual(['underline-mention-strong']);
  await restOn(page, '$OPG');
  await pastDwell(page);
  expect(await isCardOpen(page)).toBe(false);
  const { x, y } = await placeOf(page, '$OPG');
  await page.mouse.move(x + 2, y);
  await page.keyboard.down('Alt');
  await openCard(page);
  await page.keyboard.up('Alt');
  // It stays while the pointer is on its mention.
  await page.mouse.move(x, y);
  // Longer than a card stays that nothing holds.
  await pastDwell(page);
  expect(await isCardOpen(page)).toBe(true);
  await page.mouse.move(5, 5);
  await expect.poll(() => isCardOpen(page)).toBe(false);

  await page.keyboard.down('Alt');
  await restOn(page, '#OPG');
  await openCard(page);
  await page.keyboard.up('Alt');
  await page.keyboard.press('Escape');
  await expect.poll(() => isCardOpen(page)).toBe(false);

  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch(...args: unknown[]): void };
    };
    onCommand.dispatch('next-mention', tab);
  });
  await openCard(page);
});

test('only on these sites: off at once elsewhere, and the switch allows a site', async ({
  context,
  site,
  openPopup,
}) => {
  const popup = await openPopup();
  await keepProject(popup, 'OpenGradient', opg, 'watching');
  const page = await context.newPage();
  const url = site.page(demoPage);
  await page.goto(url);
  const other = await context.newPage();
  await other.goto(site.elsewhere(url));
  await expect.poll(() => tinted(other)).toHaveLength(6);
  await page.bringToFront();
  await expect.poll(() => tinted(page)).toHaveLength(6);

  await set(popup, { onlyOn: true });
  for (const each of [page, other]) await expect.poll(() => tinted(each)).toEqual([]);
  await expect(popup.getByText(/only on the sites you allow, and this is not one/)).toBeVisible();
  const host = new URL(url).host;
  const allow = popup.getByRole('switch', { name: `Off for ${host}` });
  await expect(allow).toHaveAccessibleDescription('Underline runs only on the sites you allow.');
  await allow.dispatchEvent('click');
  await expect.poll(() => tinted(page)).toHaveLength(6);
  await expect.poll(() => markers(page)).toContain('watching');
  await pastDwell(other);
  expect(await tinted(other), 'the other site is not allowed').toEqual([]);
  await popup.getByRole('switch', { name: `On for ${host}` }).dispatchEvent('click');
  await expect.poll(() => tinted(page)).toEqual([]);

  await set(popup, { onlyOn: false });
  for (const each of [page, other]) await expect.poll(() => tinted(each)).toHaveLength(6);
});

test('the card opens above on a site with hover cards of its own, below elsewhere, and leaves the line free', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  const body = '<p style="margin: 380px 80px 800px">Read <b style="font-size: 50px">this</b> $OPG line</p>';
  const mastodon = site.page({ path: '/mastodon', body: `<div id="mastodon">${body}</div>` });
  for (const [url, above] of [
    [site.page({ path: '/other', body }), false],
    [mastodon, true],
    [mastodon.replace('127.0.0.1', 'github.com.test'), true],
  ] as const) {
    await page.goto(url);
    await page.setViewportSize({ width: 1200, height: 860 });
    const card = await hover(page, '$OPG');
    const frame = await card.frameElement();
    const box = await frame.boundingBox();
    const line = await page.evaluate(() => document.querySelector('b')?.getBoundingClientRect().toJSON());
    if (!box) throw new Error('The card has no box');
    if (above) expect(box.y + box.height).toBeLessThanOrEqual(line.top);
    else expect(box.y).toBeGreaterThanOrEqual(line.bottom);
    await page.mouse.move(5, 5);
    await expect.poll(() => isCardOpen(page)).toBe(false);
  }
});
