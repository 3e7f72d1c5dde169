import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAround } from '../../../lib/extension/read-around.ts';

const { get } = fakeBrowser.storage.local;
const keys = ['note:bad', 'note:good'];

/** Makes the browser take so long for each read, and refuse those with the bad note; `Infinity`: it never answers them. */
function breakReads(refusesAfterMs: number): { asked: string[][] } {
  const asked: string[][] = [];
  const broken = async (some: string[]) => {
    asked.push(some);
    if (!some.includes('note:bad')) return get(some);
    await new Promise((resolve) => {
      if (Number.isFinite(refusesAfterMs)) setTimeout(resolve, refusesAfterMs);
    });
    throw new Error('A block is damaged');
  };
  Object.assign(fakeBrowser.storage.local, { get: broken });
  return { asked };
}

beforeEach(async () => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ 'note:good': { body: 'Still here' } });
});
afterEach(() => {
  Object.assign(fakeBrowser.storage.local, { get });
  vi.useRealTimers();
});

describe('one record that the browser refuses', () => {
  test.each([
    ['quickly', 1],
    ['slowly, as a busy machine does', 1_500],
  ])('takes no other along: %s', async (_, refusesAfterMs) => {
    breakReads(refusesAfterMs);
    const reading = readAround(keys);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await reading).toEqual({
      ok: true,
      value: { 'note:bad': null, 'note:good': { body: 'Still here' } },
    });
  });
});

test('a store that refuses everything, slowly, is not asked record by record for hours', async () => {
  const asked: string[][] = [];
  const all = Array.from({ length: 10_000 }, (_, at) => `note:${at}`);
  Object.assign(fakeBrowser.storage.local, {
    get: async (some: string[]) => {
      asked.push(some);
      await new Promise((resolve) => setTimeout(resolve, 500));
      throw new Error('The disk is gone');
    },
  });
  const reading = readAround(all);
  await vi.advanceTimersByTimeAsync(400_000);
  expect(await reading).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(asked.length).toBeLessThan(700);
});

test('a browser that hangs is asked twice, and not for each record', async () => {
  const { asked } = breakReads(Number.POSITIVE_INFINITY);
  const reading = readAround(keys);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await reading).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(asked).toEqual([keys, keys]);
});
