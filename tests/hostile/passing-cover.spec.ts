import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';

test('a cover that passes costs the user neither focus nor text, although the pointer is elsewhere', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/passing', body: feed }));
  const card = await hover(page, '$VXLM');
  const composer = card.getByRole('textbox', { name: /^New note/ });
  await composer.click();
  await page.keyboard.type('half a ');
  await page.mouse.move(1_200, 60, { steps: 4 });

  await page.evaluate(() => {
    const host = document.querySelector(':popover-open');
    const cover = document.body.appendChild(document.createElement('div'));
    cover.id = 'cover';
    cover.popover = 'manual';
    const insist = () => {
      cover.hidePopover();
      cover.showPopover();
    };
    cover.showPopover();
    host?.addEventListener('toggle', insist);
  });
  await expect(card.getByRole('alert')).toContainText('Part of this card is hidden');
  // Longer than the grace of 300 ms after which a card that nobody uses closes.
  await page.evaluate(() => new Promise((past) => setTimeout(past, 600)));
  expect(await isCardOpen(page), 'the card stays').toBe(true);

  await page.evaluate(() => document.getElementById('cover')?.remove());
  await expect(card.getByRole('alert')).toBeHidden();
  await expect(composer).toBeFocused();
  await page.keyboard.type('thought');
  await expect(composer).toHaveValue('half a thought');
});
