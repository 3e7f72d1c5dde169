import { calmMs, createBusy } from './busy.ts';
import type { FoundPage } from './found-page.ts';
import { createHitPlaces, type Hit } from './hit-places.ts';
import { type Marker, startMarkers } from './markers.ts';
import { startNearBlocks } from './near-blocks.ts';
import { startNearTint } from './near-tint.ts';
import { isOwn } from './own-elements.ts';
import { elementOf, type PageMention } from './page-mention.ts';
import type { Block } from './runs.ts';
import { createSeenMentions, type Seen } from './seen-mentions.ts';
import { createTouched } from './touched.ts';
import { contains } from './tree.ts';

/** Scrolling rests when nothing scrolled for this long. */
const restMs = 120;
/** Under constant change, markers are placed again this often, and for a tenth of the time at most. */
const settleEveryMs = 100;
const longestSettleEveryMs = 500;
const settleShare = 1 / 10;

/** Where a change may have brought something over the mentions, what covers them is asked this often, and for a fiftieth of the time at most. */
const lookEveryMs = 1_000;
const lookShare = 1 / 50;

/** A style sheet may move or cover a text without a word: this often it is looked after, which takes about a millisecond. */
const checkEveryMs = 2_000;

/** What is to be flashed comes into sight by then, in milliseconds, or not at all. */
const flashWithinMs = 3_000;

/** What moves without end, as a style sheet can make it, is asked for so often; then with the next check. */
const mostMoved = 20;

export interface Marks {
  /** Mentions were found or lost: tint them, measure them, draw their markers. */
  refresh(): void;
  /** Statuses changed: the same boxes, other pixels. */
  repaint(): void;
  /** The page changed, perhaps nothing that holds a mention. */
  changed(records: readonly MutationRecord[]): void;
  /** Forget these mentions at once, before the page's change is painted. */
  drop(gone: (mention: PageMention) => boolean): void;
  /** The mention whose visible text is at this point of the viewport, and where its line was measured. */
  at(x: number, y: number): Hit | null;
  /** Something does not stand where it was measured. */
  remeasure(): void;
  /** What was on the screen when the page was measured last. */
  seen(): readonly Seen[];
  /** Outlines it for a moment, once it is in sight. */
  flash(mention: PageMention): void;
}

/**
 * Paints what is near the viewport: one tint for every mention that is painted and a marker under each that can be seen.
 * While the page scrolls, and for a text while it moves, markers are out of sight and nothing can be hit. `onRest` is told
 * at each settling which blocks are near.
 */
