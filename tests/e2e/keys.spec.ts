import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { isCardOpen, markers, openCard } from './on-page.ts';
import { pressCommand } from './worker-events.ts';

test('the card opens by the keys, mention by mention, takes the focus and gives it back', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ ...demoPage, body: `<button type="button">First</button>${demoPage.body}` }));
  await page.getByRole('button', { name: 'First' }).focus();
  await expect.poll(() => markers(page)).toHaveLength(6);
  const press = (command: string) => pressCommand(worker, command);

  await press('next-mention');
  const card = await openCard(page);
  await expect(card.getByRole('heading', { name: '$OPG' })).toBeVisible();
  await press('next-mention');
  await expect(card.getByRole('heading', { name: '#OPG' })).toBeVisible();
  await press('previous-mention');
  await expect(card.getByRole('heading', { name: '$OPG' })).toBeVisible();

  await expect.poll(() => card.evaluate(() => document.hasFocus())).toBe(true);
  await openCard(page);
  await page.keyboard.press('Tab');
  await expect.poll(() => card.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => isCardOpen(page)).toBe(false);
  await expect(page.getByRole('button', { name: 'First' })).toBeFocused();
});
