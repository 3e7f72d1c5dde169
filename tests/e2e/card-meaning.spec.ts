import type { Frame, Page } from '@playwright/test';
import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject, opg } from './library.ts';
import { hover, isCardOpen, markers, openCard, restOn, tinted } from './on-page.ts';

const composerOf = (card: Frame) => card.getByRole('textbox', { name: /^New note/ });
const closed = (page: Page) => expect.poll(() => isCardOpen(page), 'the card closes').toBe(false);

test('an unknown mention is added to a project that is there, found by typing', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const store = await openExtensionPage('popup.html');
  await keepProject(store, 'OpenGradient', ['@OpenGradient'], 'convinced');
  await keepProject(store, 'Openfabric', ['$OFN']);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/alone', body: '<p>Only $OPG stands here</p>' }));
  const card = await hover(page, '$OPG');
  await card.getByRole('button', { name: 'Add to an existing project' }).click();
  const search = card.getByRole('combobox', { name: 'Add to project' });
  await expect(search).toBeFocused();
  await page.keyboard.type('open');
  await expect(card.getByRole('option')).toHaveCount(2);
  await page.keyboard.type('gr');
  await expect(card.getByRole('option')).toHaveText([/OpenGradient/]);
  await page.keyboard.press('Enter');
  await expect(card.getByRole('heading', { name: 'OpenGradient' })).toBeVisible();
  await expect.poll(() => markers(page)).toEqual(['convinced']);
});

test('two projects share an alias: the card asks which one, and remembers it for the site', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const store = await openExtensionPage('popup.html');
  await keepProject(store, 'OpenGradient', ['$OPG'], 'watching');
  await keepProject(store, 'Optimal Group', ['$OPG'], 'passed');
  const page = await context.newPage();
  const url = site.page({ path: '/shared', body: '<p>About $OPG</p>' });
  await page.goto(url);

  const card = await hover(page, '$OPG');
  await expect(card.getByText('2 of your projects go by this.')).toBeVisible();
  await card.getByRole('button', { name: /Optimal Group/ }).click();
  await expect(card.getByRole('heading', { name: 'Optimal Group' })).toBeVisible();
  await expect.poll(() => markers(page)).toEqual(['passed']);
  await page.keyboard.press('Escape');
  await closed(page);

  await test.step('the next time, on this site, it knows', async () => {
    await page.reload();
    const again = await hover(page, '$OPG');
    await expect(again.getByRole('heading', { name: 'Optimal Group' })).toBeVisible();
  });
  await test.step('on another site it asks', async () => {
    const other = await context.newPage();
    await other.goto(site.elsewhere(url));
    const asks = await hover(other, '$OPG');
    await expect(asks.getByText('2 of your projects go by this.')).toBeVisible();
  });
});

test('an ignored mention opens no card and looks unknown; Undo takes it back', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const store = await openExtensionPage('popup.html');
  await keepProject(store, 'OpenGradient', ['$OPG'], 'watching');
  const page = await context.newPage();
  await page.goto(site.page({ path: '/two', body: '<p>About $OPG</p><p>And $AKT</p>' }));
  await expect.poll(async () => (await markers(page)).toSorted()).toEqual(['unknown', 'watching']);
  const before = await tinted(page);

  const card = await hover(page, '$OPG');
  await card.getByRole('button', { name: 'More' }).click();
  await card.getByRole('menuitem', { name: /^Ignore \$OPG on 127/ }).click();
  await expect(card.getByText(/^No card for \$OPG on/).filter({ visible: true })).toBeVisible();
  await expect.poll(() => markers(page)).toEqual(['unknown', 'unknown']);
  expect(await tinted(page), 'what the page can see is the same').toEqual(before);

  await test.step('Undo', async () => {
    await card.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await markers(page)).toSorted()).toEqual(['unknown', 'watching']);
  });

  await test.step('ignored again, and left: the pointer rests on it in vain', async () => {
    await card.getByRole('button', { name: 'More' }).click();
    const everywhere = card.getByRole('menuitem', { name: 'Ignore $OPG everywhere', exact: true });
    await expect(everywhere).toHaveAccessibleDescription('The page can notice that no card opens.');
    await everywhere.click();
    await expect.poll(() => markers(page)).toEqual(['unknown', 'unknown']);
    await page.keyboard.press('Escape');
    await closed(page);
    await restOn(page, '$OPG');
    // As long as it would have taken, twice; then the neighbour proves that cards do open.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
    expect(await isCardOpen(page)).toBe(false);
    await hover(page, '$AKT');
  });
});

test('cards and pages that are open follow what is changed elsewhere', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const store = await openExtensionPage('popup.html');
  const id = await keepProject(store, 'OpenGradient', opg, 'watching');
  const url = site.page(demoPage);
  const [page, other] = [await context.newPage(), await context.newPage()];
  for (const each of [page, other]) {
    await each.goto(url);
    await each.bringToFront();
    const card = await hover(each, '$OPG');
    await card.getByRole('button', { name: 'Keep the card open' }).click();
  }

  await carryOut(store, { type: 'set-status', id, status: 'convinced' });
  await addNote(store, id, 'Written in another tab');
  for (const each of [page, other]) {
    await each.bringToFront();
    const card = await openCard(each);
    await expect(card.getByRole('radio', { name: 'Convinced' })).toBeChecked();
    await expect(card.getByText('Written in another tab')).toBeVisible();
    await expect.poll(async () => new Set(await markers(each))).toEqual(new Set(['convinced']));
  }

  await carryOut(store, { type: 'trash-project', id });
  for (const each of [page, other]) {
    await each.bringToFront();
    const card = await openCard(each);
    await expect(card.getByText('You don’t keep this yet')).toBeVisible();
    await expect.poll(async () => new Set(await markers(each))).toEqual(new Set(['unknown']));
  }
});

test('a save that fails keeps the text in the card and says why', async ({
  context,
  site,
  worker,
  openExtensionPage,
}) => {
  await keepProject(await openExtensionPage('popup.html'), 'OpenGradient', opg);
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const card = await hover(page, '$OPG');
  await composerOf(card).fill('Ten minutes of thinking');
  await worker.evaluate(() => {
    chrome.storage.local.set = () => Promise.reject(new Error('The disk is full'));
  });
  await composerOf(card).press('Enter');
  // The composer's own words: the draft that could not be kept is told by a toast, an alert.
  await expect(
    card.getByRole('status').filter({ hasText: 'The browser could not save this.' }),
  ).toBeVisible();
  await expect(composerOf(card)).toHaveValue('Ten minutes of thinking');
});
