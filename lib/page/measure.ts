import { asHighAs } from './line.ts';
import { luminance } from './luminance.ts';
import { elementAt, type PageMention, type Places, placesOf } from './page-mention.ts';
import { piecesOf, placeIn } from './runs.ts';
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

/** So many characters before and after a mention may stand on its line (UTF-16). */
const lineReach = 200;

// One live range for all measuring: ten thousand of them make every node removal thousands of times slower.
let ruler: Range | null = null;

/** The boxes of a mention's text, one a line; empty if it is gone or not rendered. Forces layout if it is stale. */
export function boxesOf(mention: PageMention): Box[] {
  return mergeLines(rectsIn(placesOf(mention)));
}

/**
 * A box of a mention, as high as the whole line of text it stands on: letters beside it may be larger. Only within the run
 * that it was found in.
 */
export function lineAround({ run, start, end }: PageMention, box: Box): Box {
  const pieces = piecesOf(run);
  const from = placeIn(pieces, Math.max(0, start - lineReach), false);
  const to = placeIn(pieces, Math.min(end + lineReach, run.text.length), true);
  return asHighAs(box, rectsIn(from && to && { from, to }));
}

function rectsIn(at: Places | null): DOMRect[] {
  if (!at) return [];
  ruler ??= document.createRange();
  try {
    ruler.setStart(at.from.node, at.from.offset);
    ruler.setEnd(at.to.node, at.to.offset);
  } catch {
    // The text was cut shorter since: the mention is stale and about to be dropped.
    return [];
  }
  return [...ruler.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
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
 * an ancestor is transparent or something else covers the text (a sticky header, a dialog), which is not asked if `isClear`.
 */
export function visibleParts(
  mention: PageMention,
  boxes: readonly Box[],
  clips: Clips,
  isClear: boolean,
): Box[] {
  const element = elementAt(mention);
  const viewport = viewportBox();
  const seen = boxes.filter((box) => meet(box, viewport));
  if (seen.length === 0) return [];
  const clip = clipOf(element, clips);
  if (!clip) return [];
  return seen
    .filter((box) => meet(box, clip))
    .map((box) => cut(box, clip))
    .filter((box) => isClear || !isCovered(element, box));
}

/** What is to be seen inside elements that were asked in one measuring; null: nothing. */
export type Clips = Map<Element, Box | null>;

function clipOf(element: Element, clips: Clips): Box | null {
  // Not by recursion: pages nest deeper than a stack is.
  const inside: Element[] = [];
  let clip: Box | null = viewportBox();
  for (let at: Element | null = element; at; at = parentAcrossShadow(at)) {
    const known = clips.get(at);
    if (known !== undefined) {
      clip = known;
      break;
    }
    inside.push(at);
  }
  for (const at of inside.reverse()) {
    clip = clip && clippedBy(at, clip);
    clips.set(at, clip);
  }
  return clip;
}

function clippedBy(element: Element, clip: Box): Box | null {
  const { display, opacity, visibility, overflowX, overflowY } = getComputedStyle(element);
  if (opacity === '0' || visibility === 'hidden') return null;
  // The root element's overflow is the viewport's.
  if (element === document.documentElement || element === document.body) return clip;
  const clips = display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible');
  return clips ? cut(clip, paddingBox(element)) : clip;
}

/** What overflows is cut at the inner edge of the border, and by the scroll bars. */
function paddingBox(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  if (!(element instanceof HTMLElement) || element.offsetWidth === 0) return { left, top, right, bottom };
  // A transform scales what is measured inside.
  const x = (right - left) / element.offsetWidth;
  const y = (bottom - top) / element.offsetHeight;
  const inner = { left: left + element.clientLeft * x, top: top + element.clientTop * y };
  return {
    ...inner,
    right: inner.left + element.clientWidth * x,
    bottom: inner.top + element.clientHeight * y,
  };
}

const viewportBox = (): Box => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });

export const sameBox = (a: Box, b: Box | undefined): boolean =>
  b !== undefined && a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

/** Whether two mentions stand in the same boxes. */
export const sameBoxes = (some: readonly Box[], others: readonly Box[]): boolean =>
  some.length === others.length && some.every((box, i) => sameBox(box, others[i]));

/** Whether two boxes have a part in common. */
export const meet = (a: Box, b: Box): boolean =>
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
