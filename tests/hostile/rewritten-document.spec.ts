import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen, tinted } from '../e2e/on-page.ts';
import { outcomeOf } from './outcome.ts';

test('document.open() and write(), fifty times and under an open card: the last document is served as any other', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/written', body: '<p style="padding: 40px">First $OPG</p>' }));
  await hover(page, '$OPG');
  await page.evaluate(() => {
    for (let i = 0; i < 50; i++) {
      document.open();
      document.write(`<title>${i}</title><body><p style="padding: 40px">Written $TAO</p>`);
      document.close();
    }
  });
  await expect.poll(() => isCardOpen(page), 'the card goes with its page').toBe(false);
  await expect.poll(() => tinted(page)).toEqual(['$TAO']);
  const html = () => page.evaluate(() => document.body.innerHTML);
  const written = await html();
  expect(await outcomeOf(page, page.mainFrame(), '$TAO')).toBe('works');
  expect(await html()).toBe(written);
});

test('a page that takes its doctype and its root away is read on', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/rootless', body: '<p>First $OPG</p>' }));
  await expect.poll(() => tinted(page)).toEqual(['$OPG']);
  await page.evaluate(() => {
    document.doctype?.remove();
    const root = document.documentElement.cloneNode(true);
    document.documentElement.remove();
    document.append(root);
    document.querySelector('p')?.append(' and $TAO');
  });
  await expect.poll(() => tinted(page)).toEqual(['$OPG', '$TAO']);
});
