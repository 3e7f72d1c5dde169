import { expect, test } from '../e2e/fixtures.ts';
import { carryOut, keepProject } from '../e2e/library.ts';
import { markers, tinted } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries, mentions } from './canaries.ts';

test('the highlight registry lists every mention alike, in the order of the page', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/registry', body: feed }));
  const all = mentions.known.flatMap((known, i) => [known, mentions.unknown[i] ?? '']);
  await expect.poll(() => tinted(page)).toEqual(all);
  const registry = () =>
    page.evaluate(() =>
      [...CSS.highlights].map(([name, { size, priority, type }]) => ({ name, size, priority, type })),
    );
  const [only, ...others] = await registry();
  expect(others).toEqual([]);
  expect(only).toEqual({ name: 'underline-mention', size: all.length, priority: 0, type: 'highlight' });
  expect([...all, only?.name].filter((text) => Object.values(canaries).includes(text ?? ''))).toEqual([]);

  // The same objects in the same order after the library has changed.
  await page.evaluate(() => {
    const highlights = [...CSS.highlights.values()];
    Reflect.set(window, 'before', [...highlights, ...highlights.flatMap((highlight) => [...highlight])]);
  });
  await keepProject(popup, 'Another', mentions.unknown.slice(0, 2), 'watching');
  await expect
    .poll(async () => (await markers(page)).filter((marker) => marker === 'watching'))
    .toHaveLength(2);
  // The tint is looked at again after the markers, and every 2 s.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_500)));
  const same = await page.evaluate(() => {
    const highlights = [...CSS.highlights.values()];
    const now = [...highlights, ...highlights.flatMap((highlight) => [...highlight])];
    const before: unknown[] = Reflect.get(window, 'before');
    return before.length === now.length && before.every((object, i) => object === now[i]);
  });
  expect(same).toBe(true);

  // A stronger tint is another name for the same ranges, in the same order, and none is none of them.
  await carryOut(popup, { type: 'set-settings', tint: 'strong' });
  await expect
    .poll(registry)
    .toEqual([{ name: 'underline-mention-strong', size: all.length, priority: 0, type: 'highlight' }]);
  expect(await tinted(page)).toEqual(all);
  await carryOut(popup, { type: 'set-settings', tint: 'none' });
  await expect.poll(registry).toEqual([]);
});
