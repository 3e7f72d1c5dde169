import { expect, test } from './fixtures.ts';
import { hoverBody, hoverTimes } from './hover-time.ts';

const limits = { first: 150, later: 32 };
/** A machine that does something else makes a round slower and never quicker: the quickest is the truest. */
const mostRounds = 4;

test('hover to painted card, after the dwell: at most 150 ms first, 32 ms later (median of 20)', async ({
  underline,
  site,
}) => {
  test.setTimeout(mostRounds * 60_000);
  const best = { first: Number.POSITIVE_INFINITY, later: Number.POSITIVE_INFINITY };
  for (let round = 0; round < mostRounds; round += 1) {
    // In each a browser that has loaded no card yet.
    const context = round === 0 ? underline.context : await underline.restart();
    const page = await context.newPage();
    await page.goto(site.page({ path: `/many-${round}`, body: hoverBody }));
    const [first = Number.NaN, ...later] = await hoverTimes(page);
    const median = later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)] ?? Number.NaN;
    console.log(
      `hover to painted card: first ${first.toFixed(0)} ms, later ${median.toFixed(1)} ms (median of ${later.length})`,
    );
    best.first = Math.min(best.first, first);
    best.later = Math.min(best.later, median);
    await page.close();
    if (best.first <= limits.first && best.later <= limits.later) break;
  }
  test.info().annotations.push({
    type: 'hover to paint',
    description: `first ${best.first.toFixed(0)} ms, later ${best.later.toFixed(0)} ms`,
  });
  expect(best.first).toBeLessThanOrEqual(limits.first);
  expect(best.later).toBeLessThanOrEqual(limits.later);
});
