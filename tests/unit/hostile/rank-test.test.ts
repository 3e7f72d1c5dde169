import { describe, expect, test } from 'vitest';
import { rankTest } from '../../hostile/rank-test.ts';

/** Ozone in New York in May and August 1973, an example that comes with R; full of ties. */
const may = [
  41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37,
];
const august = [
  39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85,
];

describe('rank test', () => {
  test('as SciPy says of its own example (mannwhitneyu, asymptotic)', () => {
    expect(rankTest([19, 22, 16, 29, 24], [20, 11, 17, 12])).toBeCloseTo(0.11134688653314041, 6);
  });

  test('as R says of its own example, with ties (wilcox.test)', () => {
    expect(rankTest(may, august)).toBeCloseTo(0.0001208, 7);
  });

  test('the same either way round', () => {
    expect(rankTest(august, may)).toBe(rankTest(may, august));
  });

  test('1 for what is the same', () => {
    expect(rankTest(may, may)).toBe(1);
    expect(rankTest([5, 5, 5], [5, 5, 5])).toBe(1);
  });

  test('next to 0 for what lies apart', () => {
    const low = Array.from({ length: 200 }, (_, i) => i);
    expect(
      rankTest(
        low,
        low.map((value) => value + 100),
      ),
    ).toBeLessThan(1e-15);
  });

  test('fair samples fall below 0.01 about once in a hundred', () => {
    // A generator with a fixed seed (mulberry32), so that the test says the same every time.
    let seed = 7;
    const random = () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    // Whole numbers, so that there are ties.
    const sample = () => Array.from({ length: 200 }, () => Math.floor(random() * 40));
    const low = Array.from({ length: 2_000 }, () => rankTest(sample(), sample())).filter((p) => p < 0.01);
    expect(low.length).toBeGreaterThan(8);
    expect(low.length).toBeLessThan(35);
  });
});
