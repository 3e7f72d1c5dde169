import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../lib/library/export-schema.ts';
import { planImport } from '../../../lib/library/import-plan.ts';
import { MemoryStore, value } from './memory-store.ts';
import { act, importInto, storeAfter } from './random-commands.ts';
import { honest, sample, sealed } from './sample-export.ts';

const acts = fc.array(act, { minLength: 1, maxLength: 25 });

describe('export and import', () => {
  it('into an empty library and out again gives the same file', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const text = storeAfter(sequence).exported();
        const other = new MemoryStore();
        expect(importInto(other, text)).not.toBeNull();
        expect(other.exported()).toBe(text);
      }),
    );
  });

  it('twice is once', () => {
    fc.assert(
      fc.property(acts, acts, (here, there) => {
        const [store, text] = [storeAfter(here), storeAfter(there).exported()];
        importInto(store, text);
        const once = store.exported();
        const again = value(planImport(text, store.library(), honest));
        expect(again.totals).toMatchObject({ added: 0, changed: 0 });
        importInto(store, text);
        expect(store.exported()).toBe(once);
      }),
    );
  });

  it('announces what it then does', () => {
    fc.assert(
      fc.property(acts, acts, (here, there) => {
        const [store, text] = [storeAfter(here), storeAfter(there).exported()];
        const before = store.library();
        const plan = value(planImport(text, before, honest));
        importInto(store, text);
        const after = store.library();
        expect(after.projects).toHaveLength(before.projects.length + plan.projects.added);
        expect(after.notes).toHaveLength(before.notes.length + plan.notes.added);
        const were = new Map(before.notes.map((one) => [one.id, JSON.stringify(one)]));
        const changed = after.notes.filter(
          (one) => were.has(one.id) && were.get(one.id) !== JSON.stringify(one),
        );
        expect(changed).toHaveLength(plan.notes.changed);
        expect(plan.totals.rejected).toBe(plan.rejected.length);
      }),
    );
  });

  it('is refused when the library changed since the dry run', () => {
    const { store, document, first } = sample();
    const text = sealed(document, ({ notes }) => {
      notes[0]!.body = 'from the file';
      notes[0]!.updatedAt = '2030-01-01T00:00:00.000Z';
    });
    const { totals } = value(planImport(text, store.library(), honest));
    expect(totals).toEqual({ added: 0, changed: 1, same: 4, rejected: 0 });
    store.must({ type: 'set-status', id: first, status: 'watching' });
    const before = new Map(store.stored);
    expect(store.run({ type: 'import', text, ...honest, expected: totals })).toMatchObject({
      error: { code: 'changed-meanwhile' },
    });
    expect(store.stored).toEqual(before);
  });
});

