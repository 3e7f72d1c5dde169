import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../../lib/library/digest.ts';
import type { ExportDocument } from '../../../lib/library/export-schema.ts';
import { planImport } from '../../../lib/library/import-plan.ts';
import { undoKey } from '../../../lib/library/keys.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { act, commandOf, importInto, storeAfter } from './random-commands.ts';

const acts = fc.array(act, { minLength: 1, maxLength: 25 });
const honest = { ignoreChecksum: false };

/** A library of two projects with a note each, and its export. */
const sample = () => {
  const store = new MemoryStore();
  const first = store.must(keep('OpenGradient', '$OPG', '@OpenGradient'));
  const second = store.must(keep('Bitcoin', '$BTC'));
  for (const id of [first, second]) store.must(note(id, `about ${id}`));
  return { store, first, second, document: JSON.parse(store.exported()) as ExportDocument };
};

/** The document as text after a change, its counts and checksum right again. */
const sealed = (document: ExportDocument, change: (document: ExportDocument) => void): string => {
  const copy = structuredClone(document);
  change(copy);
  const { projects, notes, settings } = copy;
  const counts = { projects: projects.length, notes: notes.length };
  return JSON.stringify({ ...copy, counts, checksum: checksumOf({ projects, notes, settings }) });
};

describe('export and import', { timeout: 60_000 }, () => {
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
    expect(store.stored.has(undoKey(late))).toBe(false);
    expect(store.base().operations).toHaveLength(100);
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
      { place: 'notes[1].body', reason: 'Too big' },
    ],
    [
      'a date that is none',
      ({ notes }) => Object.assign(notes[0]!, { createdAt: '2026-02-30T00:00:00.000Z' }),
      { place: 'notes[0].createdAt', reason: 'Invalid ISO datetime' },
    ],
    [
      'a date of another precision, which would sort wrongly',
      ({ notes }) => Object.assign(notes[0]!, { updatedAt: '2026-02-03T00:00:00Z' }),
      { place: 'notes[0].updatedAt', reason: 'Invalid ISO datetime' },
    ],
    [
      'an alias that is none',
      ({ projects }) => Object.assign(projects[0]!.aliases[1]!, { text: 'OPG' }),
      { place: 'projects[0].aliases[1].text', reason: 'must be a $cashtag' },
    ],
    [
      'an unknown kind',
      ({ notes }) => Object.assign(notes[1]!.kind, { type: 'rumour' }),
      { place: 'notes[1].kind.type', reason: 'Invalid' },
    ],
    [
      'an unknown field',
      ({ projects }) => Object.assign(projects[1]!, { rank: 1 }),
      { place: 'projects[1]', reason: '"rank"' },
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
      { place: 'notes[2]', reason: 'expected object' },
    ],
    [
      'settings out of range',
      ({ settings }) => Object.assign(settings, { dwellMs: 1 }),
      { place: 'settings.dwellMs', reason: 'Too small' },
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

describe('a file that cannot be read', { timeout: 60_000 }, () => {
  const { document } = sample();
  const text = JSON.stringify(document, null, 2);
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  it.each<[string, string, string, string]>([
    ['nothing', '', 'bad-file', 'line 1, column 1'],
    ['no JSON', '# Notes\n- OPG', 'bad-file', 'line 1, column 1'],
    ['cut in the middle', text.slice(0, text.indexOf('"notes"')), 'bad-file', 'column'],
    ['a comma too much', '{\n  "format": "underline-export",\n}', 'bad-file', 'line 3, column 1'],
    ['another format', '{"format":"bookmarks"}', 'bad-file', '"format" is not'],
    ['a list', '[]', 'bad-file', '"format" is not'],
    ['null', 'null', 'bad-file', '"format" is not'],
    ['a newer version', JSON.stringify({ ...document, version: 2 }), 'newer-version', 'Update Underline'],
    ['no version', JSON.stringify({ ...document, version: 'one' }), 'bad-file', '"version"'],
    ['no list of notes', JSON.stringify({ ...document, notes: {} }), 'bad-file', 'notes: Invalid input'],
    [
      'a wrong checksum',
      JSON.stringify({ ...document, checksum: '0'.repeat(64) }),
      'bad-checksum',
      'checksum',
    ],
    ['no checksum', JSON.stringify({ ...document, checksum: undefined }), 'bad-checksum', 'checksum'],
    ['a changed note', text.replace('about id', 'About id'), 'bad-checksum', 'checksum'],
    [
      'a lost note',
      JSON.stringify({ ...document, notes: [] }),
      'bad-checksum',
      'says 2 notes, but the file holds 0',
    ],
    ['too deep', deep(33), 'bad-file', '32 levels'],
    ['far too deep', deep(1_000_000), 'bad-file', '32 levels'],
    ['too deep and cut', '['.repeat(1_000_000), 'bad-file', 'line 1, column 1000001'],
    ['too large', ' '.repeat(50_000_001), 'bad-file', '50 MB'],
    ['UTF-16 read as UTF-8', `\uFFFD\uFFFD${[...text].join('\0')}`, 'bad-file', 'line 1, column 1'],
  ])('%s: says what and where', (_, file, code, message) => {
    const outcome = planImport(file, sample().store.library(), honest);
    expect(outcome).toMatchObject({ ok: false, error: { code, message: expect.stringContaining(message) } });
  });

  it.each<[string, string]>([
    ['a byte order mark', `\uFEFF${text}`],
    ['other line ends', text.replaceAll('\n', '\r\n')],
    ['other order of keys', JSON.stringify(Object.fromEntries(Object.entries(document).reverse()))],
  ])('is not one with %s', (_, file) => {
    expect(planImport(file, new MemoryStore().library(), honest)).toMatchObject({
      ok: true,
      value: { totals: { added: 4, rejected: 0 } },
    });
  });

  it('for its checksum is read when the user says so', () => {
    const file = JSON.stringify({ ...document, checksum: 'edited by hand' });
    expect(planImport(file, new MemoryStore().library(), { ignoreChecksum: true }).ok).toBe(true);
  });

  it.each([0, 1, 2, 3, 4, 5])('is harmless with __proto__ at depth %i', (depth) => {
    const paths = ['', '"projects":', '"notes":', '"settings":', '"kind":', '"source":'];
    const poison = `${paths[depth]}{"__proto__":{"polluted":true},`;
    const file =
      depth === 0
        ? text.replace('{', '{"__proto__":{"polluted":true},')
        : text.replace(`${paths[depth]} {`, poison);
    const store = new MemoryStore();
    importInto(store, file, true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    for (const stored of store.stored.values()) expect(stored).not.toContain('polluted');
  });

  it('changes nothing, or what it announced, however it was damaged', () => {
    const damage = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom('"', '}', ']', ',', 'null', '1e999', '{}', '\0'),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (damages, ignoreChecksum) => {
          const file = damages.reduce(
            (left, { at, cut, put }) => left.slice(0, at) + put + left.slice(at + cut),
            text,
          );
          const store = new MemoryStore();
          const before = new Map(store.stored);
          const plan = planImport(file, store.library(), { ignoreChecksum });
          if (!plan.ok) {
            expect(plan.error.message.length).toBeGreaterThan(30);
            const expected = { added: 4, changed: 0, same: 1, rejected: 0 };
            expect(store.run({ type: 'import', text: file, ignoreChecksum, expected }).ok).toBe(false);
            expect(store.stored).toEqual(before);
            return;
          }
          importInto(store, file, ignoreChecksum);
          expect(store.library().projects).toHaveLength(plan.value.projects.added);
          expect(store.library().notes).toHaveLength(plan.value.notes.added);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is every cut of a file', () => {
    const whole = text.trimEnd();
    const library = new MemoryStore().library();
    for (let length = 0; length < whole.length; length += 1)
      expect(planImport(whole.slice(0, length), library, honest).ok).toBe(false);
  });
});
