import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedRecords } from '../../../lib/library/full-check.ts';
import { manifestKey, noteKey, undoKey } from '../../../lib/library/keys.ts';
import { contradicts } from '../../../lib/library/manifest.ts';
import { migrate, newerThanKnown } from '../../../lib/library/migrate.ts';
import { keysToMigrate, migrateStore } from '../../../lib/library/migrate-store.ts';
import type { Step } from '../../../lib/library/migration-steps.ts';
import { parseBase, type Records } from '../../../lib/library/parse.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { act, importInto, storeAfter } from './random-commands.ts';
import { sample } from './sample-export.ts';

/** Leaves a trace in each record, so that one that is brought along twice or never shows. */
const step = (trace: string): Step => ({
  project: (record) => ({ ...record, thesis: `${record.thesis}${trace}` }),
  note: (record) => ({ ...record, body: `${record.body}${trace}` }),
  settings: (record) => ({ ...record, dwellMs: Number(record.dwellMs) + 1 }),
});
const steps = [step('·'), step(':')];

const all = (store: MemoryStore): Record<string, unknown> =>
  Object.fromEntries([...store.stored].map(([key, text]) => [key, JSON.parse(text) as unknown]));

/** The store after that, as the version that these tests know would find it. */
const broughtAlong = (records: Records, set: Record<string, unknown>): Records => ({
  ...records,
  ...set,
  [manifestKey]: { ...Object(set[manifestKey]), schema: 1 },
});

describe('a store of an earlier version', () => {
  it('is whole once it is brought along, each record exactly once, whatever was done to it', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), (acts) => {
        const store = storeAfter(acts);
        const records = all(store);
        if (!(manifestKey in records)) return;
        const set = value(migrateStore(records, steps));
        expect(set[manifestKey]).toMatchObject({ schema: 3 });
        const base = value(parseBase(broughtAlong(records, set)));
        expect(damagedRecords(base, broughtAlong(records, set))).toBe(0);
        expect(base.index.trash).toEqual(store.base().index.trash);
        expect(contradicts(base)).toBe(false);
        for (const { id, body } of store.library().notes)
          expect(set[noteKey(id)]).toMatchObject({ body: `${body}·:` });
        expect(set.settings).toMatchObject({ dwellMs: store.base().settings.dwellMs + 2 });
        expect(migrateStore(records, steps), 'the same again').toEqual({ ok: true, value: set });
      }),
      { numRuns: 200 },
    );
  });

  it('names all that it needs read', () => {
    const { store } = sample();
    const projects = store.get(keysToMigrate(all(store)).filter((key) => key.startsWith('project:')));
    const base = store.get(['index', 'ops']);
    expect(keysToMigrate({ ...base, ...projects }).sort()).toEqual(
      [...store.stored.keys()].filter((key) => /^(project|note|undo):/.test(key)).sort(),
    );
  });

  it('keeps a damaged record as it is, and still misses what is lost', () => {
    const store = new MemoryStore();
    const project = store.must(keep('OpenGradient', '$OPG'));
    const [fine, bad, lost] = ['fine', 'bad', 'lost'].map((body) => store.must(note(project, body)));
    const records = { ...all(store), [noteKey(bad!)]: 'garbage' };
    delete records[noteKey(lost!)];
    const set = value(migrateStore(records, steps));
    expect(set).not.toHaveProperty(noteKey(bad!));
    expect(set[noteKey(fine!)]).toMatchObject({ body: 'fine·:' });
    expect(damagedRecords(value(parseBase(broughtAlong(records, set))), broughtAlong(records, set))).toBe(2);
  });

  it('learns what its trash holds, also where a note in it can not be read any more', () => {
    const store = new MemoryStore();
    const project = store.must(keep('OpenGradient', '$OPG'));
    const [fine, bad] = ['fine', 'bad'].map((body) => store.must(note(project, body)));
    for (const id of [fine!, bad!]) store.must({ type: 'trash-note', id });
    const { trash } = store.base().index;
    expect(Object.keys(trash ?? {}).sort()).toEqual([fine!, bad!].sort());
    const records = { ...all(store), [noteKey(bad!)]: 'garbage' };
    expect(value(migrateStore(records, steps)).index).toMatchObject({ trash });
    const { trash: _, ...index } = store.base().index;
    expect(value(migrateStore({ ...all(store), index }, steps)).index, 'one from before').toMatchObject({
      trash,
    });
  });

  it('brings the notes of a damaged project along too', () => {
    const store = new MemoryStore();
    const project = store.must(keep('OpenGradient', '$OPG'));
    const id = store.must(note(project, 'alone'));
    const damaged = { ...Object(store.get([`project:${project}`])[`project:${project}`]), status: 'gone' };
    const set = value(migrateStore({ ...all(store), [`project:${project}`]: damaged }, steps));
    expect(set[noteKey(id)]).toMatchObject({ body: 'alone·:' });
    expect(set.index).toMatchObject({ projects: { [project]: { notes: 1 } } });
  });

  it('in which an id is no text is brought along all the same', () => {
    const store = new MemoryStore();
    const project = store.must(keep('OpenGradient', '$OPG'));
    const id = store.must(note(project, 'alone'));
    const op = importInto(store, sample().store.exported());
    // No text can be made of it.
    const none = { toString: '' };
    const records = all(store);
    const { notes, ...rest } = Object(records[`project:${project}`]);
    records[`project:${project}`] = { ...rest, notes: [none, ...notes] };
    records.ops = [{ op: none, importedAt: '2026-01-01T00:00:00.000Z' }, ...Object(records.ops)];
    records[undoKey(op!)] = { projects: [{ id: none }], notes: [], settings: null };
    expect(keysToMigrate(records)).toEqual(expect.arrayContaining([noteKey(id), undoKey(op!)]));
    expect(value(migrateStore(records, steps))[noteKey(id)]).toMatchObject({ body: 'alone·:' });
  });

  it('can still undo its imports', () => {
    const store = new MemoryStore();
    const op = importInto(store, sample().store.exported());
    const records = all(store);
    const set = value(migrateStore(records, steps));
    const { projects, notes } = set[undoKey(op!)] as { projects: { after: string }[]; notes: unknown[] };
    expect([projects.length, notes.length]).toEqual([2, 2]);
    for (const [key, record] of Object.entries(broughtAlong(records, set)))
      store.stored.set(key, JSON.stringify(record));
    value(store.run({ type: 'undo-import', op: op! }));
    expect(store.library().projects).toEqual([]);
  });

  it('without a list of its projects is left alone', () => {
    const records = { ...all(sample().store), index: 7 };
    expect(migrateStore(records, steps)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });
});

describe('a file of an earlier version', () => {
  it('goes through all steps after its own, and none of a later one', () => {
    const { document } = sample();
    const from = (version: number) => value(migrate({ ...document, version }, steps)).notes[0];
    const { body } = document.notes[0]!;
    expect([1, 2, 3].map(from)).toMatchObject([{ body: `${body}·:` }, { body: `${body}:` }, { body }]);
    expect(migrate({ ...document, version: 4 }, steps)).toMatchObject({ error: { code: 'newer-version' } });
    expect(newerThanKnown({ version: 3 }, 'version', steps)).toBe(false);
  });

  it.each([0, -1, 0.5, '1', null])('is none with %j for a version', (version) => {
    expect(migrate({ ...sample().document, version })).toMatchObject({ error: { code: 'bad-file' } });
  });

  it('keeps what is no record', () => {
    const document = { ...sample().document, notes: [7, null, 'x', []] };
    expect(value(migrate(document, steps)).notes).toEqual([7, null, 'x', []]);
  });
});
