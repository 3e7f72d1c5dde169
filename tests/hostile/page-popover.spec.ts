import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen, tinted } from '../e2e/on-page.ts';

const room = 'style="margin: 0; border: 0; padding: 40px; width: 600px; height: 500px; background: white"';

for (const kind of ['auto', 'manual']) {
  test(`popovers of the page (${kind}): the card works in front of them, and they stay as they were`, async ({
    context,
    site,
  }) => {
    const page = await context.newPage();
    await page.goto(
      site.page({
        path: '/popover',
        body: `<p style="margin: 560px 0 0 760px">Beside: #TAO</p><div popover="${kind}" ${room}>In it: $OPG</div>`,
        scripts: ["document.querySelector('[popover]').showPopover()"],
      }),
    );
    await expect.poll(async () => (await tinted(page)).toSorted()).toEqual(['#TAO', '$OPG']);
    const before = await page.evaluate(() => document.body.innerHTML);

    for (const text of ['$OPG', '#TAO']) {
      const card = await hover(page, text);
      await expect(card.getByRole('heading', { name: text })).toBeVisible();
      // A real press by the browser's own hit test.
      const pin = card.getByRole('button', { name: 'Keep the card open' });
      await pin.click();
      await expect(pin).toHaveAttribute('aria-pressed', 'true');
      expect(
        await page
          .locator('[popover]')
          .first()
          .evaluate((own) => own.matches(':popover-open')),
      ).toBe(true);
      await card.getByRole('button', { name: 'Keep the card open' }).press('Escape');
      await expect.poll(() => isCardOpen(page)).toBe(false);
    }
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
  });
}
