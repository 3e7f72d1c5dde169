import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport } from '../../../lib/library/import-plan.ts';
import { undoKey } from '../../../lib/library/keys.ts';
import { lastImport } from '../../../lib/library/operations.ts';
import { MemoryStore, note, value } from './memory-store.ts';
import { act, commandOf, importInto, storeAfter } from './random-commands.ts';
import { honest, sample, sealed } from './sample-export.ts';

const acts = fc.array(act, { minLength: 1, maxLength: 25 });

describe('an import', () => {
  it('is undone to the byte, lost removals or not', () => {
    fc.assert(
      fc.property(acts, acts, fc.boolean(), (here, there, removes) => {
        const store = storeAfter(here);
        store.removes = removes;
        const before = store.exported();
        const op = importInto(store, storeAfter(there).exported());
        expect(store.run({ type: 'undo-import', op: op! })).toMatchObject({
          value: {
            answer: { skipped: Object.keys(store.base().drafts).length > 0 ? expect.any(Number) : 0 },
          },
        });
        if (Object.keys(store.base().drafts).length === 0) expect(store.exported()).toBe(before);
        const undone = store.exported();
        store.run({ type: 'undo-import', op: op! });
        expect(store.exported()).toBe(undone);
      }),
    );
  });

  it('is undone except for what changed since, which stays as it is', () => {
    fc.assert(
      fc.property(acts, acts, acts, (here, there, since) => {
        const store = storeAfter(here);
        const op = importInto(store, storeAfter(there).exported());
        const imported = new Map(store.library().notes.map((one) => [one.id, JSON.stringify(one)]));
        for (const one of since) store.run(commandOf(one, store));
        const changed = store.library().notes.filter((one) => imported.get(one.id) !== JSON.stringify(one));
        value(store.run({ type: 'undo-import', op: op! }));
        expect(store.library().notes).toEqual(expect.arrayContaining(changed));
      }),
    );
  });

  it('is the last one until it is undone, then the one before it', () => {
    const store = new MemoryStore();
    const last = () => lastImport(store.base().operations)?.op ?? null;
    expect(last()).toBeNull();
    const first = importInto(
      store,
      sealed(sample().document, () => undefined),
    );
    store.must({ type: 'pause', on: true });
    expect(last()).toBe(first);
    const second = importInto(store, storeAfter([]).exported());
    expect(last()).toBe(second);
    value(store.run({ type: 'undo-import', op: second! }));
    expect(last()).toBe(first);
    value(store.run({ type: 'undo-import', op: first! }));
    expect(last()).toBeNull();
  });

  it('keeps a project that it made, once the user wrote about it', () => {
    const { document, first } = sample();
    const store = new MemoryStore();
    const op = importInto(
      store,
      sealed(document, () => undefined),
    );
    store.must(note(first, 'mine'));
    store.must({ type: 'keep-draft', about: document.projects[1]!.id, body: 'half a thou' });
    expect(value(store.run({ type: 'undo-import', op: op! })).answer.skipped).toBe(2);
    expect(store.library().projects).toHaveLength(2);
    expect(store.library().notes.map(({ body }) => body)).toEqual(['mine']);
  });

  it('can be undone once, and for 30 days', () => {
    const { document } = sample();
    const text = sealed(document, () => undefined);
    const store = new MemoryStore();
    const [op, late] = [importInto(store, text)!, importInto(store, text)!];
    expect(store.run({ type: 'undo-import', op }).ok).toBe(true);
    expect(store.run({ type: 'undo-import', op })).toMatchObject({ error: { code: 'not-found' } });
    for (let i = 0; i < 120; i += 1) store.must({ type: 'pause', on: i % 2 === 0 });
    expect(store.stored.has(undoKey(late))).toBe(true);
    store.setClock('2026-03-01T00:00:00.000Z');
    store.must({ type: 'pause', on: true });
    expect(store.stored.has(undoKey(late)), 'the clock may be wrong').toBe(true);
    store.setClock('2026-03-02T00:00:00.000Z');
    store.must({ type: 'pause', on: true });
    expect(store.stored.has(undoKey(late))).toBe(false);
    expect(store.base().operations).toHaveLength(100);
    expect(store.base().operations.every((entry) => !('pastSince' in entry))).toBe(true);
  });

  it.each([
    ['ten years ahead', '2036-01-01T00:00:00.000Z'],
    ['ten years behind', '2016-01-01T00:00:00.000Z'],
  ])('can still be undone after a clock that was %s for an hour', (_, wrong) => {
    const store = new MemoryStore();
    const op = importInto(
      store,
      sealed(sample().document, () => undefined),
    )!;
    for (const now of [wrong, '2026-01-02T00:00:00.000Z', wrong, '2026-01-04T00:00:00.000Z']) {
      store.setClock(now);
      for (let i = 0; i < 60; i += 1) store.must({ type: 'pause', on: i % 2 === 0 });
    }
    expect(store.stored.has(undoKey(op))).toBe(true);
    expect(lastImport(store.base().operations)?.op).toBe(op);
    value(store.run({ type: 'undo-import', op }));
    expect(store.library().projects).toEqual([]);
  });

  it('moves a note to the project that the newer file gives it', () => {
    const { store, document, first, second } = sample();
    const moved = document.notes.find(({ projectId }) => projectId === first)!;
    const before = store.exported();
    const text = sealed(document, ({ notes }) => {
      for (const one of notes)
        if (one.id === moved.id)
          Object.assign(one, { projectId: second, updatedAt: '2030-01-01T00:00:00.000Z' });
    });
    const op = importInto(store, text);
    const [one, two] = store.library().projects;
    expect(one?.notes).toEqual([]);
    expect(two?.notes).toHaveLength(2);
    value(store.run({ type: 'undo-import', op: op! }));
    expect(store.exported()).toBe(before);
  });

  it('never puts a note back into a project that is gone', () => {
    const { document, first, second } = sample();
    const store = new MemoryStore();
    importInto(
      store,
      sealed(document, (file) => {
        file.projects = file.projects.filter(({ id }) => id === second);
        file.notes = [];
      }),
    );
    const arrived = importInto(
      store,
      sealed(document, () => undefined),
    );
    const moved = importInto(
      store,
      sealed(document, ({ notes }) => {
        for (const one of notes)
          Object.assign(one, { projectId: second, updatedAt: '2030-01-01T00:00:00.000Z' });
      }),
    );
    value(store.run({ type: 'undo-import', op: arrived! }));
    expect(store.library().projects.map(({ id }) => id)).toEqual([second]);
    value(store.run({ type: 'undo-import', op: moved! }));
    expect(store.library().notes.map(({ projectId }) => projectId)).toEqual([second, second]);
    expect(store.base().index.projects[first]).toBeUndefined();
  });

  it('replaces settings as a whole, announced, and gives them back', () => {
    const { store, document } = sample();
    store.must({ type: 'switch-site', site: 'x.com', on: false });
    const before = store.base().settings;
    const text = sealed(document, () => undefined);
    expect(value(planImport(text, store.library(), honest))).toMatchObject({
      settings: 'changed',
      totals: { changed: 1, same: 4 },
    });
    const op = importInto(store, text);
    expect(store.base().settings).toEqual(document.settings);
    value(store.run({ type: 'undo-import', op: op! }));
    expect(store.base().settings).toEqual(before);
  });
});
