import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { carryOut, keepProject, opg } from './library.ts';
import { markers } from './on-page.ts';

test('a status shows at every mention, on every open tab, within a second', async ({
  context,
  site,
  openPopup,
}) => {
  const store = await openPopup();
  const id = await keepProject(store, 'OpenGradient', opg);
  const url = site.page(demoPage);
  const [page, other] = [await context.newPage(), await context.newPage()];
  for (const each of [page, other]) {
    await each.goto(url);
    await expect.poll(async () => new Set(await markers(each))).toEqual(new Set(['none']));
  }
  await page.bringToFront();

  await carryOut(store, { type: 'set-status', id, status: 'watching' });
  const saved = Date.now();
  const watched = { timeout: 1_000, intervals: [50] };
  await expect.poll(async () => new Set(await markers(page)), watched).toEqual(new Set(['watching']));
  await other.bringToFront();
  await expect.poll(async () => new Set(await markers(other)), watched).toEqual(new Set(['watching']));
  const took = Date.now() - saved;
  console.log(`a status on two tabs: ${took} ms after it was saved`);
  expect(took).toBeLessThan(2_000);
});
