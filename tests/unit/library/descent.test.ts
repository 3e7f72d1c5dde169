import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Age, descends } from '../../../lib/library/descent.ts';
import { Operations, remembered } from '../../../lib/library/operations.ts';
import { keep, MemoryStore, note } from './memory-store.ts';
import { act, storeAfter } from './random-commands.ts';

const ageOf = (store: MemoryStore): Age => {
  const { manifest, ops } = store.get(['manifest', 'ops']);
  const generation: unknown = Reflect.get(Object(manifest), 'generation');
  return {
    generation: typeof generation === 'number' ? generation : 0,
    operations: Operations.parse(ops ?? []),
  };
};

const aged = (generation: number, ...ops: string[]): Age => ({
  generation,
  operations: ops.map((op) => ({ op, answer: { id: null, skipped: 0 }, importedAt: null })),
});

describe('whether one copy came of the other', () => {
  it.each<[string, Age, Age, boolean]>([
    ['the same', aged(2, 'a', 'b'), aged(2, 'a', 'b'), true],
    ['gone on', aged(3, 'a', 'b', 'c'), aged(2, 'a', 'b'), true],
    ['the other is further', aged(2, 'a', 'b'), aged(3, 'a', 'b', 'c'), false],
    ['as many, others', aged(2, 'a', 'x'), aged(2, 'a', 'b'), false],
    ['more, without its last', aged(4, 'a', 'x', 'y', 'z'), aged(2, 'a', 'b'), false],
    ['longer ago than is remembered', aged(2 + remembered, 'x', 'y'), aged(2, 'a', 'b'), true],
    ['its operations can not be read', aged(3, 'x'), { generation: 2, operations: null }, true],
    ['its own can not be read', { generation: 3, operations: null }, aged(2, 'a', 'b'), true],
    ['a new library', aged(1, 'a'), aged(0), true],
  ])('%s', (_, later, earlier, expected) => {
    expect(descends(later, earlier)).toBe(expected);
  });

  it('any library came of each of its earlier states', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 2, maxLength: 40 }), fc.nat(39), (acts, until) => {
        expect(descends(ageOf(storeAfter(acts)), ageOf(storeAfter(acts.slice(0, until % acts.length))))).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('also where more was done than is remembered', () => {
    const store = new MemoryStore();
    const project = store.must(keep('OpenGradient', '$OPG'));
    const early = ageOf(store);
    for (let i = 0; i < remembered + 5; i += 1) {
      store.must(note(project, `note ${i}`));
      expect(descends(ageOf(store), early)).toBe(true);
    }
  });
});
