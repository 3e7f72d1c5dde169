import { expect, test } from '../e2e/fixtures.ts';
import { tinted } from '../e2e/on-page.ts';
import { outcomeOf } from './outcome.ts';

const body = '<p style="padding: 40px">About $OPG</p>';

test('inert on the root element, which makes the card inert too: no card is painted', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/inert-root', body }));
  await expect.poll(() => tinted(page)).toEqual(['$OPG']);
  expect(await outcomeOf(page, page.mainFrame(), '$OPG'), 'before').toBe('works');
  await page.evaluate(() => {
    document.documentElement.inert = true;
  });
  expect(await outcomeOf(page, page.mainFrame(), '$OPG')).toBe('none');
});
