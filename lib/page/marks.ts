import type { AliasStatus } from '../library/alias-status.ts';
import { startMarkers } from './markers.ts';
import { type Box, boxesOf, visibleParts } from './measure.ts';
import { startNearBlocks } from './near-blocks.ts';
import { isStanding, type PageMention } from './page-mention.ts';
import type { Scanner } from './scanner.ts';
import { startTint } from './tint.ts';

/** Scrolling rests when nothing scrolled for this long. */
const restMs = 120;
/** Under constant change, markers are placed again at most this often. */
const settleEveryMs = 100;

export interface Marks {
  /** Mentions were found or lost: tint them, measure them, draw their markers. */
  refresh(): void;
  /** Statuses changed: the same boxes, other pixels. */
  repaint(): void;
  /** Forget these mentions at once, before the page's change is painted. */
  drop(gone: (mention: PageMention) => boolean): void;
  /** The mention whose visible text is at this point of the viewport. Null while nothing is measured. */
  at(x: number, y: number): PageMention | null;
  /** Whether the mention was on the screen when the page was measured last. */
  isSeen(mention: PageMention): boolean;
  /** False while the page scrolls, until it was measured at rest. */
  isSettled(): boolean;
}

/**
 * Paints what is near the viewport: one tint for every strong mention and a marker under each that can be seen.
 * Boxes are measured only when the page rests; until then they are out of sight and nothing can be hit.
 */
export function startMarks(
  scanner: Scanner,
  statusOf: (key: string) => AliasStatus | undefined,
  { onScroll, onSettled }: { onScroll(): void; onSettled(): void },
  signal: AbortSignal,
): Marks {
  const tint = startTint(signal);
  const markers = startMarkers(signal);
  const near = startNearBlocks(() => settleSoon(), signal);
  let seen: { mention: PageMention; parts: Box[] }[] = [];
  let tinted: PageMention[] = [];
  let settled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSettle = 0;

  const scrollRoots = new WeakSet<Node>();
  listenForScroll(document);
  addEventListener('resize', scrolled, { signal, passive: true });
  for (const type of ['load', 'transitionend', 'animationend', 'toggle', 'fullscreenchange']) {
    document.addEventListener(type, () => settleSoon(), { signal, capture: true, passive: true });
  }
  const resized = new ResizeObserver(() => settleSoon());
  resized.observe(document.documentElement);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    resized.disconnect();
  });

  return {
    refresh() {
      near.follow([...scanner.blocks()].map(([block]) => block));
      settleSoon();
    },
    repaint: place,
    drop(gone) {
      for (const mention of tinted) if (gone(mention)) tint.drop(mention.range);
      const kept = seen.filter(({ mention }) => !gone(mention));
      if (kept.length === seen.length) return;
      seen = kept;
      place();
    },
    isSeen: (wanted) => seen.some(({ mention }) => mention === wanted),
    isSettled: () => settled,
    at(x, y) {
      if (!settled) return null;
      return seen.find(({ parts }) => parts.some((box) => holds(box, x, y)))?.mention ?? null;
    },
  };

  /** Scroll events stay inside their shadow tree, so each is listened to. */
  function listenForScroll(root: Node): void {
    if (scrollRoots.has(root)) return;
    scrollRoots.add(root);
    root.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
  }

  function scrolled(): void {
    settled = false;
    onScroll();
    markers.fade();
    clearTimeout(timer);
    timer = setTimeout(settle, restMs);
  }

  function settleSoon(): void {
    if (signal.aborted) return;
    if (!settled && timer !== undefined) return;
    clearTimeout(timer);
    timer = setTimeout(
      () => requestAnimationFrame(settle),
      Math.max(0, lastSettle + settleEveryMs - performance.now()),
    );
  }

  function settle(): void {
    timer = undefined;
    if (signal.aborted) return;
    lastSettle = performance.now();
    const found = new Map(scanner.blocks());
    const mentions = near.near().flatMap((block) => found.get(block) ?? []);
    seen = [];
    for (const mention of mentions) {
      if (!isStanding(mention)) continue;
      const parts = visibleParts(mention, boxesOf(mention));
      if (parts.length > 0) seen.push({ mention, parts });
      listenForScroll(mention.range.startContainer.getRootNode());
    }
    settled = true;
    showTint(mentions);
    place();
    onSettled();
  }

  /** Those in sight first, in case there are more than may be registered. */
  function showTint(mentions: readonly PageMention[]): void {
    const inSight = seen.map(({ mention }) => mention);
    tinted = [...new Set([...inSight, ...mentions])].filter(({ strength }) => strength === 'strong');
    tint.show(tinted.map(({ range }) => range));
  }

  function place(): void {
    if (!settled) return;
    markers.place(
      seen
        .filter(({ mention }) => mention.strength === 'strong')
        .flatMap(({ mention, parts }) => parts.map((box) => ({ box, status: statusOf(mention.key) }))),
    );
  }
}

export const holds = ({ left, top, right, bottom }: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
