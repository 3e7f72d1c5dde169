import { describe, expect, it } from 'vitest';
import { planImport } from '../../../lib/library/import-plan.ts';
import { manifestKey } from '../../../lib/library/keys.ts';
import {
  longestBody,
  longestDraft,
  mostNotes,
  tooLarge,
  tooLongToSave,
} from '../../../lib/library/limits.ts';
import type { StoredLibrary } from '../../../lib/library/read-library.ts';
import { keep, MemoryStore, note } from './memory-store.ts';
import { honest, sample } from './sample-export.ts';

const fresh = () => {
  const store = new MemoryStore();
  return { store, project: store.must(keep('OpenGradient', '$OPG')) };
};

/** The store as if it held so many notes: nothing but their number matters here. */
function holding(store: MemoryStore, notes: number): void {
  const manifest = JSON.parse(store.stored.get(manifestKey) ?? '');
  store.stored.set(manifestKey, JSON.stringify({ ...manifest, counts: { ...manifest.counts, notes } }));
}

describe('a limit', () => {
  it('of a note’s text is named with what was typed; the longest that fits is saved', () => {
    const { store, project } = fresh();
    expect(store.run(note(project, 'x'.repeat(longestBody))).ok).toBe(true);
    const before = new Map(store.stored);
    expect(store.run(note(project, 'x'.repeat(longestBody + 1)))).toMatchObject({
      error: {
        code: 'over-limit',
        message: expect.stringMatching(/^This note is 100,001 characters.*100,000 \(100 kB\).*stays here\.$/),
      },
    });
    expect(store.stored).toEqual(before);
  });

  it('of a draft is larger, so that what is too long for a note is not lost; it is named too', () => {
    const { store, project } = fresh();
    const draft = (length: number) =>
      store.run({ type: 'keep-draft', about: project, body: 'x'.repeat(length) });
    expect(draft(longestBody + 1).ok).toBe(true);
    expect(draft(longestDraft).ok).toBe(true);
    expect(draft(longestDraft + 1)).toMatchObject({
      error: {
        code: 'over-limit',
        message: expect.stringMatching(/^What you typed is 1,000,001 .*1,000,000 \(1 MB\)/),
      },
    });
    expect(store.base().drafts[project]).toHaveLength(longestDraft);
  });

  it('is said while a note is typed, and not a character too early', () => {
    expect(tooLongToSave(` ${'x'.repeat(longestBody)}\n`)).toBeNull();
    expect(tooLongToSave('x'.repeat(longestBody + 1))).toMatch(/100,000 characters \(100 kB\).*kept/);
    expect(tooLongToSave('x'.repeat(longestDraft + 1))).toMatch(/1,000,000 characters \(1 MB\).*Copy/);
  });

  it('of a thesis is named', () => {
    const { store, project } = fresh();
    expect(store.run({ type: 'edit-project', id: project, thesis: 'x'.repeat(20_001) })).toMatchObject({
      error: { code: 'over-limit', message: expect.stringMatching(/^This thesis .*20,000:/) },
    });
  });

  it('of a name is named; the longest that fits is saved', () => {
    const { store, project } = fresh();
    const rename = (length: number) =>
      store.run({ type: 'edit-project', id: project, name: ` ${'x'.repeat(length)} ` });
    expect(rename(200).ok).toBe(true);
    for (const refused of [rename(201), store.run(keep('x'.repeat(201), '$NEW'))])
      expect(refused).toMatchObject({
        error: {
          code: 'over-limit',
          message: expect.stringMatching(/^This name is 201 characters.* 200: shorten it\. .*stays here\.$/),
        },
      });
  });

  it('of notes is named, in a library that is full', () => {
    const { store, project } = fresh();
    holding(store, mostNotes - 1);
    expect(store.run(note(project, 'the last one')).ok).toBe(true);
    expect(store.run(note(project, 'one too many'))).toMatchObject({
      error: { code: 'over-limit', message: expect.stringContaining('200,001 notes. It can hold 200,000') },
    });
  });

  it('of notes is named in the dry run of an import, which then brings none', () => {
    const { document } = sample();
    const mine: StoredLibrary = { ...new MemoryStore().library() };
    const plan = (notes: number) =>
      planImport(
        JSON.stringify(document),
        { ...mine, notes: { ...[], length: notes, map: () => [] } as never },
        honest,
      );
    expect(plan(mostNotes - 2).ok).toBe(true);
    expect(plan(mostNotes - 1)).toMatchObject({
      error: { code: 'over-limit', message: expect.stringContaining('200,000') },
    });
  });

  it('of earlier wordings is named in the dry run; the longest that fits comes in', () => {
    const { document } = sample();
    const [note, ...others] = document.notes;
    const imported = (length: number) => {
      const wording = { kind: { type: 'note' as const }, until: '2026-01-02T00:00:00.000Z' };
      const earlier = [
        { ...wording, body: 'x'.repeat(longestBody - 5) },
        { ...wording, body: 'y'.repeat(length) },
      ];
      const file = { ...document, notes: [{ ...note, earlier }, ...others] };
      return planImport(JSON.stringify(file), new MemoryStore().library(), { ignoreChecksum: true });
    };
    expect(imported(5)).toMatchObject({ value: { rejected: [] } });
    expect(imported(6)).toMatchObject({
      value: { rejected: [{ place: 'notes[0].earlier', reason: expect.stringContaining('100,000') }] },
    });
  });

  it('of a file is named with its size', () => {
    expect(tooLarge(50_000_001).error.message).toBe(
      'This file has 51 MB. Underline imports files of up to 50 MB.',
    );
  });
});
