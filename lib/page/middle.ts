import { boxesOf } from './measure.ts';
import { elementAt, type PageMention } from './page-mention.ts';
import { parentAcrossShadow } from './tree.ts';
import { wayToMiddle } from './way-to-middle.ts';

/**
 * Scrolls a mention to the middle of all that scrolls around it: boxes inside the page at once, the page itself smoothly,
 * unless the user wants less motion.
 */
export function bringToMiddle(mention: PageMention): void {
  const start = elementAt(mention);
  // The page around a frame is out of this script's reach, and the browser scrolls it too.
  if (window !== top) start.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (let at: Element | null = start; at && at !== document.body; at = parentAcrossShadow(at)) {
    if (at === document.scrollingElement || !scrolls(at)) continue;
    const way = wayToMiddle(boxesOf(mention)[0], at.getBoundingClientRect());
    at.scrollBy({ ...way, behavior: 'instant' });
  }
  const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ ...wayToMiddle(boxesOf(mention)[0], view), behavior: isCalm ? 'instant' : 'smooth' });
}

function scrolls(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return /auto|scroll/.test(overflowX + overflowY);
}
