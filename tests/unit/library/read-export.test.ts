import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport } from '../../../lib/library/import-plan.ts';
import { MemoryStore } from './memory-store.ts';
import { importInto } from './random-commands.ts';
import { honest, sample } from './sample-export.ts';

describe('a file that cannot be read', () => {
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
    ['no list of notes', JSON.stringify({ ...document, notes: {} }), 'bad-file', 'notes: must be a list'],
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
    [
      'no counts',
      JSON.stringify({ ...document, counts: undefined }),
      'bad-checksum',
      '"counts" does not say',
    ],
    [
      'a count that no words can be made of',
      JSON.stringify({ ...document, counts: { projects: { toString: '' }, notes: 2 } }),
      'bad-checksum',
      '"counts" does not say',
    ],
    [
      'a count of notes that is text',
      JSON.stringify({ ...document, counts: { projects: 2, notes: 'two' } }),
      'bad-checksum',
      '"counts" does not say',
    ],
    ['too deep', deep(33), 'over-limit', '32 levels'],
    ['far too deep', deep(1_000_000), 'over-limit', '32 levels'],
    ['too deep and cut', '['.repeat(1_000_000), 'bad-file', 'line 1, column 1000001'],
    ['too large', ' '.repeat(50_000_001), 'over-limit', '50 MB'],
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
    importInto(store, file, { ignoreChecksum: true });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    for (const stored of store.stored.values()) expect(stored).not.toContain('polluted');
  });

  it('is harmless with any names of objects in it, at any place and depth', () => {
    const hostile = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom('true', '"polluted"', 'null', '[]', '{}'),
        fc
          .array(
            fc.tuple(
              fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'id'),
              tie('value'),
            ),
            {
              maxLength: 3,
            },
          )
          .map((members) => `{${members.map(([key, value]) => `"${key}":${value}`).join()}}`),
        fc.array(tie('value'), { maxLength: 3 }).map((members) => `[${members.join()}]`),
      ) as fc.Arbitrary<string>,
    })).value;
    const places = [...text.matchAll(/: (?=[{["]|null)/g)].map(({ index }) => index + 2);
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(hostile, fc.constantFrom(...places), fc.boolean(), (json, place, asMember) => {
        const store = new MemoryStore();
        // In front of what stands there: as one more member of an object, or in its stead.
        const at = asMember && text[place] === '{' ? place + 1 : place;
        const put = at === place ? `${json},"rest":` : `"__proto__":${json},"constructor":${json},`;
        const file = text.slice(0, at) + put + text.slice(at);
        JSON.parse(file);
        importInto(store, file, { ignoreChecksum: true });
        for (const stored of store.stored.values())
          expect(stored).not.toMatch(/polluted|__proto__|"constructor"/);
      }),
      { numRuns: 500 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Object.keys({}.constructor)).toEqual([]);
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
          importInto(store, file, { ignoreChecksum });
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
