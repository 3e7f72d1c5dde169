import { expect, test } from './fixtures.ts';
import { keepProject, opg } from './library.ts';
import { markers } from './on-page.ts';

const fills = (afterMs: number) => `
  addEventListener('load', () => setTimeout(() => document.body.append('Late: $OPG'), ${afterMs}));`;

test('what comes while the background is asked for the first time is asked about as well', async ({
  context,
  site,
  openPopup,
}) => {
  await keepProject(await openPopup(), 'OpenGradient', opg, 'watching');
  for (const afterMs of [0, 10, 30, 100, 200]) {
    const page = await context.newPage();
    await page.goto(
      site.page({ path: `/late-${afterMs}`, body: '<p>Nothing yet</p>', scripts: [fills(afterMs)] }),
    );
    await expect.poll(() => markers(page), `after ${afterMs} ms`).toEqual(['watching']);
  }
});
