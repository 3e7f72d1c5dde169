import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../lib/library/export-schema.ts';
import { planImport } from '../../../lib/library/import-plan.ts';
import { trashIn } from '../../../lib/library/trash.ts';
import { MemoryStore, value } from './memory-store.ts';
import { importInto } from './random-commands.ts';
import { honest, sample, sealed } from './sample-export.ts';

const longAgo = '2020-01-01T00:00:00.000Z';
const today = '2026-03-01T00:00:00.000Z';

const { document } = sample();
const [first, second] = document.notes;

/** The sample with one note that came into the trash years ago. */
const withTrash = (change: (document: ExportDocument) => void = () => undefined) =>
  sealed(document, (file) => {
    Object.assign(file.notes[0]!, { trashedAt: longAgo });
    change(file);
  });

/** A library that holds the sample without its trash, or nothing, on a later day. */
const library = (text?: string) => {
  const store = new MemoryStore();
  store.series = 'mine';
  if (text !== undefined) importInto(store, text);
  store.setClock(today);
  return store;
};

const cameThere = (store: MemoryStore) =>
  trashIn(store.base().index).map(({ id, since }) => [id, since > today]);

describe('what an import puts into the trash', () => {
  it('is not due before 30 days from now, whenever it was deleted where it comes from', () => {
    const store = library();
    importInto(
      store,
      withTrash((file) => Object.assign(file.projects[1]!, { trashedAt: longAgo })),
    );
    expect(cameThere(store)).toEqual([
      [first!.id, true],
      [document.projects[1]!.id, true],
    ]);
  });

  it('is not, where a newer record puts a note of yours there', () => {
    const store = library(JSON.stringify(document));
    importInto(
      store,
      withTrash((file) => Object.assign(file.notes[0]!, { updatedAt: '2026-02-01T00:00:00.000Z' })),
    );
    expect(cameThere(store)).toEqual([[first!.id, true]]);
  });

  it('is not, where a backup does', () => {
    const store = library(withTrash());
    store.setClock(today);
    store.must({ type: 'restore-note', id: first!.id });
    expect(importInto(store, withTrash(), { ...honest, asThen: true })).not.toBeNull();
    expect(cameThere(store)).toEqual([[first!.id, true]]);
  });

  it('is the same the second time, and leaves the day on which yours came there', () => {
    const store = library(withTrash());
    const once = store.exported();
    for (const ways of [honest, { ...honest, asThen: true as const }]) {
      expect(value(planImport(withTrash(), store.library(), ways)).totals).toMatchObject({
        added: 0,
        changed: 0,
        same: 5,
      });
      importInto(store, withTrash(), ways);
      expect(store.exported()).toBe(once);
    }
  });

  it('is gone with the undo, to the byte', () => {
    const store = library(sealed(document, ({ notes }) => notes.splice(0, 1)));
    store.must({ type: 'trash-note', id: second!.id });
    const before = store.exported();
    const op = importInto(store, withTrash());
    expect(cameThere(store)).toHaveLength(2);
    value(store.run({ type: 'undo-import', op: op! }));
    expect(store.exported()).toBe(before);
  });
});
