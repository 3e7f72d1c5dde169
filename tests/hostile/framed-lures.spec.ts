import { expect, test } from '../e2e/fixtures.ts';
import { isCardOpen, placeOf } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';

/** What an outer page does to the frame in which a page with mentions stands: the oldest way to steal a click. */
const lures: { why: string; style: string }[] = [
  { why: 'all but transparent', style: 'opacity: 0.02' },
  { why: 'scaled down', style: 'transform: scale(0.5)' },
  { why: 'filtered away', style: 'filter: contrast(0)' },
  { why: 'clipped to a button', style: 'clip-path: inset(200px 300px 100px 20px)' },
  { why: 'pushed half out of the window', style: 'position: relative; left: -150px' },
];

test('a card in a framed page takes no input while the outer page fades, scales or clips the frame', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const inner = site.elsewhere(site.page({ path: '/inner', body: feed }));
  const page = await context.newPage();
  const body = `<iframe src="${inner}" style="width: 900px; height: 700px; border: 0"></iframe>`;
  await page.goto(site.page({ path: '/outer', body }));
  const frame = page.frames().find((each) => each.url() === inner);
  if (!frame) throw new Error('The inner page has no frame');

  const { x, y } = await placeOf(frame, '$VXLM');
  const outer = await page.locator('iframe').boundingBox();
  await page.mouse.move(500, 600);
  await expect
    .poll(
      async () => {
        // Until the page inside was measured, nothing can be hit.
        await page.mouse.move((outer?.x ?? 0) + x + 60, (outer?.y ?? 0) + y + 40);
        await page.mouse.move((outer?.x ?? 0) + x, (outer?.y ?? 0) + y, { steps: 5 });
        return isCardOpen(frame);
      },
      { intervals: [700], timeout: 30_000 },
    )
    .toBe(true);
  const card = page.frames().find((each) => each.url().endsWith('/card.html'));
  if (!card) throw new Error('The card has no frame');
  const main = card.locator('main');
  await expect(main).toHaveJSProperty('inert', false);

  for (const { why, style } of lures) {
    await test.step(why, async () => {
      await page
        .locator('iframe')
        .evaluate(
          (element, css) => element.setAttribute('style', css),
          `width: 900px; height: 700px; border: 0; ${style}`,
        );
      await expect(card.getByRole('alert')).toContainText('Part of this card is hidden');
      await expect(main).toHaveJSProperty('inert', true);
    });
    await test.step('and as it was', async () => {
      await page
        .locator('iframe')
        .evaluate((element) => element.setAttribute('style', 'width: 900px; height: 700px; border: 0'));
      await expect(main).toHaveJSProperty('inert', false);
      await expect(card.getByRole('alert')).toBeHidden();
    });
  }
});
