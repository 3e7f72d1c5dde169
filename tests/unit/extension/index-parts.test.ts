import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { joinIndex, partKeys } from '../../../lib/extension/index-parts.ts';
import { splitIndex } from '../../../lib/extension/split-index.ts';

const indexOf = (count: number, changed?: number) => ({
  projects: Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`project-${at}`, { name: at === changed ? 'New' : `${at}` }]),
  ),
  recent: ['note-1'],
  trash: {},
});

const joined = (stored: Record<string, unknown>) => joinIndex((key) => stored[key]);

/** Under which keys two indexes lie differently. */
function different(one: unknown, other: unknown): string[] {
  const [before, after] = [splitIndex(one), splitIndex(other)];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

describe('an index', () => {
  test.each([
    [0, 1],
    [1_000, 1],
    [1_001, 9],
    [1_200, 8],
    [2_500, 9],
    [10_000, 9],
  ])('of %i projects lies in %i records', (count, records) => {
    expect(Object.keys(splitIndex(indexOf(count)))).toHaveLength(records);
  });

  it('of any size is the same when it is put together, its projects in their order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), (count) => {
        const index = indexOf(count);
        const stored = splitIndex(index);
        expect(Object.keys(stored).length).toBeLessThanOrEqual(1 + partKeys.length);
        expect(JSON.stringify(joined(stored))).toBe(JSON.stringify(index));
      }),
      { numRuns: 30 },
    );
  });

  it('that changes in one project changes in one part', () => {
    expect(different(indexOf(2_500), indexOf(2_500, 700))).toEqual(['index:2']);
    expect(different(indexOf(2_500), indexOf(2_501))).toEqual(['index:7']);
    expect(different(indexOf(2_500), { ...indexOf(2_500), recent: ['note-2'] })).toEqual(['index']);
  });

  it('of which a part is missing or none is no index', () => {
    const stored = splitIndex(indexOf(2_500));
    for (const part of [undefined, null, 'json:{', []])
      expect(joined({ ...stored, 'index:3': part })).not.toHaveProperty('projects');
    for (const parts of [-1, 9, 1.5, 1e9])
      expect(joined({ ...stored, index: { recent: [], parts } })).not.toHaveProperty('projects');
  });

  test.each([[undefined], [null], ['half'], [[]], [{}], [{ projects: [] }]])(
    'that is none (%j) stays what it is',
    (index) => {
      expect(joined(splitIndex(index))).toEqual(index);
    },
  );
});
