import { expect, test } from '../e2e/fixtures.ts';
import { keepCanaries } from './canaries.ts';
import { differTwice } from './compare-logs.ts';
import { hostilePage, visit } from './scripted-user.ts';

test('a page that logs all it can observe logs the same for an empty library and for one that knows half of it', async ({
  context,
  openPopup,
  otherProfile,
  site,
}) => {
  // Two browsers at once, each with some twenty acts after which the page comes to rest; perhaps twice.
  test.setTimeout(240_000);
  const url = site.page(await hostilePage());
  const other = await otherProfile();
  // The same surfaces in both; only one keeps something.
  const surfaces = [await openPopup(), await other.openExtensionPage('popup.html')] as const;
  await keepCanaries(surfaces[1]);
  for (const surface of surfaces) await surface.close();

  const visitBoth = () =>
    Promise.all([context, other.context].map(async (browser) => visit(await browser.newPage(), url)));
  const first = await visitBoth();
  const [empty] = first;
  const sizes = Object.entries(empty!.facts).map(([channel, facts]) => `${channel} ${facts.length}`);
  console.log(`observed: ${sizes.join(', ')}`);
  // The observer works: it saw what is there to be seen, in every channel that can hold something.
  const silent = sizes.filter((size) => size.endsWith(' 0'));
  expect(silent).toEqual(['reports 0']);
  expect(empty!.facts.find).toContain('speaks of: true');
  expect(await differTwice(first, visitBoth)).toBe('');
});
