import { expect, test } from 'vitest';
import { createWatchdog } from '../../../lib/page/watchdog.ts';

/** Scans for `tookMs` each time, `everyMs` after the last or after the rest that was asked for; answers the rests. */
function rests(tookMs: number, everyMs: number, times: number) {
  let time = 0;
  const watchdog = createWatchdog(() => time);
  const asked = Array.from({ length: times }, () => {
    time += everyMs;
    const rest = watchdog.restAfter(tookMs);
    time += rest;
    return rest;
  });
  return { asked, time, watchdog, pass: (ms: number) => (time += ms) };
}

test('a page that changes now and then is read at once', () => {
  expect(new Set(rests(2, 100, 1_000).asked)).toEqual(new Set([0]));
});

test('a burst is read at once', () => {
  expect(new Set(rests(10, 10, 9).asked)).toEqual(new Set([0]));
});

test.each([
  ['at every frame', 8, 16],
  ['all the time', 50, 0],
])(
  'a page that changes %s takes a thirtieth of the time at most, and is read every two seconds at least',
  (_, tookMs, everyMs) => {
    const { asked, time, watchdog } = rests(tookMs, everyMs, 500);
    expect(watchdog.isBackingOff()).toBe(true);
    expect((500 * tookMs) / time).toBeLessThan(0.04);
    expect(Math.max(...asked)).toBeGreaterThan(0);
    expect(Math.max(...asked)).toBeLessThanOrEqual(2_000);
  },
);

test('however much it cost, a page that came to rest is said to after a few seconds', () => {
  const { watchdog, pass } = rests(500, 0, 100);
  pass(5_000);
  expect(watchdog.restAfter(0)).toBe(0);
  expect(watchdog.isBackingOff()).toBe(false);
});

test('a page that came to rest is read at once again', () => {
  const { watchdog, pass } = rests(50, 0, 100);
  pass(5_000);
  expect(watchdog.restAfter(2)).toBe(0);
  expect(watchdog.isBackingOff()).toBe(false);
});
