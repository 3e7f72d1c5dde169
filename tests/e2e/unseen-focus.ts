import type { Page } from '@playwright/test';

/** What has the focus without anything that shows it, on itself or on what it stands in; null if it shows. */
export const unseenFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const shows = [focused, focused.parentElement, focused.parentElement?.parentElement].some(
      (it) => it && getComputedStyle(it).outlineStyle !== 'none',
    );
    return shows ? null : `${focused.tagName} ${focused.role} ${focused.ariaLabel ?? ''}`;
  });