export function startMarks(
  { scanner, statusOf, isPainted, settings }: FoundPage,
  onScroll: () => void,
  onRest: (near: readonly Block[]) => void,
  signal: AbortSignal,
): Marks {
  const tint = startNearTint(scanner, isPainted, settings, signal);
  const markers = startMarkers(signal);
  const near = startNearBlocks(() => settleSoon(), signal);
  const inSight = createSeenMentions(listenForScroll);
  const touched = createTouched();
  const busy = createBusy();
  let seen: readonly Seen[] = [];
  const places = createHitPlaces();
  let settled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let lastSettle = 0;
  let settleEvery = settleEveryMs;
  let settleTook = 0;
  /** Something else than a change of the page happened: it is asked of all that is in sight what covers it. */
  let unsure = true;
  let hasScrolled = false;
  /** When it was last asked. */
  let lastLook = 0;
  let lookEvery = lookEveryMs;
  let isLooking = false;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let checks = false;
  let nearNow: readonly Block[] = [];
  let movedInRow = 0;
  let isBusy = false;
  let calming: ReturnType<typeof setTimeout> | undefined;
  let flashing: { mention: PageMention; until: number } | null = null;
  let flashed: PageMention | null = null;
  /** Boxes inside the page that scroll, and since when they last did. */
  const moving = new Map<Element, number>();

  const scrollRoots = new WeakSet<Node>();
  listenForScroll(document);
  addEventListener('resize', scrolled, { signal, passive: true });
  for (const type of ['load', 'transitionend', 'animationend', 'toggle', 'fullscreenchange']) {
    document.addEventListener(type, ({ target }) => isOwn(target) || lookSoon(), {
      signal,
      capture: true,
      passive: true,
    });
  }
  const checking = setInterval(() => {
    checks = true;
    settleSoon();
  }, checkEveryMs);
  const resized = new ResizeObserver(settleSoon);
  resized.observe(document.documentElement);
  signal.addEventListener('abort', () => {
    cancel();
    clearTimeout(looking);
    clearTimeout(calming);
    clearInterval(checking);
    resized.disconnect();
  });

  return {
    refresh() {
      near.follow(scanner.held.takeChanged(), (block) => scanner.held.blocks.has(block));
      settleSoon();
    },
    repaint: () => place(markers.placeAgain),
    changed(records) {
      touched.note(records);
      busy.changed();
      settleSoon();
    },
    drop(gone) {
      tint.drop(gone);
      drop(gone);
    },
    seen: () => seen,
    flash(mention) {
      flashing = { mention, until: performance.now() + flashWithinMs };
      settleSoon();
    },
    remeasure: lookSoon,
    at: (x, y) => (settled ? places.at(x, y) : null),
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
    unsure = true;
    hasScrolled = true;
    onScroll();
    markers.fade();
    cancel();
    timer = setTimeout(settle, restMs);
  }

  /** A box that scrolls, perhaps for ever like a price tape, takes away only what stands in it. */
  function scrolledInside(scroller: Element): void {
    const isInside = (block: Block) => contains(scroller, elementOf(block));
    if (!near.near().some(isInside)) return;
    moving.set(scroller, performance.now());
    drop(({ block }) => isInside(block));
    settleSoon();
  }

  function isMoving(block: Block): boolean {
    return moving.size > 0 && [...moving.keys()].some((scroller) => contains(scroller, elementOf(block)));
  }

  function cancel(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = undefined;
  }

  function lookSoon(): void {
    unsure = true;
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
    nearNow = near.near();
    isBusy = busy.atSettling();
    clearTimeout(calming);
    if (isBusy) calming = setTimeout(settleSoon, calmMs);
    const isWithin = touched.within();
    const wasSure = !unsure;
    if (checks && inSight.isOneOtherwise()) unsure = true;
    checks = false;
    const anew = looksAnew();
    const moved = inSight.look({
      blocks: nearNow,
      heldBy: (block) => scanner.held.blocks.get(block) ?? [],
      isTouched: (block) => isWithin(elementOf(block)),
      isMoving,
      anew,
      evenMoved: anew && !wasSure,
    });
    touched.forget();
    settleTook = 0;
    isLooking = anew;
    // What is near is tinted before all of it is measured.
    if (!measureOn(lastSettle)) tint.show(seen, nearNow, isBusy);
    onRest(nearNow);
    movedInRow = moved ? movedInRow + 1 : 0;
    if ((moved && movedInRow < mostMoved) || moving.size > 0) settleSoon();
  }

  /** Measures as much as there is time for in one frame; the rest comes with the next ones. Answers whether that was all. */
  function measureOn(begun = performance.now()): boolean {
    if (signal.aborted) return true;
    // Nothing is drawn in between: each frame in which something is costs the page its own painting.
    const isWhole = !inSight.goOn(begun);
    if (isWhole) {
      settled = true;
      showSeen();
      tint.show(seen, nearNow, isBusy);
    } else frame = requestAnimationFrame(() => measureOn());
    settleTook += performance.now() - begun;
    settleEvery = Math.min(longestSettleEveryMs, Math.max(settleEveryMs, settleTook / settleShare));
    if (isLooking) lookEvery = Math.max(lookEveryMs, settleTook / lookShare);
    if (isWhole && unsure) settleSoon();
    return isWhole;
  }

  /** Whether it is asked anew of all in sight what covers it. */
  function looksAnew(): boolean {
    const mayCover = touched.mayCover();
    // What is being measured is not begun anew but after a scroll: what makes it unsure may come without end.
    if (inSight.isWaiting() && !hasScrolled) {
      unsure ||= mayCover;
      return false;
    }
    if (!unsure && !mayCover) return false;
    if (!unsure && lastSettle - lastLook < lookEvery) {
      looking ??= setTimeout(lookLast, lookEvery);
      return false;
    }
    unsure = false;
    hasScrolled = false;
    lastLook = lastSettle;
    return true;
  }

  /** After the last of many changes, what covers the mentions is asked once more. */
  function lookLast(): void {
    looking = undefined;
    lookSoon();
  }

  function drop(gone: (mention: PageMention) => boolean): void {
    if (flashed && gone(flashed)) markers.flash(null);
    if (inSight.drop(gone)) showSeen(markers.placeAgain);
  }

  function showSeen(draw = markers.place): void {
    seen = inSight.all();
    places.put(seen);
    place(draw);
    if (flashing && performance.now() > flashing.until) flashing = null;
    const at = flashing && seen.find(({ mention }) => mention === flashing?.mention);
    if (!at) return;
    flashed = at.mention;
    flashing = null;
    // The same for known and unknown.
    markers.flash(at.boxes[0] ?? null);
  }

  function place(draw: (drawn: Marker[] | null) => void): void {
    if (!settled) return;
    const painted = seen.filter(({ mention }) => isPainted(mention));
    const marked = painted.flatMap(({ mention, parts }) =>
      parts.map((box) => ({ box, status: statusOf(mention) })),
    );
    draw(settings().markers ? marked : null);
  }
}
