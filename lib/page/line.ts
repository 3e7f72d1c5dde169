import type { Box } from './measure.ts';

/** The box with the top and bottom of those that share more than half of its height. */
export function asHighAs(box: Box, others: Iterable<Box>): Box {
  let { top, bottom } = box;
  for (const other of others) {
    const shared = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    if (shared * 2 <= Math.min(box.bottom - box.top, other.bottom - other.top)) continue;
    top = Math.min(top, other.top);
    bottom = Math.max(bottom, other.bottom);
  }
  return { ...box, top, bottom };
}
