import type { AliasStatus } from '../library/alias-status.ts';
import { startMarkers } from './markers.ts';
import { type Box, boxesOf, type Clips, holds, sameBoxes, visibleParts } from './measure.ts';
import { startNearBlocks } from './near-blocks.ts';
import { elementAt, elementOf, isStanding, type PageMention, rangeOf } from './page-mention.ts';
import type { Block } from './runs.ts';
import type { Scanner } from './scanner.ts';
import { maxRanges, startTint } from './tint.ts';
import { contains } from './tree.ts';

/** Scrolling rests when nothing scrolled for this long. */
const restMs = 120;
/** Under constant change, markers are placed again this often, and for a tenth of the time at most. */
const settleEveryMs = 100;
const longestSettleEveryMs = 500;
const settleShare = 1 / 10;

/** Where a change left the mentions where they were, what may cover them by now is asked this often, and for a fiftieth of the time at most. */
const lookEveryMs = 1_000;
const lookShare = 1 / 50;

/** Nobody reads more at once; one block may hold thousands. */
const maxMeasured = 400;

export interface Marks {
  /** Mentions were found or lost: tint them, measure them, draw their markers. */
  refresh(): void;
  /** Statuses changed: the same boxes, other pixels. */
  repaint(): void;
  /** Forget these mentions at once, before the page's change is painted. */
  drop(gone: (mention: PageMention) => boolean): void;
  /** The mention whose visible text is at this point of the viewport, and where its line was measured. */
  at(x: number, y: number): { mention: PageMention; measured: Box } | null;
  /** Something does not stand where it was measured. */
  remeasure(): void;
  /** Whether the mention was on the screen when the page was measured last. */
  isSeen(mention: PageMention): boolean;
}

/**
 * Paints what is near the viewport: one tint for every mention that is painted and a marker under each that can be seen.
 * Boxes are measured only when the page rests; until then they are out of sight and nothing can be hit. `onRest` is told
 * each time which blocks are near.
 */
