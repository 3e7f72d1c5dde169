import type { Worker } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { contentWorld } from './content-world.ts';
import { pastDwell } from './past-dwell.ts';

/** What stands on the icon of each tab that has anything, by the order of the tabs. */
const badges = (worker: Worker) =>
  worker.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    const texts = await Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id ?? 0 })));
    return texts.filter(Boolean);
  });

test('what a page script asks, a page’s own tab alone counts it, and the page never sees it', async ({
  context,
  site,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', ['$OPG']);
  await keepProject(store, 'Akash', ['$AKT']);
  await keepProject(store, 'Bittensor', ['$TAO']);
  const quiet = await context.newPage();
  await quiet.goto(site.page({ path: '/quiet', body: '<p>About $OPG</p>' }));
  // The welcome page has a post that is about it too.
  await expect.poll(() => badges(worker)).toEqual(['1', '1']);
  const page = await context.newPage();
  const url = site.page({ path: '/loud', title: 'Loud', body: '<p>Nothing here</p>' });
  await page.goto(url);
  const world = await contentWorld(page);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await world.send('askStatuses', { site: new URL(url).host, aliases: ['$opg', '$akt', '__proto__'] });
  await expect.poll(() => badges(worker)).toEqual(['1', '1', '2']);
  // For another site, or in a shape that is none, nothing is counted at all.
  await world.send('askStatuses', { site: 'x.com', aliases: ['$tao'], tabId: 1 });
  await world.send('askStatuses', { site: new URL(url).host, aliases: ['$tao'], sender: { tab: { id: 1 } } });
  await world.send('askStatuses', { site: new URL(url).host, aliases: ['$nobody'] });
  // A badge follows what is answered a moment later.
  await pastDwell(page);
  expect(await badges(worker)).toEqual(['1', '1', '2']);
  expect(await page.evaluate(() => [document.title, document.documentElement.outerHTML])).toEqual([
    'Loud',
    before,
  ]);
  await page.close();
  await expect.poll(() => badges(worker)).toEqual(['1', '1']);
});
