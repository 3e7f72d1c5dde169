import { luminance } from './luminance.ts';
import { elementAt, type PageMention, placesOf } from './page-mention.ts';
import { contains, parentAcrossShadow } from './tree.ts';

/** A rectangle in viewport coordinates, CSS px. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether a point lies in a box. */
export const holds = ({ left, top, right, bottom }: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

// One live range for all measuring: ten thousand of them make every node removal thousands of times slower.
let ruler: Range | null = null;

/** The boxes of a mention's text, one a line; empty if it is gone or not rendered. Forces layout if it is stale. */
export function boxesOf(mention: PageMention): Box[] {
  const at = placesOf(mention);
  if (!at) return [];
  ruler ??= document.createRange();
  try {
    ruler.setStart(at.from.node, at.from.offset);
    ruler.setEnd(at.to.node, at.to.offset);
  } catch {
    // The text was cut shorter since: the mention is stale and about to be dropped.
    return [];
  }
  return mergeLines([...ruler.getClientRects()].filter(({ width, height }) => width > 0 && height > 0));
}

/** Joins boxes that continue each other on a line: a mention over several nodes has one box a node. */
function mergeLines(rects: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const { left, top, right, bottom } of rects) {
    const line = lines.at(-1);
    if (line && Math.abs(line.bottom - bottom) < 3 && left - line.right < 2) {
      line.right = Math.max(line.right, right);
      line.top = Math.min(line.top, top);
      line.bottom = Math.max(line.bottom, bottom);
    } else lines.push({ left, top, right, bottom });
  }
  return lines;
}

/**
 * The parts of these boxes that a reader sees: cut by the viewport and by every ancestor that clips, none where
 * an ancestor is transparent or something else covers the text (a sticky header, a dialog).
 */
export function visibleParts(mention: PageMention, boxes: readonly Box[]): Box[] {
  const element = elementAt(mention);
  let clip: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const seen = boxes.filter((box) => meet(box, clip));
  if (seen.length === 0) return [];

  for (let at: Element | null = element; at; at = parentAcrossShadow(at)) {
    const style = getComputedStyle(at);
    if (style.opacity === '0' || style.visibility === 'hidden') return [];
    // The root element's overflow is the viewport's.
    if (at === document.documentElement || at === document.body) continue;
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible')
      clip = cut(clip, at.getBoundingClientRect());
  }
  return seen
    .filter((box) => meet(box, clip))
    .map((box) => cut(box, clip))
    .filter((box) => !isCovered(element, box));
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const cut = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

function isCovered(element: Element, box: Box): boolean {
  const root = element.getRootNode();
  const tree = root instanceof ShadowRoot ? root : document;
  const top = tree.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  if (!top || contains(top, element) || contains(element, top)) return false;
  // In front of the text, but perhaps to be seen through: many feeds lay an empty link over a whole post.
  for (let at: Element | null = top; at && !contains(at, element); at = parentAcrossShadow(at)) {
    if (paints(at)) return true;
  }
  return false;
}

const replaced = new Set(['img', 'video', 'canvas', 'iframe', 'embed', 'object', 'picture', 'svg']);

function paints(element: Element): boolean {
  if (replaced.has(element.localName)) return true;
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element);
  return (
    luminance(backgroundColor) !== null || backgroundImage !== 'none' || (backdropFilter ?? 'none') !== 'none'
  );
}
