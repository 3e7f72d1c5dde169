import { describe, expect, it } from 'vitest';
import { type BackupAbout, backupsGoing } from '../../../lib/library/snapshot.ts';

type Made = Pick<BackupAbout, 'kind' | 'at' | 'checksum'>;

const on = (kind: Made['kind'], day: number, hour = 10, holds = `${day} ${hour}`): Made => ({
  kind,
  at: `2026-03-${String(day).padStart(2, '0')}T${hour}:00:00.000Z`,
  checksum: holds,
});

/** What is left once these were made, one after another. */
const leftAfter = (made: readonly Made[]): Made[] =>
  made.reduce<Made[]>((all, next) => {
    const going = backupsGoing(all, next);
    return [...all.filter((one) => !going.includes(one)), next];
  }, []);

const days = (kind: Made['kind'], from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => on(kind, from + at));

describe('backups that are kept', () => {
  it.each([
    ['daily', 7],
    ['import', 3],
    ['undo', 3],
    ['update', 3],
  ] as const)('of the kind %s are %i, and the oldest go', (kind, most) => {
    expect(leftAfter(days(kind, 1, most))).toEqual(days(kind, 1, most));
    expect(leftAfter(days(kind, 1, most + 1))).toEqual(days(kind, 2, most + 1));
    expect(leftAfter(days(kind, 1, 20))).toEqual(days(kind, 21 - most, 20));
  });

  it('go only for one of their own kind', () => {
    const others = [...days('import', 1, 3), ...days('update', 1, 3)];
    expect(leftAfter([...others, ...days('daily', 4, 20)])).toEqual([...others, ...days('daily', 14, 20)]);
  });

  it('are the first and the last of a day, however many are made in it: one after a mistake costs no good one', () => {
    const many = [10, 11, 12, 13].map((hour) => on('daily', 2, hour));
    expect(leftAfter([on('daily', 1), ...many])).toEqual([on('daily', 1), many[0], many[3]]);
    expect(leftAfter([on('import', 2, 10), on('import', 2, 11)]), 'imports are all').toHaveLength(2);
  });

  it('are seven days, also where each has two', () => {
    const twice = Array.from({ length: 20 }, (_, at) => [on('daily', at + 1, 10), on('daily', at + 1, 18)]);
    expect(leftAfter(twice.flat())).toEqual(twice.slice(-7).flat());
  });

  it('are one of the same content, and the day’s first is not driven out by what is made after it', () => {
    const [good, bad] = ['good', 'bad'];
    expect(leftAfter([on('daily', 2, 10, good), on('daily', 2, 11, good)])).toEqual([
      on('daily', 2, 11, good),
    ]);
    const back = [on('daily', 2, 10, good), on('daily', 2, 11, bad), on('daily', 2, 12, good)];
    expect(leftAfter([...back, on('daily', 2, 13, bad)])).toEqual([back[0], on('daily', 2, 13, bad)]);
  });

  it('are not driven out by one that is made of the same again and again', () => {
    const same = Array.from({ length: 9 }, (_, at) => on('update', 5 + at, 10, 'the same'));
    expect(leftAfter([...days('update', 1, 2), ...same])).toEqual([...days('update', 1, 2), same.at(-1)]);
  });

  it('are those made last, also under a clock that went back', () => {
    const ahead = days('daily', 20, 26);
    expect(leftAfter([...ahead, on('daily', 1)])).toEqual([...ahead.slice(1), on('daily', 1)]);
  });
});
