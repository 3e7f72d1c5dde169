import type { BrowserContext, Page } from '@playwright/test';
import { keepCanaries } from './canaries.ts';
import { changedChannels } from './compare-logs.ts';
import { leaks } from './leaks.ts';
import { expect, test } from './leaky-test.ts';
import { hostilePage, lookAround } from './scripted-user.ts';

/** The channels in which an empty library and one that knows half of the page differ for it. */
async function channelsThatTell(context: BrowserContext, surface: Page, url: string): Promise<string[]> {
  const page = await context.newPage();
  const empty = await lookAround(page, url);
  await keepCanaries(surface);
  const known = await lookAround(page, url);
  return changedChannels(empty, known);
}

test('control: a page script that was only built anew tells nothing', async ({ launchLeaky, site }) => {
  test.setTimeout(60_000);
  const { context, surface } = await launchLeaky([]);
  expect(await channelsThatTell(context, surface, site.page(await hostilePage()))).toEqual([]);
});

for (const { does, shows, edits } of leaks) {
  test(`a build that ${does} is found out`, async ({ launchLeaky, site }) => {
    test.setTimeout(60_000);
    const { context, surface } = await launchLeaky(edits);
    const told = await channelsThatTell(context, surface, site.page(await hostilePage()));
    console.log(`${does}: ${told.join('; ')}`);
    expect(told).toEqual(expect.arrayContaining(shows));
  });
}
