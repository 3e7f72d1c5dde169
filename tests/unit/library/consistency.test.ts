import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../lib/library/digest.ts';
import { indexOf } from '../../../lib/library/index-of.ts';
import { tallyOf } from '../../../lib/library/manifest.ts';
import { openQuestionsOf } from '../../../lib/library/open-questions.ts';
import { exportOfSnapshot, snapshotPieces } from '../../../lib/library/snapshot.ts';
import { type MemoryStore, value } from './memory-store.ts';
import { act, commandOf, importInto, storeAfter } from './random-commands.ts';

/** Index and manifest, kept step by step, against what follows from all records. */
function expectConsistent(store: MemoryStore): void {
  const { index, manifest } = store.base();
  const library = store.library();
  const derived = indexOf(library.projects, library.notes);
  expect(index.projects).toEqual(derived.projects);
  expect(index.trash).toEqual(derived.trash);
  expect(index.recent.toSorted()).toEqual(derived.recent.toSorted());
  const dates = new Map(library.notes.map((note) => [note.id, note.createdAt]));
  expect(index.recent.map((id) => dates.get(id))).toEqual(derived.recent.map((id) => dates.get(id)));
  const kept = new Map(library.notes.map((note) => [note.id, note]));
  for (const { notes, openQuestions } of library.projects)
    expect(openQuestions).toEqual(
      openQuestionsOf(notes.map((id) => kept.get(id)).filter((note) => note !== undefined)),
    );
  expect({ counts: manifest.counts, checksum: manifest.checksum }).toEqual(
    tallyOf(library.projects, library.notes),
  );
}

const acts = fc.array(act, { minLength: 1, maxLength: 25 });

/** All that what pages are told follows from. */
const told = (store: MemoryStore): string => {
  const { index, settings } = store.base();
  const entries = Object.entries(index.projects)
    .filter(([, { aliases, trashedAt }]) => trashedAt === null && aliases.length > 0)
    .map(([id, { aliases, status, notes }]) => ({ id, aliases, status, notes }));
  return canonicalJson([settings, ...entries.sort((a, b) => (a.id < b.id ? -1 : 1))]);
};

describe('after any sequence of commands', () => {
  it('index and manifest are what follows from the records', () => {
    fc.assert(
      fc.property(acts, acts, acts, fc.boolean(), (before, elsewhere, after, undone) => {
        const store = storeAfter(before);
        expectConsistent(store);
        const op = importInto(store, storeAfter(elsewhere).exported());
        expectConsistent(store);
        // Later than any note that came in: only then is the order of adding the order of dates.
        store.setClock('2026-01-20T00:00:00.000Z');
        for (const one of after) store.run(commandOf(one, store));
        expectConsistent(store);
        if (op && undone) expect(store.run({ type: 'undo-import', op }).ok).toBe(true);
        expectConsistent(store);
      }),
      { numRuns: 150 },
    );
  });

  it('so they are after a backup of an earlier day is restored, and after that is undone', () => {
    fc.assert(
      fc.property(acts, acts, fc.boolean(), (before, since, undone) => {
        const store = storeAfter(before);
        const then = store.library();
        const records = Object.fromEntries(
          [...store.stored].map(([key, text]) => [key, JSON.parse(text) as unknown]),
        );
        if (then.generation === 0) return;
        const backup = [...snapshotPieces(records)].join('');
        for (const one of since) store.run(commandOf(one, store));
        const exported = store.exported();
        const op = importInto(store, value(exportOfSnapshot(backup, '2026-01-02T00:00:00.000Z')), {
          ignoreChecksum: false,
          asThen: true,
        });
        expect(op).not.toBeNull();
        expectConsistent(store);
        const now = new Map(store.library().notes.map((note) => [note.id, note]));
        for (const note of then.notes) {
          const { trashedAt, ...rest } = note;
          expect(now.get(note.id)).toMatchObject(rest);
          // What comes into the trash with it comes there now.
          const since = now.get(note.id)?.trashedAt ?? null;
          if (trashedAt === null) expect(since).toBeNull();
          else expect(since !== null && since >= trashedAt).toBe(true);
        }
        if (!undone || !op) return;
        const { skipped } = value(store.run({ type: 'undo-import', op })).answer;
        expectConsistent(store);
        // What is being written about stays, so it is not the same file then.
        if (skipped === 0) expect(JSON.parse(store.exported())).toEqual(JSON.parse(exported));
      }),
      { numRuns: 150 },
    );
  });

  it('the generation grows by one with each save, a repeated id changes nothing, a failure saves nothing', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const store = storeAfter([]);
        for (const one of sequence) {
          const command = commandOf(one, store);
          const { generation } = store.base().manifest;
          const before = new Map(store.stored);
          const outcome = store.run(command);
          const after = new Map(store.stored);
          if (!outcome.ok) {
            expect(after).toEqual(before);
            continue;
          }
          if (command.type === 'keep-draft' || command.type === 'note-export') continue;
          expect(store.base().manifest.generation).toBe(generation + 1);
          const again = store.run(command, outcome.value.op);
          expect(again).toMatchObject({
            ok: true,
            value: { answer: outcome.value.answer, set: {}, remove: [] },
          });
          expect(new Map(store.stored)).toEqual(after);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('pages ask again exactly where what they are told of may have changed', () => {
    fc.assert(
      fc.property(acts, act, (before, last) => {
        const store = storeAfter(before);
        const was = told(store);
        const outcome = store.run(commandOf(last, store));
        if (!outcome.ok) return;
        expect(outcome.value.askAgain).toBe(told(store) !== was);
      }),
    );
  });
});
