import type { Page } from '@playwright/test';
import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { keepProject } from './library.ts';
import { hover, markers } from './on-page.ts';
import { openBeside, openToolbarPopup } from './surfaces.ts';

const rowsOf = (popup: Page, region: string) =>
  popup.getByRole('region', { name: region }).getByRole('listitem').allInnerTexts();
const flat = (texts: string[]) => texts.map((text) => text.split(/\s+/).join(' ').trim());

test('the toolbar button opens it over the page: keys alone keep what stands there', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  await expect.poll(async () => (await markers(page)).length).toBeGreaterThan(0);

  const popup = await openToolbarPopup(page, worker);
  const text = () => popup.evaluate<string>('document.body.innerText');
  const focused = () =>
    popup.evaluate<string>(
      'document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.innerText ?? ""',
    );
  await expect.poll(text).toContain('×4');
  const fits = () => popup.evaluate('document.documentElement.scrollWidth <= innerWidth');
  await expect.poll(fits, 'no sideways scrolling').toBe(true);

  await expect.poll(focused).toBe('Search projects and notes');
  await popup.press('ArrowDown');
  await expect.poll(focused).toBe('Keep $OPG #OPG as a project');
  await popup.press('Enter');
  await expect.poll(focused).toBe('Name');
  await popup.press('Enter');
  await expect.poll(text).toContain('Nothing noted yet');
  await expect
    .poll(async () => (await markers(page)).toSorted())
    .toEqual(['none', 'none', 'none', 'none', 'unknown', 'unknown']);
});

test('this page’s mentions with their counts, kept from there, are one known project', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const popup = await openBeside(page, worker, 'popup.html');

  await expect
    .poll(async () => flat(await rowsOf(popup, 'Not in your library')))
    .toEqual(['$OPG #OPG ×4 Keep', '@OpenGradient ×2 Keep']);
  await popup.getByRole('button', { name: 'Keep @OpenGradient as a project' }).click();
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  for (const alias of ['$OPG', '#OPG']) await popup.getByRole('button', { name: `Add ${alias}` }).click();
  await popup.getByRole('radio', { name: 'Researching' }).click();
  await popup.getByRole('button', { name: 'Keep project' }).click();
  // The project's own view: the form has a name, too.
  await expect(popup.getByText('Nothing noted yet')).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();

  await expect
    .poll(async () => flat(await rowsOf(popup, 'Your projects')))
    .toEqual([expect.stringMatching(/^OpenGradient .* ×6$/)]);
  await expect(popup.getByRole('region', { name: 'Not in your library' })).toHaveCount(0);
  await expect.poll(async () => new Set(await markers(page))).toEqual(new Set(['researching']));
});

test('a mention is added to a project that is there, found by its name', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const popup = await openBeside(page, worker, 'popup.html');
  await keepProject(popup, 'OpenGradient', ['@OpenGradient']);
  await popup.getByRole('button', { name: 'Keep $OPG #OPG as a project' }).click();
  await popup.getByRole('button', { name: 'It is one I have…' }).click();
  const search = popup.getByRole('combobox', { name: 'Add $OPG #OPG to' });
  await expect(search).toBeFocused();
  await search.pressSequentially('grad');
  await popup.keyboard.press('Enter');
  await expect
    .poll(async () => flat(await rowsOf(popup, 'Your projects')))
    .toEqual([expect.stringMatching(/^OpenGradient .* ×6$/)]);
});

test('an ignored mention of a known project is listed as ignored, and can be shown again', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/two', body: '<p>About $OPG</p><p>And $AKT</p>' }));
  const popup = await openBeside(page, worker, 'popup.html');
  await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  const yours = popup.getByRole('region', { name: 'Your projects' });
  await expect(yours).toBeVisible();

  const card = await hover(page, '$OPG');
  await card.getByRole('button', { name: 'More' }).click();
  await card.getByRole('menuitem', { name: 'Ignore $OPG everywhere' }).click();
  await expect(yours).toHaveCount(0);
  await popup.getByText('1 ignored').click();
  await expect(popup.getByRole('listitem').filter({ hasText: '$OPG' })).toHaveText('$OPGShow again');

  await popup.getByRole('button', { name: 'Show $OPG again' }).click();
  await expect(yours.getByRole('listitem')).toHaveText([/OpenGradient.*×1$/]);
  await expect(popup.getByText(/ignored/)).toHaveCount(0);
  await expect.poll(async () => (await markers(page)).toSorted()).toEqual(['unknown', 'watching']);
});