export function startMarks(
  scanner: Scanner,
  statusOf: (mention: PageMention) => AliasStatus | undefined,
  isPainted: (mention: PageMention) => boolean,
  onScroll: () => void,
  onRest: (near: readonly Block[]) => void,
  signal: AbortSignal,
): Marks {
  const tint = startTint(signal);
  const markers = startMarkers(signal);
  const near = startNearBlocks(() => settleSoon(), signal);
  let seen: { mention: PageMention; boxes: Box[]; parts: Box[] }[] = [];
  let tinted: PageMention[] = [];
  let settled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let lastSettle = 0;
  let settleEvery = settleEveryMs;
  /** When it was last asked of all that is in sight what covers it; 0: something else than a change of text happened since. */
  let lastLook = 0;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let lookEvery = lookEveryMs;
  /** Boxes inside the page that scroll, and since when they last did. */
  const moving = new Map<Element, number>();

  const scrollRoots = new WeakSet<Node>();
  listenForScroll(document);
  addEventListener('resize', scrolled, { signal, passive: true });
  for (const type of ['load', 'transitionend', 'animationend', 'toggle', 'fullscreenchange']) {
    document.addEventListener(type, lookSoon, { signal, capture: true, passive: true });
  }
  const resized = new ResizeObserver(lookSoon);
  resized.observe(document.documentElement);
  signal.addEventListener('abort', () => {
    cancel();
    clearTimeout(looking);
    resized.disconnect();
  });

  return {
    refresh() {
      near.follow(scanner.held.takeChanged(), (block) => scanner.held.blocks.has(block));
      settleSoon();
    },
    repaint: place,
    drop(gone) {
      for (const mention of tinted) {
        const range = gone(mention) ? rangeOf(mention) : null;
        if (range) tint.drop(range);
      }
      drop(gone);
    },
    isSeen: (wanted) => seen.some(({ mention }) => mention === wanted),
    remeasure: lookSoon,
    at(x, y) {
      const hit = settled ? seen.find(({ parts }) => parts.some((box) => holds(box, x, y))) : undefined;
      const measured = hit?.boxes.find((box) => holds(box, x, y));
      return hit && measured ? { mention: hit.mention, measured } : null;
    },
  };

  /** Scroll events stay inside their shadow tree, so each is listened to. */
  function listenForScroll(root: Node): void {
    if (scrollRoots.has(root)) return;
    scrollRoots.add(root);
    root.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
  }

  function scrolled({ target }: Event): void {
    if (target instanceof Element) {
      scrolledInside(target);
      return;
    }
    settled = false;
    lastLook = 0;
    onScroll();
    markers.fade();
    cancel();
    timer = setTimeout(settle, restMs);
  }

  /** A box that scrolls, perhaps for ever like a price tape, takes away only what stands in it. */
  function scrolledInside(scroller: Element): void {
    if (!near.near().some((block) => contains(scroller, elementOf(block)))) return;
    moving.set(scroller, performance.now());
    drop(({ block }) => contains(scroller, elementOf(block)));
    settleSoon();
  }

  function isMoving({ block }: PageMention): boolean {
    return [...moving.keys()].some((scroller) => contains(scroller, elementOf(block)));
  }

  function cancel(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = undefined;
  }

  function lookSoon(): void {
    lastLook = 0;
    settleSoon();
  }

  function settleSoon(): void {
    if (signal.aborted || timer !== undefined) return;
    const wait = Math.max(0, lastSettle + settleEvery - performance.now());
    timer = setTimeout(() => {
      frame = requestAnimationFrame(settle);
    }, wait);
  }

  function settle(): void {
    cancel();
    if (signal.aborted) return;
    lastSettle = performance.now();
    for (const [scroller, since] of moving) if (lastSettle - since > restMs) moving.delete(scroller);
    const found = scanner.held.blocks;
    const blocks = near.near();
    const mentions = blocks.flatMap((block) => fromTop(found.get(block) ?? []));
    const isBlockInView = new Map<Block, boolean>();
    const isInView = ({ block }: PageMention) => {
      if (!isBlockInView.has(block)) isBlockInView.set(block, mayBeSeen(block));
      return isBlockInView.get(block);
    };
    const looks = lastSettle - lastLook >= lookEvery;
    const before = new Map(looks ? [] : seen.map((each) => [each.mention, each]));
    const clips: Clips = new Map();
    seen = [];
    for (const mention of mentions.filter(isInView).slice(0, maxMeasured)) {
      if (isMoving(mention) || !isStanding(mention)) continue;
      const boxes = boxesOf(mention);
      const known = before.get(mention);
      const stayed = known && sameBoxes(known.boxes, boxes);
      const parts = stayed ? known.parts : visibleParts(mention, boxes, clips);
      if (parts.length > 0) seen.push({ mention, boxes, parts });
      listenForScroll(elementAt(mention).getRootNode());
    }
    settled = true;
    if (looks) {
      lastLook = lastSettle;
      lookEvery = Math.max(lookEveryMs, (performance.now() - lastSettle) / lookShare);
    } else looking ??= setTimeout(lookLast, lookEvery);
    showTint(mentions.filter(isStanding));
    place();
    const took = performance.now() - lastSettle;
    settleEvery = Math.min(longestSettleEveryMs, Math.max(settleEveryMs, took / settleShare));
    if (moving.size > 0) settleSoon();
    onRest(blocks);
  }

  /** After the last of many changes, what covers the mentions is asked once more. */
  function lookLast(): void {
    looking = undefined;
    lookSoon();
  }

  /** Those in sight first, in case there are more than may be registered. */
  function showTint(mentions: readonly PageMention[]): void {
    const inSight = seen.map(({ mention }) => mention);
    tinted = [...new Set([...inSight, ...mentions])].filter(isPainted).slice(0, maxRanges);
    tint.show(tinted.flatMap((mention) => rangeOf(mention) ?? []));
  }

  function drop(gone: (mention: PageMention) => boolean): void {
    const kept = seen.filter(({ mention }) => !gone(mention));
    if (kept.length === seen.length) return;
    seen = kept;
    place();
  }

  function place(): void {
    if (!settled) return;
    markers.place(
      seen
        .filter(({ mention }) => isPainted(mention))
        .flatMap(({ mention, parts }) => parts.map((box) => ({ box, status: statusOf(mention) }))),
    );
  }
}

function mayBeSeen(block: Block): boolean {
  const { top, bottom } = elementOf(block).getBoundingClientRect();
  // A block that has no box of its own (`display: contents`) may stand anywhere.
  return top === bottom || (bottom > 0 && top < innerHeight);
}

/** Of the mentions of one block, in reading order, as many as are measured, from the viewport's top on. */
function fromTop(mentions: readonly PageMention[]): readonly PageMention[] {
  if (mentions.length <= maxMeasured) return mentions;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mention = mentions[middle];
    const box = mention && boxesOf(mention).at(-1);
    if (box && box.bottom < 0) low = middle + 1;
    else high = middle;
  }
  return mentions.slice(low, low + maxMeasured);
}
