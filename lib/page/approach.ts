import { type Box, holds } from './measure.ts';

export interface Point {
  x: number;
  y: number;
}

/** The pointer must move at least this far on a mention that it did not come to by itself, in CSS px. */
const minPath = 3;

/**
 * Tells a pointer that came to a mention from a mention that the page moved to the pointer, which opens nothing: the
 * mention has to stand where it stood when the page was measured, and the pointer comes from outside of it or goes on
 * moving on it. Asked once for each real movement that ends on a mention.
 */
export function createApproach(): {
  /** `measured` and `now`: where the mention stood at rest and where it stands. Keys tell mentions apart. */
  isOwn(key: string, measured: Box, now: Box, from: Point | null, to: Point): boolean;
} {
  let ground: { key: string; box: Box; path: number } | null = null;
  return {
    isOwn(key, measured, now, from, to) {
      if (ground?.key === key && isSame(ground.box, now)) {
        ground.path += from ? Math.hypot(to.x - from.x, to.y - from.y) : 0;
      } else {
        const entered = from !== null && !holds(now, from.x, from.y);
        ground = { key, box: now, path: entered && isSame(measured, now) ? minPath : 0 };
      }
      return ground.path >= minPath;
    },
  };
}

const isSame = (a: Box, b: Box): boolean =>
  Math.abs(a.left - b.left) < 1 && Math.abs(a.bottom - b.bottom) < 1;
