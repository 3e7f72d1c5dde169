import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen, markers, restOn, tinted } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';

/** What a page does to every element that is put into its root element beside head and body. */
const thefts: Record<string, (host: Element) => void> = {
  'removes it': (host) => host.remove(),
  'moves it into its body': (host) => document.body.append(host),
};

for (const [what, theft] of Object.entries(thefts)) {
  test(`a page that ${what} a thousand times is not fought`, async ({ context, openPopup, site }) => {
    const popup = await openPopup();
    await keepCanaries(popup);
    const drafts = () => popup.evaluate(async () => JSON.stringify(await chrome.storage.local.get('drafts')));
    const page = await context.newPage();
    const body = `${feed}<p id="news"></p>`;
    await page.goto(site.page({ path: '/theft', body }));
    const card = await hover(page, '$VXLM');
    await card.getByRole('textbox', { name: /^New note/ }).fill('half a thought');

    await page.evaluate((source) => {
      const steal = new Function('host', `(${source})(host)`);
      let taken = 0;
      const take = () => {
        for (const host of document.querySelectorAll('html > :not(head, body)')) {
          taken += 1;
          if (taken <= 1_000) steal(host);
        }
        document.documentElement.dataset.taken = `${taken}`;
      };
      take();
      new MutationObserver(take).observe(document.documentElement, { childList: true });
    }, theft.toString());
    await expect.poll(() => isCardOpen(page), 'the card closes').toBe(false);

    await test.step('the page changes and the user points, and in the end nothing of ours is put back', async () => {
      const taken = () => page.evaluate(() => Number(document.documentElement.dataset.taken));
      await expect
        .poll(
          async () => {
            const before = await taken();
            await page.evaluate(() => {
              const news = document.getElementById('news');
              if (news) news.textContent = `More of $VXLM at ${performance.now()}`;
            });
            await page.mouse.move(600, 500);
            await page.mouse.move(610, 520, { steps: 4 });
            await expect.poll(() => tinted(page)).toContain('$VXLM');
            // So long that what would be put back has been.
            await page.evaluate(() => new Promise((past) => setTimeout(past, 600)));
            return (await taken()) - before;
          },
          { intervals: [200] },
        )
        .toBe(0);
      expect(await taken(), 'times that the page took something').toBeLessThan(20);
    });

    await test.step('what was typed is kept', async () => {
      await expect.poll(drafts).toContain('half a thought');
    });

    await test.step('a page that stops has its markers and its card again after a reload', async () => {
      await page.bringToFront();
      await page.reload();
      await expect.poll(() => markers(page)).not.toEqual([]);
      await restOn(page, '$VXLM');
      await expect.poll(() => isCardOpen(page)).toBe(true);
    });
  });
}
