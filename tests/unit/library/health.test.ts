import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type MirrorSummary, problemWords, refusalWords } from '../../../lib/library/health.ts';
import { baseKeys } from '../../../lib/library/keys.ts';
import type { Records } from '../../../lib/library/parse.ts';
import { keep, MemoryStore, note } from './memory-store.ts';
import { act, storeAfter } from './random-commands.ts';

const store = new MemoryStore();
const project = store.must(keep('OpenGradient', '$OPG'));
store.must(note(project, 'first'));
const base: Records = store.get(baseKeys);
const manifest = base.manifest as { generation: number };
const mirror = (changes: Partial<MirrorSummary> = {}): MirrorSummary => ({
  empty: false,
  manifest,
  operations: base.ops,
  filling: false,
  ...changes,
});
const elsewhere = [{ op: 'elsewhere', answer: { id: null, skipped: 0 }, importedAt: null }];
const nothing: MirrorSummary = { empty: true, manifest: undefined, operations: [], filling: false };

describe('the judgement at the start', () => {
  it.each<[string, Records, MirrorSummary | null, boolean | null, object, (boolean | null)?]>([
    ['both empty: a new library', {}, nothing, false, { problem: null, fill: false }],
    ['both empty, with backups', {}, nothing, false, { problem: { kind: 'backups-left' } }, true],
    ['both empty, the backups unreadable', {}, nothing, false, { problem: { kind: 'unsure' } }, null],
    ['the copy not empty, with backups', {}, mirror(), false, { problem: { kind: 'emptied' } }, true],
    ['the copy unreadable, with backups', {}, null, false, { problem: { kind: 'unsure' } }, true],
    ['the store empty, the copy not', {}, mirror(), false, { problem: { kind: 'emptied' } }],
    [
      'the store empty, the copy without manifest',
      {},
      mirror({ manifest: 7 }),
      false,
      { problem: { kind: 'emptied' } },
    ],
    ['the store empty, the copy unreadable', {}, null, false, { problem: { kind: 'unsure' } }],
    ['the store empty, its keys not told', {}, nothing, null, { problem: { kind: 'unsure' } }],
    ['records without a base', {}, nothing, true, { problem: { kind: 'unreadable' } }],
    ['the index damaged', { ...base, index: 'x' }, mirror(), false, { problem: { kind: 'unreadable' } }],
    [
      'the settings missing',
      { ...base, settings: undefined },
      mirror(),
      false,
      { problem: { kind: 'unreadable' } },
    ],
    [
      'an index without its projects',
      { ...base, index: { projects: {}, recent: [] } },
      mirror(),
      false,
      { problem: { kind: 'contradiction' } },
    ],
    [
      'the copy newer',
      base,
      mirror({ manifest: { ...manifest, generation: 99 } }),
      false,
      { problem: { kind: 'rolled-back' } },
    ],
    [
      'the copy as new, with an operation that the store never had',
      base,
      mirror({ operations: elsewhere }),
      false,
      { problem: { kind: 'rolled-back' } },
    ],
    [
      'the copy behind, with an operation that the store never had',
      base,
      mirror({ manifest: { ...manifest, generation: 1 }, operations: elsewhere }),
      false,
      { problem: { kind: 'rolled-back' } },
    ],
    [
      'the copy behind',
      base,
      mirror({ manifest: { ...manifest, generation: 1 } }),
      false,
      { problem: null, fill: true },
    ],
    ['the copy empty: the first start after an update', base, nothing, false, { problem: null, fill: true }],
    [
      'the copy not filled to the end',
      base,
      mirror({ filling: true }),
      false,
      { problem: null, doubt: false, fill: true },
    ],
    [
      'as new, and different',
      base,
      mirror({ manifest: { ...manifest, checksum: 'f'.repeat(32) } }),
      false,
      { problem: null, doubt: true, fill: true },
    ],
    ['the copy unreadable', base, null, false, { problem: null, fill: false }],
    [
      'written by a later Underline',
      { ...base, manifest: { schema: 99 } },
      mirror(),
      false,
      { problem: { kind: 'newer' }, fill: false },
    ],
    [
      'an older one, the copy written by a later Underline',
      base,
      mirror({ manifest: { ...manifest, schema: 99 } }),
      false,
      { problem: { kind: 'newer' }, fill: false },
    ],
    [
      'written by an earlier Underline',
      { ...base, manifest: { ...manifest, schema: 0 } },
      mirror({ manifest: { ...manifest, schema: 0 } }),
      false,
      { problem: null, fill: false },
    ],
    [
      'written by an earlier Underline, the copy by this one',
      { ...base, manifest: { ...manifest, schema: 0 } },
      mirror({ manifest: { ...manifest, generation: manifest.generation + 1 } }),
      false,
      { problem: { kind: 'rolled-back' } },
    ],
    ['all well', base, mirror(), false, { problem: null, doubt: false, fill: false }],
  ])('%s', (_, stored, second, records, verdict, backups = false) => {
    expect(judge(stored, second, records, backups)).toMatchObject(verdict);
  });

  it('finds nothing wrong after any commands', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), (acts) => {
        const after = storeAfter(acts).get(baseKeys);
        expect(
          judge(
            after,
            {
              empty: after.manifest === undefined,
              manifest: after.manifest,
              operations: after.ops,
              filling: false,
            },
            false,
            false,
          ).problem,
        ).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('every problem has words, and says that what was typed stays', () => {
    for (const kind of [
      'closed',
      'emptied',
      'backups-left',
      'unreadable',
      'contradiction',
      'rolled-back',
      'records',
      'unsure',
    ] as const) {
      expect(problemWords({ kind, count: 3 }).title).toMatch(/^[A-Z3]/);
      expect(refusalWords({ kind, count: 3 })).toContain('what you typed stays here');
    }
  });
});
