import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { canaries, keepCanaries } from './canaries.ts';

test('window.find() led letter by letter spells no word of an open card', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/letters', title: 'Ab', body: '<p>Kelmorite</p><p>$VXLM</p>' }));
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();

  const spelled = await page.evaluate(() => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz-:?$'];
    const find = (text: string): boolean =>
      Reflect.get(window, 'find').call(window, text, false, false, true, false, true, true);
    const longer = (text: string): string[] =>
      letters.map((letter) => text + letter).flatMap((next) => (find(next) ? [next, ...longer(next)] : []));
    return longer('');
  });
  // The page itself is read that way from end to end, and nothing else is.
  expect(spelled).toContain('kelmorite');
  expect(spelled.filter((text) => !'kelmorite $vxlm'.includes(text))).toEqual([]);
});
