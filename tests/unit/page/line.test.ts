import { describe, expect, it } from 'vitest';
import { asHighAs } from '../../../lib/page/line.ts';

const box = (left: number, top: number, height: number, width = 60) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the line that a mention stands on', () => {
  const own = box(100, 100, 20);
  it.each([
    { why: 'alone', others: [], high: [100, 120] },
    { why: 'words of its size beside it', others: [box(20, 100, 20), box(170, 100, 20)], high: [100, 120] },
    { why: 'larger letters beside it', others: [box(20, 80, 50)], high: [80, 130] },
    { why: 'smaller letters beside it', others: [box(20, 108, 12)], high: [100, 120] },
    { why: 'the lines above and below', others: [box(0, 76, 20), box(0, 124, 20)], high: [100, 120] },
    {
      why: 'lines set so close that they touch',
      others: [box(0, 85, 20), box(0, 115, 20)],
      high: [100, 120],
    },
    { why: 'a raised figure', others: [box(165, 94, 14)], high: [94, 120] },
  ])('$why', ({ others, high: [top, bottom] }) =>
    expect(asHighAs(own, others)).toEqual({ ...own, top, bottom }),
  );
});
