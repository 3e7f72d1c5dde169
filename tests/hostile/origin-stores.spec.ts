import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';

/** What a page can store or share by its origin, and the sheets that style it. */
async function inventory() {
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].map((sheet) =>
    [sheet.href, sheet.ownerNode, sheet.title, ...[...sheet.cssRules].map(({ cssText }) => cssText)].join(
      ' ',
    ),
  );
  const { held = [], pending = [] } = await navigator.locks.query();
  return {
    sheets,
    stored: {
      locks: held.length + pending.length,
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      files: (await navigator.storage.estimate()).usage,
      globals: Object.getOwnPropertyNames(window).filter((name) =>
        /underline|wxt|^browser$|extension/i.test(name),
      ),
      attributes: [document.documentElement, document.body].flatMap((element) => element.getAttributeNames()),
      heard: Reflect.get(window, 'heard') as unknown[],
    },
  };
}

test('the page’s origin stores, locks and hears nothing of ours, and holds no sheet', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/stored', body: feed }));
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Reflect.set(window, 'heard', heard);
    new BroadcastChannel('underline').onmessage = ({ data }) => heard.push(data);
  });
  await hover(page, '$VXLM');
  const { sheets, stored } = await page.evaluate(inventory);
  expect(sheets).toEqual([]);
  expect(stored).toEqual({
    locks: 0,
    local: 0,
    session: 0,
    cookies: '',
    databases: 0,
    caches: 0,
    workers: 0,
    files: 0,
    globals: [],
    attributes: ['lang'],
    heard: [],
  });

  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('p { color: red }');
    document.adoptedStyleSheets = [sheet];
    localStorage.setItem('mine', '1');
    void cookieStore.set('mine', '1');
    void navigator.locks.request('mine', () => new Promise(() => {}));
  });
  expect((await page.evaluate(inventory)).sheets, 'a sheet of its own is seen').toHaveLength(1);
  await expect
    .poll(async () => (await page.evaluate(inventory)).stored)
    .toMatchObject({ local: 1, cookies: 'mine=1', locks: 1 });
});
