import type { Box } from './measure.ts';

/** Constant whatever the card shows: a page can measure the frame's size, and it must tell nothing. CSS px. */
const cardSize = { width: 360, height: 352 };

/** Between the mention's line and the card. */
const gap = 8;
/** A card that is lower than this shows too little. */
const leastHeight = 200;
/** Kept free at the viewport's edges. */
const margin = 8;

/** Where the card goes and how large it is, in viewport coordinates. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Where the card goes: below the line of the mention, above it where there is no room (or first, where `prefer` says so), lower
 * than usual where neither side has room for all of it, beside the mention in a viewport too low even for that. Never over
 * the line being read unless the viewport is too small for anything else (at 400 % zoom).
 */
export function placeCard(
  line: Box,
  viewport: { width: number; height: number },
  prefer: 'below' | 'above',
): Place {
  const width = Math.min(cardSize.width, viewport.width - 2 * margin);
  const height = Math.min(cardSize.height, viewport.height - 2 * margin);
  const lowest = Math.max(margin, viewport.height - height - margin);
  const rightmost = Math.max(margin, viewport.width - width - margin);
  const left = clamp(line.left, margin, rightmost);

  const below = line.bottom + gap;
  const above = line.top - gap - height;
  const fits = { below: below <= lowest, above: above >= margin };
  const other = prefer === 'below' ? 'above' : 'below';
  if (fits[prefer] || fits[other]) {
    const side = fits[prefer] ? prefer : other;
    return { left, top: side === 'below' ? below : above, width, height };
  }

  const room = {
    below: viewport.height - margin - below,
    above: line.top - gap - margin,
  };
  const wider = room[prefer] >= room[other] ? prefer : other;
  if (room[wider] >= Math.min(leastHeight, height))
    return { left, top: wider === 'below' ? below : margin, width, height: room[wider] };

  const top = clamp(line.top, margin, lowest);
  if (line.right + gap <= rightmost) return { left: line.right + gap, top, width, height };
  if (line.left - gap - width >= margin) return { left: line.left - gap - width, top, width, height };
  const roomBelow = viewport.height - line.bottom;
  return { left, top: roomBelow >= line.top ? lowest : margin, width, height };
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
