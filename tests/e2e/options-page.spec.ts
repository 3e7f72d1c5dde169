import type { Page } from '@playwright/test';
import { optionsSections, sectionIds } from '../../components/options/sections.ts';
import '../unit/words.ts';
import { axeViolations } from './axe.ts';
import { look, settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { carryOut, keepProject, opg } from './library.ts';
import { scrollingSideways } from './reflow.ts';

// Each section is looked at three times and once zoomed in.
test.describe.configure({ timeout: 240_000 });

const size = { width: 1280, height: 800 };

const title = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

/** Goes to a section as a link does. */
const goTo = async (page: Page, name: string) => {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }).click();
  await expect(title(page, name)).toBeFocused();
};

test('the address says which section is shown, and follows it', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('options.html');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(title(page, 'Detection')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Cashtags' })).toBeVisible();
  for (const { id, title: name } of optionsSections()) {
    await goTo(page, name);
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
    await expect(page).toHaveTitle(`${name} · Underline settings`);
    await expect(page.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
    const words = await page.locator('body').innerText();
    expect(words, 'no text is missing').not.toMatch(/options\.\w+|\{\w+\}/);
  }
  await page.goBack();
  await expect(title(page, 'Privacy')).toBeVisible();

  for (const id of sectionIds) {
    const direct = await openExtensionPage(`options.html#${id}`);
    const { title: name = '' } = optionsSections().find((one) => one.id === id) ?? {};
    await expect(title(direct, name)).toBeVisible();
    await direct.close();
  }
  const unknown = await openExtensionPage('options.html#repair');
  await expect(title(unknown, 'Your library')).toBeVisible();
  await expect(unknown.getByText('No damage is known')).toBeVisible();
});

test('all of it is reached and changed with keys alone', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('options.html');
  await expect(page.getByRole('switch', { name: 'Cashtags' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Detection' })).toBeFocused();
  for (const name of ['Sites', 'Appearance']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(title(page, 'Appearance')).toBeFocused();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Soft' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Strong' })).toBeChecked();
  await page.keyboard.press('Tab');
  const markers = page.getByRole('switch', { name: 'Status underlines' });
  await expect(markers).toBeFocused();
  await page.keyboard.press('Space');
  await expect(markers).not.toBeChecked();
  await page.keyboard.press('Tab');
  const delay = page.getByRole('slider', { name: 'Hover delay' });
  await expect(delay).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(delay).toHaveAttribute('aria-valuetext', '0.5 seconds');
  await page.keyboard.press('End');
  await expect(delay).toHaveAttribute('aria-valuetext', '3 seconds');
  for (const control of [markers, delay, page.getByRole('radiogroup', { name: 'Tint' })])
    await expect(control).toHaveAccessibleDescription(/\w/);
});

const damages: { what: string; hash: string; damage: Record<string, unknown>; says: string }[] = [
  { what: 'the index is garbage', hash: '', damage: { index: 7 }, says: 'Your library is damaged' },
  {
    what: 'so is it for who asked for another section',
    hash: '#sites',
    damage: { manifest: 7 },
    says: 'Your library is damaged',
  },
];
for (const { what, hash, damage, says } of damages)
  test(`recovery is what is seen: ${what}`, async ({ openExtensionPage }) => {
    const popup = await openExtensionPage('popup.html');
    await keepProject(popup, 'OpenGradient', opg, 'watching');
    await popup.evaluate((records) => chrome.storage.local.set(records), damage);
    const page = await openExtensionPage(`options.html${hash}`);
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await settles(() => axeViolations(page, 'all'), what);
    await page.getByRole('button', { name: 'Repair…' }).click();
    await page.getByRole('button', { name: 'Repair now' }).click();
    await expect(page.getByText('No damage is known')).toBeVisible();
    await expect(title(page, 'Your library')).toBeFocused();
    await expect(page).toHaveURL(/#data$/);
    await goTo(page, 'Detection');
  });

test('damage that comes while a section is shown takes its place', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('options.html#appearance');
  await keepProject(page, 'OpenGradient', opg);
  await expect(page.getByRole('radio', { name: 'Soft' })).toBeVisible();
  await page.evaluate(() => chrome.storage.local.set({ index: 7 }));
  await expect(page.getByRole('button', { name: 'Repair…' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Soft' })).toHaveCount(0);
});

test('from the banner of another section the way to recovery is in the same tab', async ({
  context,
  openExtensionPage,
}) => {
  const page = await openExtensionPage('options.html#appearance');
  const id = await keepProject(page, 'OpenGradient', opg);
  await page.evaluate((key) => chrome.storage.local.set({ [key]: 'garbage' }), `project:${id}`);
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'checkLibrary' }));
  const open = context.pages().length;
  await page.getByRole('button', { name: 'Open recovery' }).click();
  await expect(title(page, 'Your library')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Repair…' })).toBeVisible();
  expect(context.pages()).toHaveLength(open);
});

test('shortcuts are the browser’s own, and the way to change them opens', async ({
  openExtensionPage,
  context,
}) => {
  const page = await openExtensionPage('options.html#shortcuts');
  const real = await page.evaluate(() => chrome.commands.getAll());
  const region = page.getByRole('region', { name: 'In the browser' });
  await expect(region.getByRole('term')).toHaveCount(real.length);
  const rows = await region.getByRole('definition').allInnerTexts();
  expect(rows).toEqual(real.map(({ shortcut }) => shortcut || 'Not set'));
  const opened = context.waitForEvent('page');
  await region.getByRole('button', { name: 'Change them in the browser' }).click();
  await expect.poll(async () => (await opened).url()).toBe('chrome://extensions/shortcuts');
});

test('privacy names every permission that the manifest asks for', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('options.html#privacy');
  const asked = await page.evaluate(() => chrome.runtime.getManifest().permissions ?? []);
  const region = page.getByRole('region', { name: 'What Underline may do' });
  await expect(region.getByRole('term')).toHaveCount(asked.length + 1);
  const names = await region.getByRole('term').allInnerTexts();
  expect(names, 'each in words of ours').not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^[a-z]/)]),
  );
});

