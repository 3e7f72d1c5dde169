import { expect, test } from '../e2e/fixtures.ts';
import { carryOut } from '../e2e/library.ts';
import { tinted } from '../e2e/on-page.ts';
import { feed, keepCanaries, mentions } from './canaries.ts';

test('the computed ::highlight() style is the same on every mention', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/style',
      body: feed,
      head: '<style>::highlight(mine) { color: red } #mention-3::highlight(mine) { color: blue }</style>',
    }),
  );
  await expect.poll(() => tinted(page)).toHaveLength(mentions.known.length + mentions.unknown.length);

  const kindsOf = (name: string) =>
    page.evaluate((pseudo) => {
      const styles = [...document.querySelectorAll('[id^=mention-]')].map((element) => {
        const style = getComputedStyle(element, pseudo);
        // Its box is as wide as its letters.
        return [...style]
          .filter((property) => !/width|size|origin/.test(property))
          .map((property) => `${property}: ${style.getPropertyValue(property)}`)
          .join('; ');
      });
      return [...new Set(styles)];
    }, `::highlight(${name})`);
  const ours = await kindsOf('underline-mention');
  expect(ours).toHaveLength(1);
  expect(ours[0]).toContain('background-color: rgba(240, 180, 40, 0.22)');
  expect(await kindsOf('mine'), 'a difference would be seen').toHaveLength(2);

  // The strong one, which the user sets for all pages: another name and colour, as even.
  await carryOut(popup, { type: 'set-settings', tint: 'strong' });
  await expect
    .poll(() => page.evaluate(() => [...CSS.highlights.keys()]))
    .toEqual(['underline-mention-strong']);
  expect(await tinted(page)).toHaveLength(mentions.known.length + mentions.unknown.length);
  const strong = await kindsOf('underline-mention-strong');
  expect(strong).toHaveLength(1);
  expect(strong[0]).toContain('background-color: rgba(240, 180, 40, 0.45)');
});