describe('a bad record among good ones', () => {
  it.each<[string, (document: ExportDocument) => void, { place: string; reason: string }]>([
    [
      'an empty body',
      ({ notes }) => Object.assign(notes[1]!, { body: ' ' }),
      { place: 'notes[1].body', reason: 'must not be empty' },
    ],
    [
      'a body that is too long',
      ({ notes }) => Object.assign(notes[1]!, { body: 'x'.repeat(100_001) }),
      { place: 'notes[1].body', reason: 'it is 100,001 characters long. It can have 100,000 (100 kB)' },
    ],
    [
      'a thesis that no text can be made of',
      ({ projects }) => Object.assign(projects[0]!, { thesis: { length: 1e9, toString: '' } }),
      { place: 'projects[0].thesis', reason: 'must be text' },
    ],
    [
      'a date that is none',
      ({ notes }) => Object.assign(notes[0]!, { createdAt: '2026-02-30T00:00:00.000Z' }),
      { place: 'notes[0].createdAt', reason: 'must be a date and time such as 2026-03-01T12:00:00.000Z' },
    ],
    [
      'a date of another precision, which would sort wrongly',
      ({ notes }) => Object.assign(notes[0]!, { updatedAt: '2026-02-03T00:00:00Z' }),
      { place: 'notes[0].updatedAt', reason: 'must be a date and time such as 2026-03-01T12:00:00.000Z' },
    ],
    [
      'an alias that is none',
      ({ projects }) => Object.assign(projects[0]!.aliases[1]!, { text: '$100' }),
      { place: 'projects[0].aliases[1].text', reason: 'must be a $cashtag' },
    ],
    [
      'an unknown kind',
      ({ notes }) => Object.assign(notes[1]!.kind, { type: 'rumour' }),
      { place: 'notes[1].kind.type', reason: 'is not a known value' },
    ],
    [
      'an unknown field',
      ({ projects }) => Object.assign(projects[1]!, { rank: 1 }),
      { place: 'projects[1]', reason: 'has a field that is not known: "rank"' },
    ],
    [
      'an id that every object has',
      ({ notes }) => Object.assign(notes[1]!, { id: '__proto__' }),
      { place: 'notes[1].id', reason: 'must not be a name' },
    ],
    [
      'an id like a method',
      ({ notes }) => Object.assign(notes[1]!, { id: 'hasOwnProperty' }),
      { place: 'notes[1].id', reason: 'must not be a name' },
    ],
    [
      'a duplicate',
      ({ notes }) => notes.push({ ...notes[0]! }),
      { place: 'notes[2].id', reason: 'is the id of notes[0] already' },
    ],
    [
      'a note of no project',
      ({ notes }) => Object.assign(notes[1]!, { projectId: 'unknown-1' }),
      { place: 'notes[1].projectId', reason: 'neither in the file nor' },
    ],
    [
      'no record at all',
      ({ notes }) => notes.push(null as never),
      { place: 'notes[2]', reason: 'must be a record' },
    ],
    [
      'settings out of range',
      ({ settings }) => Object.assign(settings, { dwellMs: 1 }),
      { place: 'settings.dwellMs', reason: 'must be at least 100' },
    ],
  ])('%s is rejected with its place; the others come in', (_, change, { place, reason }) => {
    const { document } = sample();
    const store = new MemoryStore();
    const text = sealed(document, change);
    const plan = value(planImport(text, store.library(), honest));
    expect(plan.rejected[0]).toEqual({ place, reason: expect.stringContaining(reason) });
    expect(plan.projects.added + plan.notes.added).toBeGreaterThanOrEqual(2);
    expect(importInto(store, text)).not.toBeNull();
    expect(store.library().projects).toHaveLength(plan.projects.added);
  });

  it('settings that the file is older than stay as yours are', () => {
    const { store, document } = sample();
    store.must({ type: 'set-settings', tint: 'strong', markers: false, onlyOn: true });
    store.must({ type: 'paint-weak', site: 'x.com', on: true });
    const yours = store.base().settings;
    const text = sealed(document, (all) => {
      const { dwellMs: _, paused, sitesOff, ignored } = all.settings;
      Object.assign(all, { settings: { dwellMs: 900, paused, sitesOff, ignored } });
    });
    importInto(store, text);
    expect(store.base().settings).toEqual({ ...yours, dwellMs: 900 });
  });

  it('a project takes its notes along, unless the library has it', () => {
    const { store, document } = sample();
    const text = sealed(document, ({ projects }) => Object.assign(projects[0]!, { name: '' }));
    expect(
      value(planImport(text, new MemoryStore().library(), honest)).rejected.map(({ place }) => place),
    ).toEqual(['projects[0].name', 'notes[0].projectId']);
    expect(value(planImport(text, store.library(), honest)).rejected).toHaveLength(1);
  });

  it('that is older than yours stays out', () => {
    const { store, document, first } = sample();
    store.must({ type: 'set-status', id: first, status: 'convinced' });
    expect(
      value(
        planImport(
          sealed(document, () => undefined),
          store.library(),
          honest,
        ),
      ).rejected,
    ).toEqual([{ place: 'projects[0]', reason: 'yours is newer and stays' }]);
  });
});
