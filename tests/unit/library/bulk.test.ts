import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses } from '../../../lib/library/schema.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { act, commandOf } from './random-commands.ts';

const acts = fc.array(act, { minLength: 1, maxLength: 25 });

function three() {
  const store = new MemoryStore();
  const ids = ['One', 'Two', 'Three'].map((name) => store.must(keep(name, `$${name}`)));
  for (const id of ids) store.must(note(id, `about ${id}`));
  return { store, ids, entry: (at: number) => store.base().index.projects[ids[at]!]! };
}

describe('many projects at once', () => {
  it('get a status and give it back, each its own', () => {
    const { store, ids, entry } = three();
    store.must({ type: 'set-status', id: ids[0]!, status: 'passed' });
    const { generation } = store.base().manifest;
    store.must({ type: 'set-statuses', statuses: ids.map((id) => ({ id, status: 'convinced' })) });
    expect(store.base().manifest.generation).toBe(generation + 1);
    expect(ids.map((_, at) => entry(at).status)).toEqual(['convinced', 'convinced', 'convinced']);
    const back = ids.map((id, at) => ({ id, status: at === 0 ? ('passed' as const) : null }));
    store.must({ type: 'set-statuses', statuses: back });
    expect(ids.map((_, at) => entry(at).status)).toEqual(['passed', null, null]);
  });

  it('go to the trash and come back with their notes', () => {
    const { store, ids, entry } = three();
    const { recent } = store.base().index;
    store.must({ type: 'trash-projects', ids: ids.slice(0, 2) });
    expect([0, 1, 2].map((at) => entry(at).trashedAt !== null)).toEqual([true, true, false]);
    expect(store.base().index.recent).toEqual(recent.slice(0, 1));
    store.must({ type: 'restore-projects', ids: ids.slice(0, 2) });
    expect([0, 1, 2].map((at) => entry(at).trashedAt)).toEqual([null, null, null]);
    expect(store.base().index.recent).toEqual(recent);
  });

  it('leave out those that are gone or in the trash by then, and say how many', () => {
    const { store, ids, entry } = three();
    store.must({ type: 'trash-project', id: ids[0]! });
    const wanted = [...ids, 'unknown-1'].map((id) => ({ id, status: 'watching' as const }));
    expect(value(store.run({ type: 'set-statuses', statuses: wanted })).answer.skipped).toBe(2);
    expect([entry(0).status, entry(1).status]).toEqual([null, 'watching']);
    expect(value(store.run({ type: 'restore-projects', ids: [ids[0]!, 'unknown-1'] })).answer.skipped).toBe(
      1,
    );
    expect(store.run({ type: 'trash-projects', ids: ['unknown-1'] })).toMatchObject({
      error: { code: 'not-found', message: expect.stringContaining('None of these projects') },
    });
  });

  it('that all go to the trash together have none of their notes read', () => {
    const { store, ids } = three();
    for (let at = 0; at < 60; at += 1) store.must(note(ids[at % 3]!, `more ${at}`));
    const asked = new Set<string>();
    const get = store.get.bind(store);
    store.get = (keys) => {
      for (const key of keys) asked.add(key);
      return get(keys);
    };
    const { recent } = store.base().index;
    store.must({ type: 'trash-projects', ids });
    const notes = [...asked].filter((key) => key.startsWith('note:'));
    expect(notes.toSorted()).toEqual(recent.map((id) => `note:${id}`).toSorted());
    expect(store.base().index.recent).toEqual([]);

    asked.clear();
    store.must({ type: 'restore-projects', ids: ids.slice(0, 2) });
    store.must({ type: 'trash-projects', ids: ids.slice(0, 1) });
    expect(store.base().index.recent).toEqual(
      store
        .library()
        .shown.map(({ id }) => id)
        .toSorted()
        .toReversed()
        .slice(0, 50),
    );
  });

  it('have their records looked at as often as they are many, no more', () => {
    const looks = (count: number, act: 'set-statuses' | 'trash-projects' | 'restore-projects') => {
      const store = new MemoryStore();
      const ids = Array.from({ length: count }, (_, at) => store.must(keep(`Project ${at}`, `$P${at}X`)));
      if (act === 'restore-projects') store.must({ type: 'trash-projects', ids });
      let looked = 0;
      const get = store.get.bind(store);
      const counting = (record: unknown) =>
        new Proxy(Object(record), {
          get: (of, key) => {
            looked += 1;
            return Reflect.get(of, key);
          },
        });
      store.get = (keys) =>
        Object.fromEntries(
          Object.entries(get(keys)).map(([key, record]) => [
            key,
            key.startsWith('project:') ? counting(record) : record,
          ]),
        );
      const statuses = ids.map((id) => ({ id, status: 'passed' as const }));
      store.must(act === 'set-statuses' ? { type: act, statuses } : { type: act, ids });
      return looked;
    };
    for (const act of ['set-statuses', 'trash-projects', 'restore-projects'] as const)
      expect(looks(80, act), act).toBeLessThanOrEqual(2 * looks(40, act));
  });

  it('are at most 10,000, and at least one', () => {
    const { store } = three();
    const ids = Array.from({ length: 10_001 }, (_, at) => `project-${at}`);
    for (const wrong of [ids, []]) {
      expect(store.run({ type: 'trash-projects', ids: wrong })).toMatchObject({
        error: { code: 'bad-command' },
      });
      const set = wrong.map((id) => ({ id, status: null }));
      expect(store.run({ type: 'set-statuses', statuses: set })).toMatchObject({
        error: { code: 'bad-command' },
      });
    }
  });

  it('are as they were once it is taken back', () => {
    fc.assert(
      fc.property(acts, fc.nat(7), fc.constantFrom(...statuses, null), (here, pick, status) => {
        const { store } = three();
        for (const one of here) store.run(commandOf(one, store));
        const some = store
          .library()
          .projects.filter((one, at) => one.trashedAt === null && (pick >> (at % 3)) % 2 === 0);
        if (some.length === 0) return;
        const shape = () => store.library().projects.map(({ updatedAt: _, ...rest }) => rest);
        const [before, recent] = [shape(), store.base().index.recent];
        const ids = some.map(({ id }) => id);
        store.must({ type: 'set-statuses', statuses: ids.map((id) => ({ id, status })) });
        store.must({
          type: 'set-statuses',
          statuses: some.map((one) => ({ id: one.id, status: one.status })),
        });
        store.must({ type: 'trash-projects', ids });
        store.must({ type: 'restore-projects', ids });
        expect(shape()).toEqual(before);
        expect(store.base().index.recent.toSorted()).toEqual(recent.toSorted());
      }),
    );
  });
});
