import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';

test('window.find() finds no word of an open card, neither whole nor in parts', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/find', body: feed }));
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();

  const found = await page.evaluate(
    (words) =>
      words
        .flatMap((word) => [word, ...word.split(/\W+/).filter(({ length }) => length > 5)])
        .filter((word) => Reflect.get(window, 'find').call(window, word, false, false, true)),
    Object.values(canaries),
  );
  // The page itself is searched: what stands there is found.
  const own = await page.evaluate(() =>
    Reflect.get(window, 'find').call(window, 'Post 3 speaks', false, false, true),
  );
  expect({ found, own }).toEqual({ found: [], own: true });
});
