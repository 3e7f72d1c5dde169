import { expect, it } from 'vitest';
import { wayToMiddle } from '../../../lib/page/way-to-middle.ts';

const view = { left: 0, top: 0, right: 800, bottom: 600 };
const box = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 20 });

it.each([
  { why: 'in the middle already', at: box(100, 290), way: { left: 0, top: 0 } },
  { why: 'below', at: box(100, 990), way: { left: 0, top: 700 } },
  { why: 'above', at: box(100, -410), way: { left: 0, top: -700 } },
  { why: 'outside to the side', at: box(1_000, 290), way: { left: 630, top: 0 } },
  { why: 'gone', at: undefined, way: { left: 0, top: 0 } },
])('the way to the middle: $why', ({ at, way }) => expect(wayToMiddle(at, view)).toEqual(way));
