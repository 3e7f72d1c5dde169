import { expect, test } from '../e2e/fixtures.ts';
import { tinted } from '../e2e/on-page.ts';
import { outcomeOf } from './outcome.ts';

test('a mention three frames deep, of two origins, has its card', async ({ context, site }) => {
  const style = 'style="border: 2px solid; width: 95%; height: 700px"';
  const deepest = site.page({ path: '/deep', body: '<p style="padding: 30px">Deep: $OPG</p>' });
  const third = site.page({
    path: '/third',
    body: `<iframe src="${site.elsewhere(deepest)}" ${style}></iframe>`,
  });
  const second = site.page({ path: '/second', body: `<iframe src="${third}" ${style}></iframe>` });
  const page = await context.newPage();
  await page.goto(
    site.page({ path: '/first', body: `<iframe src="${site.elsewhere(second)}" ${style}></iframe>` }),
  );
  const frame = page.frames().find((each) => each.url().endsWith('/deep'));
  if (!frame) throw new Error('The page has no such frame');
  await expect.poll(() => tinted(frame)).toEqual(['$OPG']);
  expect(await outcomeOf(page, frame, '$OPG')).toBe('works');
});

test('three hundred frames that come and go, with mentions in them: no error, and the page works on', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/flood', body: '<p style="padding: 40px">About $OPG</p>' }));
  await expect.poll(() => tinted(page)).toEqual(['$OPG']);
  const before = await page.evaluate(() => document.body.innerHTML);
  const loaded = await page.evaluate(async () => {
    let count = 0;
    for (let i = 0; i < 300; i++) {
      const frame = document.createElement('iframe');
      if (i % 3 > 0) frame.srcdoc = '<p>Short-lived $TAO and @brandoril</p>';
      const ready = new Promise((resolve) => {
        frame.onload = resolve;
      });
      document.body.append(frame);
      // One in three dies before it has loaded, one while it is scanned, one has no text.
      if (i % 3 > 1) await ready.then(() => count++);
      frame.remove();
    }
    return count;
  });
  expect(loaded, 'frames that lived').toBe(100);
  expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
  await expect.poll(() => page.frames().length, 'no frame is left behind').toBeLessThanOrEqual(2);
  expect(await outcomeOf(page, page.mainFrame(), '$OPG')).toBe('works');
});
