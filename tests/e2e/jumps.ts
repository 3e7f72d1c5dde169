import { expect, type Page } from '@playwright/test';
import { bundle } from './bundle.ts';
import { allNodes, type DebugNode } from './on-page.ts';

/** Has the tab of this page jump to a mention, by the code of panel and popup. `surface`: a page of the extension. */
export async function jump(surface: Page, page: Page, key: string, by: 1 | -1 = 1): Promise<void> {
  const tabId = await tabOf(surface, page);
  code ??= await bundle('../../../lib/extension/page-messages.ts');
  await surface.evaluate(`{ ${code}; page.jumpTo(${tabId}, ${JSON.stringify(key)}, ${by}) }`);
}

let code: string | undefined;

/** The tab of a page, which is brought to the front. */
async function tabOf(surface: Page, page: Page): Promise<number> {
  await page.bringToFront();
  const id = await surface.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id;
  });
  if (id === undefined) throw new Error('The page stands in no tab');
  return id;
}

/** The outlines that are drawn around a mention now: past the closed root, as only a debugger can look. */
export async function flashes(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return flashStyles(root);
}

const flashStyles = (root: DebugNode): string[] =>
  allNodes(root)
    .filter(({ nodeName }) => nodeName === 'B')
    .map(({ attributes = [] }) => attributes[attributes.indexOf('style') + 1] ?? '')
    .filter((style) => style.includes('translate'));

/**
 * Counts the outlines that are drawn around a mention from now on: each stands for less than a second, and a slow machine may
 * look too late. Answers how to ask for their number.
 */
export async function countFlashes(page: Page): Promise<() => number> {
  let drawn = 0;
  const session = await page.context().newCDPSession(page);
  session.on('DOM.childNodeInserted', ({ node }) => {
    if (flashStyles(node).length > 0) drawn += 1;
  });
  await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return () => drawn;
}

/** Where a mention stands in the viewport now, measured from its middle, in CSS px. */
const farFromMiddle = (page: Page, selector: string): Promise<number> =>
  page.evaluate((wanted) => {
    const { top, bottom } = (document.querySelector(wanted) as Element).getBoundingClientRect();
    return Math.abs((top + bottom) / 2 - innerHeight / 2);
  }, selector);

export const inMiddle = (page: Page, selector: string) =>
  expect.poll(() => farFromMiddle(page, selector), `${selector} is in the middle`).toBeLessThan(4);
