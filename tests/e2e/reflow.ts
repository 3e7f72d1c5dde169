import type { Frame, Page } from '@playwright/test';

/**
 * The scrollable parts of a document whose content is wider than they are, the document itself among them; two frames later:
 * in the same one, one would look at what was before a change of size or letters. Only of what is in sight: what is not has no frames.
 */
export const scrollingSideways = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return [...document.querySelectorAll('*')]
      .filter((each) => {
        const { overflowX } = getComputedStyle(each);
        const scrolls = overflowX === 'auto' || overflowX === 'scroll' || each === document.documentElement;
        return scrolls && each.scrollWidth > each.clientWidth;
      })
      .map((each) => `${each.tagName} ${each.className}`);
  });

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

/** Texts of which nothing is left: ended by an ellipsis, or broken into lines, before there are three letters. */
export const squeezed = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() => {
    /** How wide the lines are of what an element says itself. */
    const linesOf = (each: Element): number[] => {
      const lines = new Map<number, number>();
      for (const node of each.childNodes) {
        if (!(node instanceof Text) || node.data.trim() === '') continue;
        const range = document.createRange();
        range.selectNode(node);
        for (const { top, width } of range.getClientRects()) lines.set(top, (lines.get(top) ?? 0) + width);
      }
      return [...lines.values()];
    };
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((each) => {
        const { textOverflow, fontSize, position } = getComputedStyle(each);
        // Texts for screen readers alone are out of the flow.
        if (position === 'absolute' || !each.checkVisibility()) return false;
        const least = 1.5 * Number.parseFloat(fontSize);
        const isEnded = textOverflow === 'ellipsis' && each.scrollWidth > each.clientWidth;
        if (isEnded && each.textContent?.trim() && each.clientWidth < least) return true;
        // Where there is more than text in it, a line may be shared.
        const lines = each.childElementCount === 0 ? linesOf(each) : [];
        return lines.length > 1 && Math.max(...lines) < least;
      })
      .map((each) => `squeezed: “${each.textContent?.trim()}” in ${each.outerHTML.slice(0, 160)}`);
  });

/**
 * Texts that cannot be read whole, and nothing says so: cut off at an edge, or standing out of their button, link, tab or
 * label. A text that ends in an ellipsis is told only if it is one of `words`, which are ours and could be shorter.
 */
export const cutOff = (page: Page | Frame, words: string[]): Promise<string[]> =>
  page.evaluate((ours) => {
    const known = new Set(ours);
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((each) => {
      const { width, height } = each.getBoundingClientRect();
      // Texts for screen readers alone have one pixel.
      return (
        width > 1 && height > 1 && each.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      );
    });
    const said = ({ textContent, outerHTML }: Element) =>
      `“${textContent?.trim()}” in ${outerHTML.slice(0, 160)}`;
    const cut = seen.filter((each) => {
      const { overflowX, textOverflow } = getComputedStyle(each);
      const text = each.textContent?.trim() ?? '';
      const hides = (overflowX === 'hidden' || overflowX === 'clip') && each.scrollWidth > each.clientWidth;
      return hides && text !== '' && (textOverflow !== 'ellipsis' || known.has(text));
    });
    const isClipped = (inner: Element, outer: Element): boolean =>
      inner !== outer &&
      (getComputedStyle(inner).overflowX !== 'visible' ||
        (inner.parentElement !== null && isClipped(inner.parentElement, outer)));
    const spilt = seen.filter((each) => {
      if (!each.matches('button, a, label, summary, select, [role="tab"]')) return false;
      const box = each.getBoundingClientRect();
      const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement as HTMLElement;
        if (!seen.includes(parent) || isClipped(parent, each)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right, top, bottom, width } = range.getBoundingClientRect();
        const inside =
          left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 2 && bottom <= box.bottom + 2;
        if (width > 0 && !inside) return true;
      }
      return false;
    });
    return [
      ...cut.map((each) => `cut off: ${said(each)}`),
      ...spilt.map((each) => `stands out: ${said(each)}`),
    ];
  }, words);
