import { expect, test } from '../e2e/fixtures.ts';
import { tinted } from '../e2e/on-page.ts';
import { outcomeOf } from './outcome.ts';

/** Which pages under the CSP directive `sandbox` get a card; the others have their tint alone (docs: §3.3). */
const policies: { tokens: string; card: 'works' | 'none' }[] = [
  { tokens: '', card: 'none' },
  { tokens: 'allow-scripts', card: 'works' },
  { tokens: 'allow-same-origin', card: 'none' },
  { tokens: 'allow-scripts allow-same-origin', card: 'works' },
];

for (const { tokens, card } of policies) {
  test.describe(() => {
    // The browser's own words for a frame whose script it stops.
    if (card === 'none') test.use({ expectedProblems: [/Blocked script execution in 'chrome-extension:/] });
    test(`a page under CSP “sandbox ${tokens}”: tint, and a card that ${card === 'works' ? 'works' : 'stays away'}`, async ({
      context,
      site,
    }) => {
      const page = await context.newPage();
      await page.goto(
        site.page({
          path: '/sandbox',
          body: '<p style="padding: 40px">About $OPG</p>',
          headers: { 'content-security-policy': `sandbox ${tokens}` },
        }),
      );
      const before = await page.evaluate(() => document.body.innerHTML);
      await expect.poll(() => tinted(page)).toEqual(['$OPG']);
      expect(await outcomeOf(page, page.mainFrame(), '$OPG')).toBe(card);
      expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
    });
  });
}
