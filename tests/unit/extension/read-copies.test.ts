import '../state/browser.ts';
import { describe, expect, test } from 'vitest';
import { readPossible } from '../../../lib/extension/read-copies.ts';
import type { Reading } from '../../../lib/extension/storage.ts';

const keys = Array.from({ length: 1_000 }, (_, at) => `note:${at}`);

/** A store of these keys; `answer` says what becomes of a read, if it is not well. */
function reader(answer: (asked: string[], time: number) => Reading | null) {
  let times = 0;
  const read = async (asked: string[]): Promise<Reading> => {
    times += 1;
    return answer(asked, times) ?? Object.fromEntries(asked.map((key) => [key, key]));
  };
  return { read, times: () => times };
}

describe('what can be read of many keys', () => {
  test('is all but what is refused alone', async () => {
    const bad = ['note:3', 'note:700'];
    const { read } = reader((asked) => (asked.some((key) => bad.includes(key)) ? 'refused' : null));
    const found = await readPossible(read, keys);
    expect(found).toMatchObject({ unreadable: bad, late: false });
    expect(Object.keys(found.records)).toHaveLength(998);
  });

  test('is all where one answer was late once', async () => {
    const { read } = reader((_, time) => (time === 2 ? 'late' : null));
    const found = await readPossible(read, keys);
    expect(found).toMatchObject({ unreadable: [], late: false });
    expect(Object.keys(found.records)).toHaveLength(1_000);
  });

  test('is never called unreadable because the browser hangs, and that is not waited for key by key', async () => {
    const { read, times } = reader((asked) => (asked.includes('note:300') ? 'late' : null));
    const found = await readPossible(read, keys);
    expect(found).toMatchObject({ unreadable: [], late: true });
    expect(found.records).not.toHaveProperty('note:300');
    expect(times()).toBe(5);
  });

  test('is nothing of a store that does not answer at all, after two tries', async () => {
    const { read, times } = reader(() => 'late');
    expect(await readPossible(read, keys)).toEqual({ records: {}, unreadable: [], late: true });
    expect(times()).toBe(2);
  });
});
