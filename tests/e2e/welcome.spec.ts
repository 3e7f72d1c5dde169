import { expect, test } from './fixtures.ts';
import { hover, isCardOpen, markers, tinted } from './on-page.ts';
import { welcomed } from './surfaces.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on install the welcome page opens, and its post is there to try it on (${colorScheme})`, async ({
    context,
  }) => {
    const page = await welcomed(context);
    await page.emulateMedia({ colorScheme });
    await page.bringToFront();
    await expect.poll(async () => (await tinted(page)).toSorted()).toEqual(['#OPG', '$OPG', '@OpenGradient']);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);

    const card = await hover(page, '$OPG');
    await expect(card.getByText(/^Ticker\. You don’t keep this yet/)).toBeVisible();
    await expect(card.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expect(card.getByLabel('Name')).toHaveValue('OpenGradient');
    await card.getByRole('radio', { name: 'Watching' }).click();
    await card.getByRole('button', { name: 'Keep as a project' }).click();
    await expect(card.getByRole('heading', { name: 'OpenGradient' })).toBeVisible();
    await expect.poll(() => markers(page)).toEqual(['watching', 'watching', 'watching']);

    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  });
}

test('Tab leads through the welcome page in the order in which it reads, and out of it', async ({
  context,
}) => {
  const page = await welcomed(context);
  await page.bringToFront();
  await expect.poll(async () => (await tinted(page)).length).toBe(3);
  const places: number[] = [];
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    const top = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused && focused !== document.body ? focused.getBoundingClientRect().top + scrollY : null;
    });
    if (top === null) break;
    places.push(top);
  }
  expect(places.length, 'the focus is never caught').toBeLessThan(20);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
