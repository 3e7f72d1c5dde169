import type { Frame, Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { keepProject, opg } from './library.ts';
import { hover, isCardOpen, markers, tinted } from './on-page.ts';
import { scrollingSideways } from './reflow.ts';
import { openBeside } from './surfaces.ts';

const body =
  '<p>Claim with @0penGradient now</p><p>From $TAO and @opentensor</p><p>As @OpenGradient said</p>';

test('the card of a look-alike says so first, and what differs; keeping it anyway stays possible', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const store = await openExtensionPage('popup.html');
  const page = await context.newPage();
  await page.goto(site.page({ path: '/claim', body }));
  await expect.poll(() => markers(page)).toEqual(Array(4).fill('unknown'));
  const before = await tinted(page);
  await keepProject(store, 'The Gradient', opg, 'watching');
  await expect
    .poll(async () => (await markers(page)).toSorted())
    .toEqual([...Array(3).fill('unknown'), 'watching']);
  expect(await tinted(page), 'the page sees no difference').toEqual(before);

  const card = await hover(page, '@0penGradient');
  const told = card.getByRole('note', { name: 'Not the @OpenGradient you keep' });
  await expect(told).toContainText('One character differs: 0 in place of O.');
  await expect(told.locator('mark')).toHaveText(['0', 'O']);
  await expect(card.getByRole('button', { name: 'Show The Gradient, the one you keep' })).toBeVisible();
  await expect(card.getByRole('button', { name: 'Keep as a project' })).toHaveCount(0);

  const anyway = card.getByRole('button', { name: 'Keep this one too…' });
  await expect(anyway).toHaveAccessibleDescription('Not the @OpenGradient you keep');
  await anyway.click();
  await expect(card.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card.getByRole('heading', { name: '0penGradient' })).toBeVisible();
  await expect(card.getByRole('textbox', { name: /^New note/ })).toBeVisible();

  await test.step('another handle is not told of', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
    const other = await hover(page, '@opentensor');
    await expect(other.getByText('You don’t keep this yet')).toBeVisible();
    await expect(other.getByRole('note')).toHaveCount(0);
  });
});

test('a look-alike beside a ticker is neither taken for its handle nor added to what the ticker means', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const store = await openExtensionPage('popup.html');
  await keepProject(store, 'OpenGradient', ['@OpenGradient', '$OPG']);
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/two',
      body: '<p>@OpenGradlent on $OPG</p><p>@0penGradient on $NEW</p><p>@opentensor on $TAO</p>',
    }),
  );

  await test.step('control: what stands beside a ticker is offered', async () => {
    const card = await hover(page, '$TAO');
    await expect(card.getByRole('checkbox', { name: '@opentensor' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  });
  await test.step('the look-alike is not', async () => {
    const card = await hover(page, '$NEW');
    await expect(card.getByRole('button', { name: 'Keep as a project' })).toBeVisible();
    await expect(card.getByRole('checkbox')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  });
  await test.step('and the ticker’s project is not offered to the look-alike', async () => {
    const card = await hover(page, '@OpenGradlent');
    await expect(card.getByRole('note')).toContainText('l in place of i');
    await card.getByRole('button', { name: 'Keep this one too…' }).click();
    await expect(card.getByRole('button', { name: /^Add to OpenGradient/ })).toHaveCount(0);
    await expect(card.getByRole('button', { name: 'Add to an existing project' })).toBeVisible();
  });
});

test('the popup lists a look-alike first, and opens the one it looks like', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/claim', body: `${body}<p>$TAO again</p>` }));
  const popup = await openBeside(page, worker, 'popup.html');
  const rows = popup.getByRole('region', { name: 'Not in your library' }).getByRole('listitem');
  await expect(rows).toHaveText([/\$TAO/, /@0penGradient/, /@opentensor/, /@OpenGradient/]);
  await keepProject(popup, 'The Gradient', ['@OpenGradient'], 'watching');
  await expect(rows).toHaveText(['@0penGradientNot the @OpenGradient you keepKeep', /\$TAO/, /@opentensor/]);
  await expect(rows.first().locator('mark')).toHaveText('0');
  const row = popup.getByRole('button', { name: 'Keep @0penGradient as a project' });
  await expect(row).toHaveAccessibleDescription('Not the @OpenGradient you keep');

  await test.step('it is not offered as an alias of another', async () => {
    await popup.getByRole('button', { name: 'Keep $TAO as a project' }).click();
    await expect(popup.getByRole('button', { name: 'Add @opentensor' })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Add @0penGradient' })).toHaveCount(0);
    await popup.keyboard.press('Escape');
  });
  await row.click();
  await popup.getByRole('note').getByRole('button', { name: 'The Gradient' }).click();
  await expect(popup.getByRole('radio', { name: 'Watching' })).toBeChecked();
});

test('the warning can be read in every look, and as far zoomed in as a page must bear', async ({
  context,
  site,
  worker,
}) => {
  test.slow();
  const page = await context.newPage();
  const head = '<style>:root { color-scheme: light dark }</style>';
  await page.goto(site.page({ path: '/claim', head, body }));
  const popup = await openBeside(page, worker, 'popup.html');
  await keepProject(popup, 'The Gradient', ['@OpenGradient'], 'watching');
  const row = popup.getByRole('button', { name: 'Keep @0penGradient as a project' });
  await expect(row).toContainText('Not the');
  const looks = [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const;
  // The card follows the page's look a moment later.
  const clean = (surface: Page | Frame, state: string) => settles(() => axeViolations(surface, 'all'), state);

  for (const [number, media] of looks.entries()) {
    await popup.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await clean(popup, `row, look ${number}`);
  }
  await row.click();
  await expect(popup.getByRole('note')).toBeVisible();
  for (const [number, media] of looks.entries()) {
    await popup.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await clean(popup, `row being kept, look ${number}`);
  }
  await popup.setViewportSize({ width: 320, height: 256 });
  await expect.poll(() => scrollingSideways(popup)).toEqual([]);

  await page.bringToFront();
  for (const [number, media] of looks.entries()) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const card = await hover(page, '@0penGradient');
    await expect(card.getByRole('note')).toBeVisible();
    await clean(card, `card, look ${number}`);
    await page.mouse.click(1200, 700);
    await expect.poll(() => isCardOpen(page)).toBe(false);
  }
});

test('links to a domain that looks like a kept one are told in the popup', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  const links = ['opengrad1ent.ai/claim', 'docs.opengradient.ai', 'opengradient.io', 'example.com'];
  const list = links.map((link) => `<li><a href="https://${link}">here</a></li>`).join('');
  await page.goto(site.page({ path: '/links', body: `<ul>${list}</ul>` }));
  const popup = await openBeside(page, worker, 'popup.html');
  await keepProject(popup, 'The Gradient', ['https://opengradient.ai/blog']);

  const told = popup.getByRole('list', { name: 'Not the domains you keep' }).getByRole('note');
  await expect(told).toHaveCount(2);
  await expect(told.first()).toContainText('One character differs: 1 in place of i.');
  await expect(told.last()).toContainText('The same name with another ending: .io in place of .ai.');
  await settles(() => axeViolations(popup, 'all'), 'links');
  await told.first().getByRole('button', { name: 'Show The Gradient' }).click();
  await expect(popup.getByRole('heading', { name: 'The Gradient' })).toBeVisible();
});
