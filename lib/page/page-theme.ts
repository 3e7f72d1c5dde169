import { luminance } from './luminance.ts';

/** Whether text of this element stands on a light or a dark ground: the card follows the page, not the system. */
export function pageTheme(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ground = luminance(getComputedStyle(at).backgroundColor);
    if (ground !== null) return ground < 0.4 ? 'dark' : 'light';
  }
  // Nothing painted under it but the browser's own canvas: what is written on that tells which.
  return (luminance(getComputedStyle(element).color) ?? 0) > 0.5 ? 'dark' : 'light';
}
