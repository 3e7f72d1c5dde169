import { expect, test } from '../e2e/fixtures.ts';
import { suspectTwice } from './suspects.ts';

// Four series, each measured once more if its p lies at or below 0.01: one false alarm in 2,500 runs of this test.
test('a known mention that comes in takes a page’s clock no longer than an unknown one, nor than when the library knows none', async ({
  context,
  openExtensionPage,
  site,
}) => {
  test.setTimeout(900_000);
  expect(await suspectTwice({ context, openExtensionPage, site }, { hovers: false })).toEqual([]);
});
