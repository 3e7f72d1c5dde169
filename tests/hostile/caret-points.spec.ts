import { expect, test } from '../e2e/fixtures.ts';
import { hover, markers } from '../e2e/on-page.ts';
import { keepCanaries } from './canaries.ts';
import { lonePost, visit } from './visits.ts';

/** What lies under every point of a grid, by each way of asking for text, and what printing would change. */
function carets(): { points: string[]; highlights: number; print: boolean } {
  const points: string[] = [];
  let highlights = 0;
  for (let y = 4; y < innerHeight; y += 16)
    for (let x = 4; x < innerWidth; x += 16) {
      const caret = document.caretPositionFromPoint(x, y);
      const range = document.caretRangeFromPoint(x, y);
      const place = [
        caret?.offsetNode.nodeName,
        caret?.offset,
        range?.startContainer.nodeName,
        range?.startOffset,
      ];
      points.push(place.join());
      const at: unknown = Reflect.get(CSS.highlights, 'highlightsFromPoint').call(CSS.highlights, x, y);
      if (Array.isArray(at)) highlights += at.length;
    }
  return { points, highlights, print: matchMedia('print').matches };
}

test('carets asked for under card and markers stand in the page’s text, the same known and unknown', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const found: ReturnType<typeof carets>[] = [];
  for (const text of ['$VXLM', '$BRND', '$ZZKL']) {
    await visit(page, site, { path: '/carets', body: lonePost(text) });
    await hover(page, text);
    found.push(await page.evaluate(carets));
  }
  const [known, empty, unknown] = found;
  expect(unknown).toEqual(known);
  expect(empty).toEqual(known);
  expect(new Set(known?.points).size, 'the page’s own text answers').toBeGreaterThan(10);
  expect(known?.highlights).toBeGreaterThan(0);

  // On paper, and in what a page shows as such, there is neither.
  expect(await markers(page)).toHaveLength(1);
  // Measured as the look changes: a card that cannot be seen any more closes itself a moment later, or even before.
  await page.evaluate(() => {
    const hosts = [...document.documentElement.children].slice(2);
    const measure = () => hosts.map((host) => host.getBoundingClientRect().width);
    matchMedia('print').addEventListener('change', () => Reflect.set(window, 'widths', measure()), {
      once: true,
    });
  });
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'widths'))).toEqual([0, 0]);
});
