import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportDocument, exportFileName, exportFiles, exportText } from '../../../lib/library/export-file.ts';
import { ExportDocument, exportSchema } from '../../../lib/library/export-schema.ts';
import { planImport } from '../../../lib/library/import-plan.ts';
import { defaultSettings } from '../../../lib/library/schema.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { importInto } from './random-commands.ts';

/** All that an export holds, without what says when and how it was made. */
const contentOf = (store: MemoryStore) => {
  const { projects, notes, settings } = JSON.parse(store.exported()) as ExportDocument;
  return { projects, notes, settings };
};

const frozen = readFileSync(new URL('../../fixtures/library/v1.json', import.meta.url), 'utf8');

describe('an export', () => {
  it('is named after its day', () => {
    expect(exportFileName('2026-03-01T23:59:59.999Z')).toBe('underline-2026-03-01.json');
  });

  it('holds the trash too, oldest first, and nothing that only the store keeps', () => {
    const store = new MemoryStore();
    const [first, second] = [store.must(keep('First', '$A')), store.must(keep('Second', '$B'))];
    const [one, two] = [store.must(note(first, 'one')), store.must(note(second, 'two'))];
    store.must({ type: 'trash-note', id: one });
    store.must({ type: 'trash-project', id: second });
    const document = exportDocument(store.library(), {
      now: '2026-03-01T10:00:00.000Z',
      appVersion: '0.1.0',
    });
    expect(ExportDocument.parse(document)).toEqual(document);
    expect(document.projects.map(({ id }) => id)).toEqual([first, second]);
    expect(document.notes.map(({ id }) => id)).toEqual([one, two]);
    expect(document.counts).toEqual({ projects: 2, notes: 2 });
    expect(exportText(document)).not.toContain('"notes": [\n        "');
  });

  it('of an empty library opens', () => {
    const empty = new MemoryStore();
    expect(value(planImport(empty.exported(), empty.library(), { ignoreChecksum: false })).totals).toEqual({
      added: 0,
      changed: 0,
      same: 1,
      rejected: 0,
    });
  });

  it('above the limit is several files, each below it, which bring everything back in any order', () => {
    const store = new MemoryStore();
    const [first, second] = [store.must(keep('First', '$A')), store.must(keep('Second', '$B'))];
    store.must(keep('Without notes', '$C'));
    for (let number = 0; number < 40; number += 1)
      store.must(note(number < 30 ? first : second, `${number} ${'ü'.repeat(200)}`));
    store.must({ type: 'trash-project', id: second });
    store.must({ type: 'pause', on: true });
    const about = { now: '2026-03-01T10:00:00.000Z', appVersion: '0.1.0' };
    const most = 8_000;
    const files = exportFiles(store.library(), about, most);
    expect(files.length).toBeGreaterThan(3);
    expect(files.map(({ name }) => name)).toEqual(
      files.map((_, at) => `underline-2026-03-01-${at + 1}-of-${files.length}.json`),
    );
    for (const { text } of files) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    const total = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(total / files.length, 'they are not needlessly small').toBeGreaterThan(most / 2);

    for (const order of [files, files.toReversed()]) {
      const other = new MemoryStore();
      other.setClock('2026-01-01T00:00:00.000Z');
      for (const { text } of order) {
        expect(ExportDocument.safeParse(JSON.parse(text)).success).toBe(true);
        expect(value(planImport(text, other.library(), { ignoreChecksum: false })).rejected).toEqual([]);
        importInto(other, text);
      }
      expect(contentOf(other)).toEqual(contentOf(store));
    }
    const [whole, ...others] = exportFiles(store.library(), about);
    expect(others).toEqual([]);
    expect(whole).toEqual({ name: 'underline-2026-03-01.json', text: store.exported() });
  });

  it('brings names, domains and addresses along, and what is insisted on', () => {
    const [from, to] = [new MemoryStore(), new MemoryStore()];
    const aliases = [
      { text: 'Open Gradient', site: null },
      { text: 'opengradient.ai', site: null },
      { text: '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU', site: 'x.com' },
      { text: 'Render', site: null, insist: true },
    ] as const;
    const id = from.must({
      type: 'keep-project',
      name: 'P',
      aliases: [...aliases],
      status: null,
      thesis: '',
    });
    const text = from.exported();
    importInto(to, text);
    expect(to.base().index.projects[id]?.aliases).toEqual(aliases);
    expect((JSON.parse(to.exported()) as ExportDocument).projects).toEqual(
      (JSON.parse(text) as ExportDocument).projects,
    );
  });

  it('has the schema that is published', async () => {
    await expect(`${JSON.stringify(exportSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../../docs/export.schema.json',
    );
  });
});

describe('the frozen sample of version 1', () => {
  it('opens for ever, whole', () => {
    const store = new MemoryStore();
    const plan = value(planImport(frozen, store.library(), { ignoreChecksum: false }));
    expect(plan).toMatchObject({
      projects: { added: 3, rejected: 0 },
      notes: { added: 5, rejected: 0 },
      settings: 'changed',
    });
    importInto(store, frozen);
    const { projects, notes, settings } = JSON.parse(frozen) as ExportDocument;
    const out = JSON.parse(store.exported()) as ExportDocument;
    expect({ projects: out.projects, notes: out.notes, settings: out.settings }).toEqual({
      projects,
      notes,
      // What came later is as nobody had set it.
      settings: { ...defaultSettings, ...settings },
    });
  });
});
