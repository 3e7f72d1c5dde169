import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { carryOut } from '../e2e/library.ts';
import { markers, tinted } from '../e2e/on-page.ts';
import { canaries, keepCanaries, mentions } from './canaries.ts';
import { changedChannels, differTwice } from './compare-logs.ts';
import { atRest, observed, observedBy } from './observer.ts';
import { leave, restOn } from './scripted-user.ts';

const weakOnes = [...mentions.known, ...mentions.unknown]
  .filter((text) => text.startsWith('$'))
  .map((text) => text.toLowerCase());

const post = (text: string) =>
  `<div><p>They speak of <span>${text}</span> here.</p><div style="height: 8px"></div></div>`;

/** Weak mentions, of which a library may know half, and a strong one of neither. */
const weakPage = () =>
  observed({
    path: '/weak',
    head: '<link rel="icon" href="data:,">',
    body: `<main style="width: 480px">${[...weakOnes, '$AKT'].map(post).join('\n')}</main>`,
  });

/** Looks about, changes what is on the page, and sees what the page observed. */
async function visit(page: Page, url: string, count: number): Promise<ReturnType<typeof observedBy>> {
  await page.goto(url);
  await expect.poll(() => markers(page), { intervals: [50] }).toHaveLength(count);
  await page.mouse.move(1_100, 60);
  await atRest(page);
  await restOn(page, weakOnes[0]!);
  await leave(page);
  await page.evaluate((html) => window.observer.insert(html), post(weakOnes[0]!));
  await atRest(page);
  await page.evaluate((words) => window.observer.probe(words), [...Object.values(canaries), 'speak of']);
  await atRest(page);
  return observedBy(page);
}

test('weak mentions tell a page nothing, except on the site that the user allowed it', async ({
  context,
  openPopup,
  otherProfile,
  site,
}) => {
  // Two browsers at once, twice or thrice, each waiting for the page to rest after every act.
  test.setTimeout(240_000);
  const url = site.page(await weakPage());
  const allowed = site.elsewhere(url);
  const other = await otherProfile();
  const surfaces = [await openPopup(), await other.openExtensionPage('popup.html')] as const;
  for (const surface of surfaces) {
    await carryOut(surface, { type: 'paint-weak', site: new URL(allowed).host, on: true });
  }
  await keepCanaries(surfaces[1]);
  for (const surface of surfaces) await surface.close();

  const logsOf = (address: string, counts: readonly [number, number]) =>
    Promise.all(
      [context, other.context].map(async (browser, i) => visit(await browser.newPage(), address, counts[i]!)),
    );
  const visitBoth = () => logsOf(url, [1, 1]);
  const first = await visitBoth();
  expect(first[0]?.facts.find).toContain('speak of: true');
  expect(await differTwice(first, visitBoth)).toBe('');

  // Allowed, the same page sees it: so it is not blind to what it must not see elsewhere.
  const [emptyThere, knownThere] = await logsOf(allowed, [1, 3]);
  expect(changedChannels(emptyThere!, knownThere!)).toContain('highlights, in frames');
  expect(emptyThere!.facts.find).toContain('speak of: true');
});

test('frames that an allowed page embeds from elsewhere are told nothing; its own are', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  const framed = site.page({ path: '/framed', body: `${post('$vxlm')}${post('$AKT')}` });
  const url = site.page({
    path: '/frames',
    body:
      `<iframe name="foreign" src="${site.elsewhere(framed)}" width="400" height="200"></iframe>` +
      `<iframe name="own" src="${framed}" width="400" height="200"></iframe>` +
      `<iframe name="sandboxed" sandbox="allow-scripts" src="${framed}" width="400" height="200"></iframe>`,
  });
  await carryOut(popup, { type: 'paint-weak', site: new URL(url).host, on: true });
  const page = await context.newPage();
  await page.goto(url);
  const frame = (name: string) => page.frame({ name })!;
  await expect.poll(() => tinted(frame('own'))).toEqual(['$vxlm', '$AKT']);
  for (const name of ['foreign', 'sandboxed']) {
    await expect.poll(() => tinted(frame(name)), name).toEqual(['$AKT']);
  }
});
