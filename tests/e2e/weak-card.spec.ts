import type { Frame, Page } from '@playwright/test';
import { pastDwell } from '../hostile/past-dwell.ts';
import { axeViolations } from './axe.ts';
import { settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { keepProject } from './library.ts';
import { hover, isCardOpen, openCard, restOn } from './on-page.ts';
import { openBeside } from './surfaces.ts';

const body =
  '<div><p>They speak of $opg here</p></div><div><p>And of $zzkl there</p></div><p>And of $AKT</p>';

/** Rests on it until its card opens: the page hears that it is ignored no more a moment after the popup does. */
async function hoverAgain(page: Page, text: string): Promise<Frame> {
  await expect(async () => {
    await restOn(page, text);
    await expect.poll(() => isCardOpen(page), { timeout: 3_000 }).toBe(true);
  }).toPass();
  return openCard(page);
}

test('the card of a weak mention says why it was taken; “Not this” is listed with a way back', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/weak', body }));
  const popup = await openBeside(page, worker, 'popup.html');
  await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');

  await test.step('unknown: perhaps it is none', async () => {
    const card = await hover(page, '$zzkl');
    await expect(card.getByText('This may be no ticker: it is in lower case.')).toBeVisible();
    await settles(() => axeViolations(card, 'all'), 'unknown');
    await page.keyboard.press('Escape');
  });

  await test.step('strong: nothing to say', async () => {
    const card = await hover(page, '$AKT');
    await expect(card.getByText('You don’t keep this yet.')).toBeVisible();
    await expect(card.getByRole('button', { name: 'Not this' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('known: what it was taken for', async () => {
    const card = await hover(page, '$opg');
    await expect(card.getByRole('heading', { name: 'OpenGradient' })).toBeVisible();
    await expect(
      card.getByText('Shown because you keep $OPG. The page alone does not tell: it is in lower case.'),
    ).toBeVisible();
    await settles(() => axeViolations(card, 'all'), 'known');
    const notThis = card.getByRole('button', { name: 'Not this' });
    await expect(notThis).toHaveAccessibleDescription(/^No more card for \$opg on 127.* can notice that\.$/);
    await notThis.click();
    await expect(card.getByText(/^No card for \$opg on 127/).filter({ visible: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  });

  await test.step('an unknown one can be ignored as well', async () => {
    const card = await hover(page, '$zzkl');
    await card.getByRole('button', { name: 'Not this' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  });

  await test.step('both are listed, and come back from there', async () => {
    await expect(popup.getByRole('region', { name: 'Your projects' })).toHaveCount(0);
    await popup.getByText('2 ignored').click();
    const ignored = popup.getByRole('listitem').filter({ hasText: 'Show again' });
    await expect(ignored).toHaveText(['$opgShow again', '$zzklShow again']);
    await popup.getByRole('button', { name: 'Show $zzkl again' }).click();
    await expect(ignored).toHaveText(['$opgShow again']);
    const card = await hoverAgain(page, '$zzkl');
    await expect(card.getByRole('heading', { name: '$zzkl' })).toBeVisible();
    await page.keyboard.press('Escape');
    await restOn(page, '$opg');
    await pastDwell(page);
    expect(await isCardOpen(page), 'this one still opens nothing').toBe(false);
    await popup.getByRole('button', { name: 'Show $opg again' }).click();
    await expect(popup.getByText(/ignored/)).toHaveCount(0);
    const back = await hoverAgain(page, '$opg');
    await expect(back.getByRole('heading', { name: 'OpenGradient' })).toBeVisible();
  });
});
