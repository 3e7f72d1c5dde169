import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../../lib/extension/at-most-every.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

it('does the first at once, what is asked meanwhile once at the end of the time, and then again at once', () => {
  const done: number[] = [];
  const { ask } = atMostEvery(100, () => done.push(performance.now()));
  const begun = performance.now();
  ask();
  for (let at = 0; at < 9; at += 1) {
    vi.advanceTimersByTime(10);
    ask();
  }
  vi.advanceTimersByTime(500);
  ask();
  expect(done.map((at) => at - begun)).toEqual([0, 100, 590]);
});

it('keeps to the time while it is asked without end', () => {
  let done = 0;
  const { ask } = atMostEvery(100, () => (done += 1));
  for (let at = 0; at < 1_000; at += 1) {
    ask();
    vi.advanceTimersByTime(1);
  }
  expect(done, 'at 0, 100 … 1,000').toBe(11);
});

it('what was asked for is not done after it was stopped, and may be asked for anew', () => {
  let done = 0;
  const { ask, stop } = atMostEvery(100, () => (done += 1));
  ask();
  ask();
  stop();
  vi.advanceTimersByTime(500);
  expect(done).toBe(1);
  ask();
  expect(done).toBe(2);
});
