import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { isCardOpen, openCard, placeOf, tinted } from '../e2e/on-page.ts';

/** Each makes the text in the page itself: ten megabytes need not pass through a socket. */
const floods: { flood: string; make: string }[] = [
  { flood: 'a text node of 10 MB without a sigil', make: "'lorem ipsum dolor sit amet '.repeat(390_000)" },
  { flood: '1 MB of dollar signs', make: "'$'.repeat(1_000_000)" },
  { flood: '1 MB of bare sigils', make: "'@ @ # $ '.repeat(125_000)" },
  { flood: 'one word of 1 MB', make: "'$' + 'A'.repeat(1_000_000)" },
  {
    flood: 'a text node of 10 MB with a mention here and there',
    make: "('x '.repeat(5_000) + '$OPG ').repeat(1_000)",
  },
  {
    flood: '200,000 cashtags in one node',
    make: "Array.from({ length: 200_000 }, (_, i) => '$' + i.toString(26).replace(/[0-9]/g, (d) => 'QRSTUVWXYZ'[d]).toUpperCase()).join(' ')",
  },
  { flood: 'one handle of 1 MB', make: "'@' + 'a.b'.repeat(333_333)" },
  {
    flood: '1 MB of zero-width characters with sigils',
    make: "'$\\u200b\\u200dO\\u2060PG\\ufeff '.repeat(125_000)",
  },
  { flood: '1 MB of nested overrides', make: "'\\u202e$OPG\\u2067@a '.repeat(110_000)" },
];

/** A frame of the page that waits longer for us than this is one that a reader sees. */
const longestMs = 200;

/** A machine that does something else makes a round slower and never quicker: the quickest is the truest. */
const mostRounds = 4;

/** Puts the flood into the page; answers how long the page's own work waited at most, and whether all of it was looked at. */
const pour = (page: Page, make: string): Promise<{ waited: number; done: boolean }> =>
  // Not rendered: the browser's own layout of such a line takes seconds, and is not ours to answer for.
  page.evaluate(async (code) => {
    const text = new Function(`return ${code}`)() as string;
    const block = document.createElement('div');
    block.style.display = 'none';
    const below = document.createElement('p');
    below.textContent = 'Below: $LAST';
    let worst = 0;
    let last = performance.now();
    const beat = new MessageChannel();
    let beating = true;
    beat.port1.onmessage = () => {
      const now = performance.now();
      worst = Math.max(worst, now - last);
      last = now;
      if (beating) setTimeout(() => beat.port2.postMessage(null));
    };
    block.append(text);
    document.body.append(block, below);
    last = performance.now();
    beat.port2.postMessage(null);
    // Until what stands below is tinted too: then all of it was looked at.
    const until = performance.now() + 45_000;
    const isDone = () =>
      [...CSS.highlights.values()].some((each) =>
        [...each].some(({ startContainer }) => below.contains(startContainer)),
      );
    while (!isDone() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    const waited = worst;
    beating = false;
    return { waited, done: isDone() };
  }, make);

for (const { flood, make } of floods) {
  test(`${flood}: no frame of the page waits for us, and what stands below is served`, async ({
    context,
    site,
  }) => {
    test.setTimeout(mostRounds * 60_000);
    const page = await context.newPage();
    let waited = Number.POSITIVE_INFINITY;
    for (let round = 0; round < mostRounds && waited >= longestMs; round += 1) {
      await page.goto(site.page({ path: '/flood', body: '<p style="padding: 40px">Above: #FIRST</p>' }));
      await expect.poll(() => tinted(page)).toEqual(['#FIRST']);
      const poured = await pour(page, make);
      console.log(`${flood}: longest wait ${poured.waited.toFixed(0)} ms`);
      expect(poured.done, 'what stands below is found').toBe(true);
      waited = Math.min(waited, poured.waited);
    }
    expect(waited).toBeLessThan(longestMs);
    const { x, y } = await placeOf(page, '#FIRST');
    await expect(async () => {
      await page.mouse.move(x + 180, y + 120);
      await page.mouse.move(x, y, { steps: 6 });
      await expect.poll(() => isCardOpen(page), { timeout: 3_000 }).toBe(true);
    }, 'a pointer that comes before the page is measured comes again').toPass();
    await openCard(page);
  });
}
