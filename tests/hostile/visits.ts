import { expect, type Page } from '@playwright/test';
import { isCardOpen } from '../e2e/on-page.ts';
import type { Site, SitePage } from '../e2e/site.ts';

/** A corner where there is neither mention nor card. */
export const aside = { x: 1270, y: 790 };

/** One mention alone, always at the same place and of the same width: two such pages differ in its letters only. */
export const lonePost = (text: string): string =>
  `<p style="font: 16px monospace; margin: 120px 100px">A post speaks of <span id="mention">${text}</span> today.</p>`;

/**
 * Goes to a page in which `early` runs before anything else. It comes with the page: a script that the debugger
 * injects would run in the extension's pages too.
 */
export async function visit(
  page: Page,
  site: Site,
  { early, ...served }: SitePage & { early?: () => void },
): Promise<void> {
  const script = early ? `<script>(${early})()</script>` : '';
  await page.goto(site.page({ ...served, head: `${script}${served.head ?? ''}` }));
}

/** What the page's own scripts have noted in `window.seen` so far: a copy, as giving it away may be noted too. */
export const seenBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(Reflect.get(window, 'seen') as string[])]);

/** Takes the pointer away and waits until the card is closed. */
export async function leaveCard(page: Page): Promise<void> {
  await page.mouse.move(aside.x, aside.y, { steps: 4 });
  await expect.poll(() => isCardOpen(page), 'the card closes').toBe(false);
}

/** The card's address as this page's own page script knows it, asked in its world as only a debugger can. */
export async function cardAddress(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
    if (name === 'Underline') worlds.push(id);
  });
  await session.send('Runtime.enable');
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'chrome.runtime.getURL("card.html")',
    ...(worlds[0] !== undefined && { contextId: worlds[0] }),
  });
  await session.detach();
  return String(result.value);
}
