import type { Frame, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject } from './library.ts';
import { hover, isCardOpen, markers } from './on-page.ts';
import { openBeside } from './surfaces.ts';

const body = '<p>They speak of $LINK here</p><p>And of @chainlink there</p>';

const choices = (card: Frame) => card.getByRole('listitem').getByRole('button');
const closed = (page: Page) => expect.poll(() => isCardOpen(page), 'the card closes').toBe(false);

/** Three projects with one ticker; the page speaks for the second. Answers their ids. */
async function keepThree(surface: Page): Promise<string[]> {
  const ids = [
    await keepProject(surface, 'Arc Link', ['$LINK'], 'passed'),
    await keepProject(surface, 'Chainlink', ['$LINK', '@chainlink'], 'watching'),
    await keepProject(surface, 'Linkage', ['$LINK'], 'convinced'),
  ];
  await carryOut(surface, { type: 'tie-alias', text: '$LINK', site: 'reddit.com', ids: [ids[2] ?? ''] });
  await addNote(surface, ids[0] ?? '', 'Written a moment ago');
  return ids;
}

test('the card asks which one, the likeliest first, and says why; another can be chosen later', async ({
  context,
  site,
  openPopup,
}) => {
  await keepThree(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/link', body }));

  await test.step('the order and its reasons', async () => {
    const card = await hover(page, '$LINK');
    await expect(choices(card)).toHaveText([
      /^Watching\s*Chainlink\s*Likely: @chainlink is on this page too$/,
      /^Convinced\s*Linkage\s*Chosen on reddit\.com$/,
      /^Passed\s*Arc Link\s*Newest note just now\s*1 note$/,
    ]);
    await page.keyboard.press('Escape');
    await closed(page);
  });

  await test.step('chosen by keys, it is said, and remembered for the site', async () => {
    const card = await hover(page, '$LINK');
    await choices(card).nth(2).focus();
    await page.keyboard.press('Enter');
    await expect(card.getByRole('heading', { name: 'Arc Link' })).toBeVisible();
    await expect(card.getByRole('status').filter({ hasText: /^\$LINK means Arc Link on 127/ })).toHaveCount(
      1,
    );
    await expect.poll(async () => (await markers(page)).toSorted()).toEqual(['passed', 'watching']);
    await page.keyboard.press('Escape');
    await closed(page);
  });

  await test.step('another one, from the menu: the old choice is over', async () => {
    const card = await hover(page, '$LINK');
    await card.getByRole('button', { name: 'More' }).click();
    await card.getByRole('menuitem', { name: '$LINK means another project here' }).click();
    await expect(choices(card)).toHaveCount(3);
    await expect(choices(card).first()).toBeFocused();
    const current = choices(card).filter({ hasText: 'Arc Link' });
    await expect(current).toHaveAttribute('aria-current', 'true');
    await expect(current).toContainText('Shown until now');
    await choices(card).filter({ hasText: 'Linkage' }).click();
    await expect(card.getByRole('heading', { name: 'Linkage' })).toBeVisible();
    await expect.poll(async () => (await markers(page)).toSorted()).toEqual(['convinced', 'watching']);
    await page.keyboard.press('Escape');
    await closed(page);
    await page.reload();
    await expect((await hover(page, '$LINK')).getByRole('heading', { name: 'Linkage' })).toBeVisible();
    await page.keyboard.press('Escape');
    await closed(page);
  });

  await test.step('none of these: a new project, which is the only one here', async () => {
    const card = await hover(page, '$LINK');
    await card.getByRole('button', { name: 'More' }).click();
    await card.getByRole('menuitem', { name: '$LINK means another project here' }).click();
    await card.getByRole('button', { name: 'None of these' }).click();
    await card.getByRole('textbox', { name: 'Name' }).fill('Link Road');
    await card.getByRole('button', { name: 'Keep as a project' }).click();
    await expect(card.getByRole('heading', { name: 'Link Road' })).toBeVisible();
    await expect.poll(async () => (await markers(page)).toSorted()).toEqual(['none', 'watching']);
  });
});

test('popup and panel ask in the same order, for the same reason, and let the user choose there', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/link', body }));
  const popup = await openBeside(page, worker, 'popup.html');
  await keepThree(popup);
  const asked = popup.getByRole('region', { name: '$LINK may mean' });
  const rows = asked.getByRole('listitem');
  await expect(rows).toHaveText([
    /Chainlink\s*Likely: @chainlink is on this page too/,
    /Linkage\s*Chosen on reddit\.com/,
    /Arc Link\s*Newest note/,
  ]);
  await asked.getByRole('button', { name: /^\$LINK means Linkage on 127/ }).focus();
  await popup.keyboard.press('Enter');
  await expect(asked).toHaveCount(0);
  // The row that had the focus is gone: it is not lost.
  await expect(popup.getByRole('tabpanel', { name: 'This page' })).toBeFocused();
  const yours = popup.getByRole('region', { name: 'Your projects' });
  await expect(yours.getByRole('listitem')).toHaveText([/Linkage/, /Chainlink/]);
  await expect.poll(async () => (await markers(page)).toSorted()).toEqual(['convinced', 'watching']);

  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(3);
  await rows
    .nth(1)
    .getByRole('button', { name: /^Convinced Linkage/ })
    .click();
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('Linkage');
});

test('a block with hundreds of mentions has a card for each', async ({ context, site }) => {
  const page = await context.newPage();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const many = letters.flatMap((a) => letters.slice(0, 10).map((b) => `$Q${a}${b}`));
  await page.goto(site.page({ path: '/many', body: `<p style="width: 600px">${many.join(' ')}</p>` }));
  const card = await hover(page, '$QCC');
  await expect(card.getByRole('heading', { name: '$QCC' })).toBeVisible();
});
