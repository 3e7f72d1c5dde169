import type { Frame, Page } from '@playwright/test';

/** The scrollable parts of a document whose content is wider than they are, the document itself among them. */
export const scrollingSideways = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => {
        const { overflowX } = getComputedStyle(each);
        const scrolls = overflowX === 'auto' || overflowX === 'scroll' || each === document.documentElement;
        return scrolls && each.scrollWidth > each.clientWidth;
      })
      .map((each) => `${each.tagName} ${each.className}`),
  );

/** Controls of one row, bar or form that lie over one another, as pairs. */
export const overlapping = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll('a, button, input, select, textarea, [role="tab"]')]
      .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((each) => ({
        each,
        box: each.getBoundingClientRect(),
        row: each.closest('li, header, form, fieldset'),
      }))
      .filter(({ box, row }) => row && box.width > 1 && box.height > 1);
    const name = ({ each }: (typeof controls)[number]) =>
      each.getAttribute('aria-label') ?? (each.textContent?.trim() || each.outerHTML.slice(0, 80));
    return controls.flatMap((one, at) =>
      controls
        .slice(at + 1)
        .filter(({ each, box, row }) => {
          const apart =
            one.box.right <= box.left + 1 ||
            box.right <= one.box.left + 1 ||
            one.box.bottom <= box.top + 1 ||
            box.bottom <= one.box.top + 1;
          return row === one.row && !apart && !one.each.contains(each) && !each.contains(one.each);
        })
        .map((other) => `“${name(one)}” and “${name(other)}”`),
    );
  });
