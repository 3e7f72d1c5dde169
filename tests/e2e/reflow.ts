import type { Page } from '@playwright/test';

/** The scrollable parts of a document whose content is wider than they are, the document itself among them. */
export const scrollingSideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => {
        const { overflowX } = getComputedStyle(each);
        const scrolls = overflowX === 'auto' || overflowX === 'scroll' || each === document.documentElement;
        return scrolls && each.scrollWidth > each.clientWidth;
      })
      .map((each) => `${each.tagName} ${each.className}`),
  );
