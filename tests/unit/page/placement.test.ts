import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../lib/page/placement.ts';

const line = (left: number, top: number, width = 60, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('placement of the card', () => {
  const wide = { width: 1280, height: 900 };
  it.each([
    { why: 'below the line', at: line(100, 100), view: wide, place: { left: 100, top: 128 } },
    {
      why: 'above when there is no room below',
      at: line(100, 700),
      view: wide,
      place: { left: 100, top: 340 },
    },
    {
      why: 'kept inside at the right edge',
      at: line(1_200, 100),
      view: wide,
      place: { left: 912, top: 128 },
    },
    { why: 'kept inside at the left edge', at: line(-20, 100), view: wide, place: { left: 8, top: 128 } },
    {
      why: 'lower than usual where neither side has room for all of it: the side with more',
      at: line(100, 280),
      view: { width: 1280, height: 600 },
      place: { left: 100, top: 308, height: 284 },
    },
    {
      why: 'the same above',
      at: line(100, 320),
      view: { width: 1280, height: 600 },
      place: { left: 100, top: 8, height: 304 },
    },
    {
      why: 'a line of large letters is kept free as a whole',
      at: line(100, 300, 60, 100),
      view: { width: 1280, height: 700 },
      place: { left: 100, top: 408, height: 284 },
    },
    {
      why: 'a small window: the side with more room',
      at: line(10, 100),
      view: { width: 380, height: 400 },
      place: { left: 10, top: 128, height: 264 },
    },
    {
      why: 'beside the line where both sides are too low',
      at: line(100, 190),
      view: { width: 1280, height: 400 },
      place: { left: 168, top: 40, height: 352 },
    },
    {
      why: 'to the left when there is no room to the right either',
      at: line(1_000, 190),
      view: { width: 1280, height: 400 },
      place: { left: 632, top: 40 },
    },
    {
      why: 'at 400 % zoom: inside, over whatever there is',
      at: line(10, 100),
      view: { width: 320, height: 256 },
      place: { left: 8, top: 8, height: 240 },
    },
  ])('$why', ({ at, view, place }) => expect(placeCard(at, view, 'below')).toMatchObject(place));

  it('goes above first where the site has hover cards of its own below', () => {
    expect(placeCard(line(100, 500), wide, 'above').top).toBe(500 - 8 - 352);
  });

  it.each([
    { why: 'the same size in every viewport that has room', view: wide, size: { width: 360, height: 352 } },
    { why: 'at 400 % zoom', view: { width: 320, height: 200 }, size: { width: 304, height: 184 } },
  ])('has its size by the viewport alone: $why', ({ view, size }) =>
    expect(placeCard(line(100, 100), view, 'below')).toMatchObject(size),
  );

  it('is as usual above where only that side has room for all of it, whatever is preferred', () => {
    expect(placeCard(line(100, 700), wide, 'above')).toMatchObject({ top: 340, height: 352 });
    expect(placeCard(line(100, 100), wide, 'above')).toMatchObject({ top: 128, height: 352 });
  });

  it('lies inside every viewport that can hold it, and never on the line if there is room elsewhere', () => {
    const views = fc.record({
      width: fc.integer({ min: 400, max: 3_000 }),
      height: fc.integer({ min: 480, max: 2_000 }),
    });
    fc.assert(
      fc.property(
        views,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('below' as const, 'above' as const),
        (view, x, y, prefer) => {
          const at = line(x * (view.width - 60), y * (view.height - 20));
          const { left, top, width, height } = placeCard(at, view, prefer);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(view.width);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + height).toBeLessThanOrEqual(view.height);
          // One side always has 200 px and the gaps.
          expect(top >= at.bottom || top + height <= at.top).toBe(true);
          expect(height).toBeGreaterThanOrEqual(200);
        },
      ),
    );
  });
});