test('about counts what the library holds', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('options.html#about');
  const id = await keepProject(page, 'OpenGradient', opg);
  await keepProject(page, 'Render', ['$RNDR']);
  await carryOut(page, { type: 'trash-project', id });
  const fact = (name: string) =>
    page
      .getByRole('main')
      .locator('div', { has: page.getByText(name, { exact: true }) })
      .last();
  await expect(fact('Projects')).toContainText('2');
  await expect(fact('In the trash')).toContainText('1');
  const { version } = await page.evaluate(() => chrome.runtime.getManifest());
  await expect(fact('Version')).toContainText(version);
});

test('import and trash open in a tab of their own', async ({ openExtensionPage, context }) => {
  const page = await openExtensionPage('options.html#data');
  for (const [name, shows] of [
    ['Import…', 'Import'],
    ['Trash', 'Trash'],
  ] as const) {
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name }).click();
    await expect((await opened).getByRole('heading', { name: shows })).toBeVisible();
  }
});

for (const { id, title: name } of optionsSections())
  test(`${name} is for everyone, in every look and at every size`, async ({ openExtensionPage }) => {
    const page = await openExtensionPage('popup.html');
    for (const site of ['example.org', 'a-very-long-name-of-a-site-that-goes-on-and-on.example'])
      await carryOut(page, { type: 'switch-site', site, on: false });
    await carryOut(page, { type: 'paint-weak', site: 'x.com', on: true });
    await carryOut(page, { type: 'ignore-mention', key: '$all', site: 'reddit.com' });
    const options = await openExtensionPage(`options.html#${id}`);
    await options.setViewportSize(size);
    await expect(title(options, name)).toBeVisible();
    await expect(options.getByText('Reading your')).toHaveCount(0);
    await look(options, name, { size });
    await options.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await settles(() => scrollingSideways(options), 'from the right');
  });
