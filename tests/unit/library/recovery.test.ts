import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameContent } from '../../../lib/library/digest.ts';
import { isRecordKey, noteKey, projectKey } from '../../../lib/library/keys.ts';
import { parseNote, parseProject, type Records } from '../../../lib/library/parse.ts';
import { planRecovery } from '../../../lib/library/recovery-plan.ts';
import { expectedOf } from '../../../lib/library/repair.ts';
import { keep, MemoryStore, note } from './memory-store.ts';
import { act, importInto, storeAfter } from './random-commands.ts';
import { all, copy, expectWhole, now, plan, repaired } from './recovered.ts';

const isReadable = (records: Records, key: string): boolean => {
  const id = key.slice(key.indexOf(':') + 1);
  return (key.startsWith('note:') ? parseNote(records, id) : parseProject(records, id)).ok;
};

const acts = fc.array(act, { minLength: 1, maxLength: 25 });

/** What damage does to one record. */
const harm = fc.oneof(
  fc.constant({ type: 'gone' as const }),
  fc.jsonValue({ maxDepth: 2 }).map((record) => ({ type: 'wrong' as const, record })),
);
const harms = fc.array(fc.record({ pick: fc.nat(10_000), harm, both: fc.boolean() }), { maxLength: 12 });

describe('a library without damage', () => {
  it('needs no repair, whatever was done in it', () => {
    fc.assert(
      fc.property(acts, acts, (before, elsewhere) => {
        const store = storeAfter(before);
        importInto(store, storeAfter(elsewhere).exported());
        if (store.stored.size === 0) return;
        expectWhole(all(store));
        expect(plan(all(store), all(store))).toMatchObject({ set: {}, remove: [], lost: [], aside: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('comes back entirely from either copy alone', () => {
    fc.assert(
      fc.property(acts, (before) => {
        const records = all(storeAfter(before));
        if (Object.keys(records).length === 0) return;
        const recovered = repaired({}, plan({}, records));
        expectWhole(recovered);
        for (const [key, record] of Object.entries(records))
          if (!['manifest', 'index'].includes(key)) expect(recovered[key], key).toEqual(record);
        expect(plan(records, {}).set).toEqual({});
      }),
      { numRuns: 100 },
    );
  });
});

describe('after any damage', () => {
  it('every record that one copy can read is there, the others are put aside, and the store is whole', () => {
    fc.assert(
      fc.property(acts, harms, (before, damage) => {
        const records = all(storeAfter(before));
        const keys = Object.keys(records).sort();
        if (keys.length === 0) return;
        const [store, mirror]: [Record<string, unknown>, Record<string, unknown>] = [
          { ...records },
          { ...records },
        ];
        for (const { pick, harm, both } of damage) {
          const key = keys[pick % keys.length]!;
          for (const one of both ? [store, mirror] : [store]) {
            if (harm.type === 'gone') delete one[key];
            else one[key] = harm.record;
          }
        }
        const outcome = plan(store, mirror);
        const after = repaired(store, outcome);
        expectWhole(after);
        for (const key of keys.filter(isRecordKey)) {
          if (isReadable(store, key) || isReadable(mirror, key))
            expect(isReadable(after, key), key).toBe(true);
          // Nothing that was found is deleted: it is in the library or aside.
          for (const from of [store, mirror])
            if (key in from && !sameContent(from[key], after[key]) && !isReadable(from, key))
              expect(
                outcome.aside.some(({ was, value }) => was === key && sameContent(value, from[key])),
                key,
              ).toBe(true);
        }
        // Worked out again it is the same, and once done there is nothing left to do.
        expect(expectedOf(plan(store, mirror))).toBe(expectedOf(outcome));
        expect(plan(after, after)).toMatchObject({ set: {}, remove: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('keys that the browser refuses get another place, and the store is whole without them', () => {
    fc.assert(
      fc.property(acts, fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 }), (before, picks) => {
        const records = all(storeAfter(before));
        const keys = Object.keys(records).filter(isRecordKey);
        if (keys.length === 0) return;
        const refused = [...new Set(picks.map((pick) => keys[pick % keys.length]!))];
        const outcome = plan(records, records, refused);
        expect(Object.keys(outcome.set).filter((key) => refused.includes(key))).toEqual([]);
        expect(outcome).toMatchObject({ lost: [], blocked: [] });
        expect(outcome.moved).toHaveLength(refused.length);
        const after = repaired(copy(records, refused).records, outcome);
        expectWhole(after);
        const bodies = (of: Records) =>
          Object.entries(of).flatMap(([key, record]) =>
            key.startsWith('note:') ? Reflect.get(Object(record), 'body') : [],
          );
        expect(bodies(after).toSorted()).toEqual(bodies(records).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});

describe('of two records', () => {
  const fresh = () => {
    const store = new MemoryStore();
    const project = store.must(keep('OpenGradient', '$OPG'));
    const first = store.must(note(project, 'first'));
    return { store, project, first };
  };

  it('the newer one is taken, wherever it is', () => {
    const { store, first } = fresh();
    const old = all(store);
    store.must({ type: 'edit-note', id: first, kind: { type: 'note' }, body: 'second' });
    const young = all(store);
    for (const outcome of [
      repaired(old, plan(old, young)),
      repaired({ ...young, index: 7 }, plan({ ...young, index: 7 }, old)),
    ])
      expect(outcome[noteKey(first)]).toMatchObject({ body: 'second' });
  });

  it('what was removed on purpose does not come back, and is kept aside', () => {
    const { store, project, first } = fresh();
    const before = all(store);
    const op = importInto(store, otherLibrary());
    const imported = Object.keys(all(store)).filter((key) => isRecordKey(key) && !(key in before));
    expect(imported.length).toBeGreaterThan(0);
    // The removal of the undo is lost, and one note is damaged.
    store.removes = false;
    store.must({ type: 'undo-import', op: op! });
    const records: Records = { ...all(store), [noteKey(first)]: 'garbage' };
    const outcome = plan(records, before);
    const after = repaired(records, outcome);
    expectWhole(after);
    expect(imported.filter((key) => key in after)).toEqual([]);
    expect(outcome.aside.map(({ was }) => was)).toEqual(expect.arrayContaining(imported));
    expect(after[noteKey(first)]).toMatchObject({ body: 'first' });
    expect(after[projectKey(project)]).toBeDefined();
  });

  it('a project that is lost in both is made from the index, and keeps its notes', () => {
    const { store, project, first } = fresh();
    store.must({ type: 'change-tags', changes: [{ id: project, add: ['DeFi'], remove: [] }] });
    const records = { ...all(store), [projectKey(project)]: null };
    const outcome = plan(records, records);
    expect(outcome.lost).toEqual([{ key: projectKey(project), name: 'OpenGradient' }]);
    const after = repaired(records, outcome);
    expect(after[projectKey(project)]).toMatchObject({
      name: 'OpenGradient',
      notes: [first],
      thesis: '',
      tags: ['DeFi'],
    });
    expectWhole(after);
  });

  it('notes without any project or index left go to one that says what they are', () => {
    const { store, first } = fresh();
    const records = { [noteKey(first)]: all(store)[noteKey(first)] };
    const after = repaired(records, plan(records, {}));
    expectWhole(after);
    expect(plan(records, {}).library.projects).toMatchObject([{ name: 'Recovered notes', notes: [first] }]);
  });

  it('a copy that a later Underline wrote is not touched', () => {
    const { store } = fresh();
    const records = { ...all(store), manifest: { schema: 99 } };
    expect(planRecovery(copy(all(store)), copy(records), now)).toMatchObject({
      error: { code: 'newer-version' },
    });
  });

  it('a store whose base can neither be read nor written says so', () => {
    const { store } = fresh();
    expect(plan(all(store), all(store), ['settings'])).toMatchObject({
      blocked: ['settings'],
      refusal: { code: 'storage-failed' },
    });
  });
});

function otherLibrary(): string {
  const other = new MemoryStore();
  other.series = 'other';
  other.must(note(other.must(keep('Bitcoin', '$BTC')), 'about it'));
  return other.exported();
}
