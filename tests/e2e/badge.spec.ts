import type { Worker } from '@playwright/test';
import { pastDwell } from '../hostile/past-dwell.ts';
import { expect, test } from './fixtures.ts';
import { carryOut, keepProject } from './library.ts';
import { markers } from './on-page.ts';

/** What the toolbar says of the tab with this address. */
const toolbar = (worker: Worker, url: string) =>
  worker.evaluate(async (address) => {
    // Tests may ask by address: the pages are the test's own, told by the order in which they were opened.
    for (const { id } of await chrome.tabs.query({})) {
      if (id === undefined) continue;
      const there = await chrome.tabs.sendMessage(id, 'page', { frameId: 0 }).catch(() => undefined);
      if (there?.url !== address) continue;
      const [text, title] = await Promise.all([
        chrome.action.getBadgeText({ tabId: id }),
        chrome.action.getTitle({ tabId: id }),
      ]);
      return { text, title };
    }
    return null;
  }, url);
const none = { text: '', title: 'Underline' };
const two = { text: '2', title: 'Underline: 2 projects you keep are on this page' };

test('the icon says how many kept projects are on the page, each once, frames too, and every tab for itself', async ({
  context,
  site,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', ['$OPG', '@OpenGradient']);
  await keepProject(store, 'Akash', ['$AKT']);
  const inner = site.elsewhere(site.page({ path: '/inner', body: '<p>Inside: $AKT</p>' }));
  const url = site.page({
    path: '/both',
    body: `<p>$OPG $OPG @OpenGradient $TAO</p><iframe src="${inner}" width="300" height="200"></iframe>`,
  });
  const page = await context.newPage();
  await page.goto(url);
  await expect.poll(() => toolbar(worker, url)).toEqual(two);

  const plainUrl = site.page({ path: '/plain', body: '<p>About $TAO</p>' });
  const plain = await context.newPage();
  await plain.goto(plainUrl);
  await expect.poll(() => markers(plain)).toEqual(['unknown']);
  await pastDwell(plain);
  expect(await toolbar(worker, plainUrl)).toEqual(none);
  expect(await toolbar(worker, url)).toEqual(two);

  await test.step('it follows posts that come, an address that changes, and another page', async () => {
    await plain.evaluate(() => {
      history.pushState(null, '', '/plain');
      document.body.append('And $AKT');
    });
    const one = { text: '1', title: 'Underline: 1 project you keep is on this page' };
    await expect.poll(() => toolbar(worker, plainUrl)).toEqual(one);
    await plain.evaluate(() => {
      history.pushState(null, '', '/plain?further');
      document.body.append('And $OPG');
    });
    await expect.poll(() => toolbar(worker, `${plainUrl}?further`)).toEqual(two);
    const last = site.page({ path: '/last', body: '<p>Only $OPG</p>' });
    await plain.goto(last);
    await expect.poll(() => toolbar(worker, last)).toEqual(one);
  });

  await test.step('and the library: a project that is kept or thrown away counts at once', async () => {
    const id = await keepProject(store, 'Bittensor', ['$TAO']);
    await expect.poll(async () => (await toolbar(worker, url))?.text).toBe('3');
    await carryOut(store, { type: 'trash-project', id });
    await expect.poll(() => toolbar(worker, url)).toEqual(two);
  });

  await test.step('it can be switched off, and then the title still says it', async () => {
    await carryOut(store, { type: 'set-settings', badge: false });
    await expect.poll(() => toolbar(worker, url)).toEqual({ ...two, text: '' });
    await carryOut(store, { type: 'set-settings', badge: true });
    await expect.poll(() => toolbar(worker, url)).toEqual(two);
  });

  await test.step('where Underline is off or paused it says that', async () => {
    await carryOut(store, { type: 'switch-site', site: new URL(url).host, on: false });
    await expect.poll(() => toolbar(worker, url)).toEqual({ text: '', title: 'Underline: off on this site' });
    await carryOut(store, { type: 'switch-site', site: new URL(url).host, on: true });
    await expect.poll(() => toolbar(worker, url)).toEqual(two);
    await carryOut(store, { type: 'pause', on: true });
    await expect
      .poll(() => toolbar(worker, url))
      .toEqual({ text: '', title: 'Underline: paused on all sites' });
  });
});

test('a tab that is closed before its icon is drawn is no error', async ({
  context,
  site,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', ['$OPG']);
  await worker.evaluate(() => {
    const { session } = chrome.storage;
    const set = session.set.bind(session);
    // What is told of a page is held up until its tab is gone.
    const gone = new Promise<void>((resolve) => chrome.tabs.onRemoved.addListener(() => resolve()));
    const held = { set: 0 };
    Reflect.set(globalThis, 'held', held);
    Object.assign(session, {
      set: (items: Record<string, unknown>) => {
        if (!('badges' in items)) return set(items);
        held.set += 1;
        return gone.then(() => set(items));
      },
    });
  });
  const page = await context.newPage();
  await page.goto(site.page({ path: '/short', body: '<p>$OPG</p>' }));
  // The background answered: what it writes of the page comes next, and is held.
  await expect.poll(() => markers(page)).toEqual(['none']);
  await expect.poll(() => worker.evaluate(() => Reflect.get(globalThis, 'held').set)).toBeGreaterThan(0);
  await page.close();

  const after = site.page({ path: '/after', body: '<p>$OPG</p>' });
  await (await context.newPage()).goto(after);
  await expect.poll(async () => (await toolbar(worker, after))?.text).toBe('1');
});

test('a browser that closes refuses what is asked of it, and that is no error', async ({
  context,
  site,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', ['$OPG']);
  const page = await context.newPage();
  const url = site.page({ path: '/first', body: '<p>$OPG</p>' });
  await page.goto(url);
  await expect.poll(async () => (await toolbar(worker, url))?.text).toBe('1');
  const refused = await worker.evaluateHandle(() => {
    const { session } = chrome.storage;
    const keys: string[] = [];
    const refuse = (asked: string[]) => {
      keys.push(...asked);
      return Promise.reject(new Error('The browser is shutting down.'));
    };
    Object.assign(session, { set: (items: object) => refuse(Object.keys(items)) });
    Object.assign(chrome.tabs, { query: () => refuse(['tabs']) });
    return keys;
  });
  /** The act has what the toolbar says of tabs written. */
  const writes = async (act: () => Promise<unknown>) => {
    const count = async () => (await refused.jsonValue()).filter((key) => key === 'badges').length;
    const before = await count();
    await act();
    await expect.poll(count).toBeGreaterThan(before);
  };
  await writes(() => keepProject(store, 'Bittensor', ['$TAO']));
  const isAskedForTabs = async () => (await refused.jsonValue()).includes('tabs');
  await expect.poll(isAskedForTabs, 'every page is told').toBe(true);
  await writes(() => page.goto(site.page({ path: '/second', body: '<p>$TAO</p>' })));
  // All that is written of it comes before that of its end.
  await expect.poll(() => markers(page)).toEqual(['none']);
  await writes(() => page.close());
});
