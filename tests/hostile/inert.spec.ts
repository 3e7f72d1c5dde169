import { expect, test } from '../e2e/fixtures.ts';
import { cardFrame, hover, isCardOpen, tinted } from '../e2e/on-page.ts';
import { outcomeOf } from './outcome.ts';

const body = '<main><p style="padding: 40px">About $OPG</p></main>';

for (const where of ['body', 'main', 'p']) {
  test(`inert on ${where}, before: the card works or stays away`, async ({ context, site }) => {
    const page = await context.newPage();
    const setInert = `document.querySelector('${where}').inert = true`;
    await page.goto(site.page({ path: '/inert', body, scripts: [setInert] }));
    await expect.poll(() => tinted(page)).toEqual(['$OPG']);
    expect(await outcomeOf(page, page.mainFrame(), '$OPG')).toBe('works');
  });

  test(`inert on ${where}, put there while the card is open: the card works on or closes`, async ({
    context,
    site,
  }) => {
    const page = await context.newPage();
    await page.goto(site.page({ path: '/inert-later', body }));
    await hover(page, '$OPG');
    const card = await cardFrame(page);
    await page.evaluate((selector) => {
      const element = document.querySelector<HTMLElement>(selector);
      if (element) element.inert = true;
    }, where);
    // A real press by the browser's own hit test; a painted card must feel it.
    const pin = card.getByRole('button', { name: 'Keep the card open' });
    const pressed = card.getByRole('button', { name: 'Keep the card open', pressed: true });
    const isAlive = pin
      .click({ timeout: 10_000 })
      .then(() => pressed.waitFor({ timeout: 10_000 }))
      .then(
        () => true,
        () => false,
      );
    expect((await isAlive) || !(await isCardOpen(page)), 'a painted card works').toBe(true);
  });
}
