import { expect, test } from './fixtures.ts';
import { countFlashes, flashes, inMiddle, jump } from './jumps.ts';
import { isCardOpen, markers, openCard } from './on-page.ts';
import type { SitePage } from './site.ts';

const gap = '<div style="height: 1500px"></div>';
const long: SitePage = {
  path: '/long',
  body: `<p>Top: <span id="one">$OPG</span></p>${gap}<p>Middle: <span id="two">$OPG</span> and #TAO</p>${gap}
    <p>Bottom: <span id="three">$OPG</span></p>${gap}`,
};

test('a jump brings mention after mention to the middle, round and round, and outlines each for a moment', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  const page = await context.newPage();
  await page.goto(site.page({ ...long, body: `${gap}${long.body}` }));
  await page.evaluate(() => scrollTo({ top: 1400, behavior: 'instant' }));
  await expect.poll(() => markers(page)).toHaveLength(1);

  const drawn = await countFlashes(page);
  await jump(panel, page, '$opg');
  await inMiddle(page, '#one');
  await expect.poll(drawn, 'it is outlined').toBe(1);
  await expect.poll(() => flashes(page), 'and no more').toEqual([]);
  const jumpTo = async (id: string, by?: -1) => {
    const before = drawn();
    await jump(panel, page, '$opg', by);
    await inMiddle(page, `#${id}`);
    await expect.poll(drawn, `${id} is outlined`).toBe(before + 1);
  };
  for (const id of ['two', 'three', 'one']) await jumpTo(id);
  for (const id of ['three', 'two']) await jumpTo(id, -1);
  expect(await isCardOpen(page), 'nothing opens').toBe(false);

  await expect.poll(() => flashes(page)).toEqual([]);
  const before = await page.evaluate(() => scrollY);
  const drawnBefore = drawn();
  expect(await jump(panel, page, '$nobody')).toBe(false);
  expect(await jump(panel, page, '#tao')).toBe(true);
  await expect.poll(drawn).toBe(drawnBefore + 1);
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(40);
});

test('a mention in a box that scrolls, and one in a frame of another site', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const inner = site.elsewhere(
    site.page({ path: '/inner', body: `${gap}<p id="inner">Inside: #TAO</p>${gap}` }),
  );
  const panel = await openExtensionPage('sidepanel.html');
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/boxes',
      body: `<p>$BTC</p>${gap}<div id="box" style="height: 300px; overflow: auto">${gap}<p>In a box: <span id="boxed">$OPG</span></p>${gap}</div>
        ${gap}<iframe src="${inner}" width="400" height="300"></iframe>${gap}`,
    }),
  );
  await expect.poll(() => markers(page)).toHaveLength(1);
  const drawn = await countFlashes(page);
  await jump(panel, page, '$opg');
  await inMiddle(page, '#boxed');
  await expect.poll(drawn).toBe(1);

  const frame = () => page.frames().find((each) => each.url() === inner);
  await expect.poll(frame, 'the page has its frame').toBeDefined();
  await expect
    .poll(async () => {
      await jump(panel, page, '#tao');
      return frame()?.evaluate(() => document.querySelector('#inner')?.getBoundingClientRect().top ?? 0);
    })
    .toBeLessThan(300);
  // By the frame's word to the page, which another process hears.
  await expect
    .poll(
      () => page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().top ?? 9_999),
      'the frame itself is brought into view',
    )
    .toBeLessThan(800);
});

test('with less motion it is there at once, and the outline does not move', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(site.page(long));
  await expect.poll(() => markers(page)).toHaveLength(1);
  await page.evaluate(() => {
    const places: number[] = [];
    Reflect.set(window, 'places', places);
    addEventListener('scroll', () => places.push(scrollY));
  });
  const drawn = await countFlashes(page);
  await jump(panel, page, '$opg');
  await jump(panel, page, '$opg');
  await inMiddle(page, '#two');
  await expect.poll(drawn).toBeGreaterThan(0);
  // The page hears of a scroll a frame after it.
  await expect.poll(() => page.evaluate(() => new Set(Reflect.get(window, 'places')).size)).toBe(1);
});

test('a key opens the card of what is selected, of the one jumped to, or of the one nearest the middle', async ({
  context,
  site,
  worker,
  openExtensionPage,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/open',
      body: '<p>$AAA</p><p id="chosen" style="margin: 60px 0 200px">$BBB</p><p>$CCC</p><p style="margin-top: 250px">$DDD</p>',
    }),
  );
  await expect.poll(() => markers(page)).toHaveLength(4);
  await page.bringToFront();
  const opened = async (name: string) => {
    await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const { onCommand } = chrome.commands as unknown as {
        onCommand: { dispatch(...args: unknown[]): void };
      };
      onCommand.dispatch('open-card', tab);
    });
    const card = await openCard(page);
    await expect(card.getByRole('heading', { name })).toBeVisible();
    await expect.poll(() => card.evaluate(() => document.hasFocus())).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  };
  await opened('$CCC');
  const drawn = await countFlashes(page);
  await jump(panel, page, '$ddd');
  await expect.poll(drawn).toBe(1);
  await opened('$DDD');
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#chosen') as Element));
  await opened('$BBB');
});
