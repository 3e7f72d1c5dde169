import type { Box } from './measure.ts';

/** How far a box is from the middle of another; to the side only if some of it is outside. CSS px. */
export function wayToMiddle(box: Box | undefined, view: Box): { left: number; top: number } {
  if (!box) return { left: 0, top: 0 };
  const isInside = box.left >= view.left && box.right <= view.right;
  const left = isInside ? 0 : (box.left + box.right - view.left - view.right) / 2;
  return { left, top: (box.top + box.bottom - view.top - view.bottom) / 2 };
}
