import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectKey, undoKey } from '../../../lib/library/keys.ts';
import { type MergeChoice, mergedOf } from '../../../lib/library/merge.ts';
import { lastImport, lastMerge } from '../../../lib/library/operations.ts';
import { cashtag, keep, MemoryStore, note, value } from './memory-store.ts';
import { act, commandOf, importInto } from './random-commands.ts';
import { honest, sample, sealed } from './sample-export.ts';

const acts = fc.array(act, { minLength: 1, maxLength: 25 });
const choice: MergeChoice = { name: 'into', status: 'into', thesis: 'both' };
const choices = fc.record<MergeChoice>({
  name: fc.constantFrom('from', 'into'),
  status: fc.constantFrom('from', 'into'),
  thesis: fc.constantFrom('from', 'into', 'both'),
});

/** Two projects with two notes each, of which one asks, in turn. */
function two() {
  const store = new MemoryStore();
  const into = store.must({
    ...keep('OpenGradient', '$OPG', '@OpenGradient'),
    thesis: 'Verifiable inference',
  } as never);
  const from = store.must({
    ...keep('OPG', '$opg', '@og_labs'),
    status: 'watching',
    thesis: 'Who pays?',
  } as never);
  const ask = (id: string, body: string) =>
    store.must({
      type: 'add-note',
      projectId: id,
      kind: { type: 'question', answer: 'open' },
      body,
      source: null,
    });
  const asked = [ask(from, 'first'), ask(into, 'second'), ask(from, 'third')];
  const plain = store.must(note(into, 'plain'));
  const projectOf = (id: string) => store.library().projects.find((one) => one.id === id)!;
  const merge = (chosen = choice) =>
    value(store.run({ type: 'merge-projects', from, into, choice: chosen })).op;
  return { store, into, from, asked, plain, projectOf, merge };
}

describe('the merged project', () => {
  const a = {
    name: 'A',
    status: 'watching' as const,
    thesis: 'a',
    aliases: [cashtag('$OPG'), cashtag('@a')],
  };
  const b = { name: 'B', status: null, thesis: 'b', aliases: [cashtag('$opg'), cashtag('@b')] };
  it.each([
    ['what stays', { ...choice, thesis: 'into' }, 'b', b],
    ['what goes', { name: 'from', status: 'from', thesis: 'from' }, 'a', a],
    ['both theses, the one that stays first', choice, 'b\n\na', b],
  ] as const)('takes %s', (_, chosen, thesis, { name, status }) => {
    const merged = mergedOf(a, b, chosen);
    expect(merged).toMatchObject({ name, status, thesis });
    // `$OPG` and `$opg` are one.
    expect(merged.aliases.map(({ text }) => text)).toEqual(['$opg', '@b', '@a']);
  });
  it.each([
    ['', 'b', 'b'],
    ['a', '', 'a'],
    ['same', ' same\n', ' same\n'],
    ['', '', ''],
  ])('has no thesis twice: %j and %j', (first, second, thesis) => {
    expect(mergedOf({ ...a, thesis: first }, { ...b, thesis: second }, choice).thesis).toBe(thesis);
  });
});

describe('a merge', () => {
  it('moves all notes, questions oldest first, and leaves the other empty in the trash', () => {
    const { store, into, from, asked, plain, projectOf, merge } = two();
    merge();
    const [first, second, third] = asked;
    expect(projectOf(into)).toMatchObject({
      name: 'OpenGradient',
      thesis: 'Verifiable inference\n\nWho pays?',
      notes: [plain, third, second, first],
      openQuestions: asked,
      trashedAt: null,
    });
    expect(projectOf(into).aliases.map(({ text }) => text)).toEqual(['$OPG', '@OpenGradient', '@og_labs']);
    expect(projectOf(from)).toMatchObject({
      name: 'OPG',
      notes: [],
      openQuestions: [],
      trashedAt: expect.any(String),
    });
    expect(store.base().index.projects[into]?.notes).toBe(4);
    expect(store.base().index.projects[from]?.notes).toBe(0);
  });

  it.each([
    ['itself', 'bad-command', ({ into }: ReturnType<typeof two>) => ({ from: into, into }), 'with itself'],
    [
      'one in the trash',
      'not-found',
      ({ store, from, into }: ReturnType<typeof two>) => {
        store.must({ type: 'trash-project', id: from });
        return { from, into };
      },
      '“OPG” is in the trash',
    ],
    [
      'into one in the trash',
      'not-found',
      ({ store, from, into }: ReturnType<typeof two>) => {
        store.must({ type: 'trash-project', id: into });
        return { from, into };
      },
      '“OpenGradient” is in the trash',
    ],
    [
      'one that is unknown',
      'not-found',
      ({ into }: ReturnType<typeof two>) => ({ from: 'unknown-1', into }),
      'not in your library',
    ],
    [
      'one whose aliases are too many',
      'bad-command',
      ({ store, from, into }: ReturnType<typeof two>) => {
        store.must({
          type: 'add-aliases',
          id: from,
          aliases: Array.from({ length: 198 }, (_, at) => cashtag(`@a${at}`)),
        });
        return { from, into };
      },
      '201 aliases; 200 is the most',
    ],
    [
      'one whose thesis is too long beside the other',
      'bad-command',
      ({ store, from, into }: ReturnType<typeof two>) => {
        store.must({ type: 'edit-project', id: from, thesis: 'x'.repeat(20_000) });
        return { from, into };
      },
      '20,022 characters long; 20,000 is the most',
    ],
  ] as const)('with %s is refused and changes nothing', (_, code, arrange, words) => {
    const all = two();
    const ids = arrange(all);
    const before = new Map(all.store.stored);
    const refused = all.store.run({ type: 'merge-projects', ...ids, choice });
    expect(refused).toMatchObject({ ok: false, error: { code, message: expect.stringContaining(words) } });
    expect(new Map(all.store.stored)).toEqual(before);
  });
});

describe('the undo of a merge', () => {
  it('is to the byte, lost removals or not', () => {
    fc.assert(
      fc.property(
        acts,
        fc.nat(1_000),
        fc.nat(1_000),
        choices,
        fc.boolean(),
        (here, one, other, chosen, removes) => {
          const { store } = two();
          store.removes = removes;
          for (const one of here) store.run(commandOf(one, store));
          const alive = store.library().projects.filter(({ trashedAt }) => trashedAt === null);
          const [from, into] = [alive[one % alive.length], alive[other % alive.length]];
          if (!from || !into || from === into) return;
          const [before, recent] = [store.exported(), store.base().index.recent];
          const merged = store.run({ type: 'merge-projects', from: from.id, into: into.id, choice: chosen });
          if (!merged.ok) return;
          expect(store.library().notes).toHaveLength(store.base().manifest.counts.notes);
          expect(value(store.run({ type: 'undo-merge', op: merged.value.op })).answer).toEqual({
            id: from.id,
            skipped: 0,
          });
          expect(store.exported()).toBe(before);
          expect(store.base().index.recent).toEqual(recent);
          expect(store.run({ type: 'undo-merge', op: merged.value.op })).toMatchObject({
            error: { code: 'not-found' },
          });
          expect(store.exported()).toBe(before);
        },
      ),
    );
  });

  it('keeps every word that was written since, whatever was done', () => {
    fc.assert(
      fc.property(acts, acts, choices, (here, since, chosen) => {
        const { store, from, into, merge } = two();
        for (const one of here) store.run(commandOf(one, store));
        const merged = store.run({ type: 'merge-projects', from, into, choice: chosen });
        const op = merged.ok ? merged.value.op : merge;
        if (typeof op !== 'string') return;
        for (const one of since) store.run(commandOf(one, store));
        const bodies = () =>
          store
            .library()
            .notes.map(({ id, body }) => `${id} ${body}`)
            .sort();
        const before = bodies();
        store.run({ type: 'undo-merge', op });
        expect(bodies()).toEqual(before);
      }),
    );
  });

  it('gives notes back with what was written in them since, and leaves a changed project as it is', () => {
    const { store, into, from, asked, merge, projectOf } = two();
    const op = merge();
    const [first, second, third] = asked;
    store.must({
      type: 'edit-note',
      id: first!,
      kind: { type: 'question', answer: 'answered' },
      body: 'first, in other words',
    });
    store.must({ type: 'edit-project', id: into, name: 'OG' });
    const added = store.must(note(into, 'new'));
    expect(value(store.run({ type: 'undo-merge', op })).answer).toEqual({ id: from, skipped: 1 });
    expect(projectOf(from)).toMatchObject({
      notes: [third, first],
      openQuestions: [third],
      trashedAt: null,
      thesis: 'Who pays?',
    });
    expect(projectOf(into)).toMatchObject({
      name: 'OG',
      openQuestions: [second],
      thesis: 'Verifiable inference\n\nWho pays?',
    });
    expect(projectOf(into).notes).toContain(added);
    expect(store.library().notes.find(({ id }) => id === first)).toMatchObject({
      body: 'first, in other words',
    });
  });

  it('makes anew what the trash was emptied of', () => {
    const { store, from, merge, projectOf } = two();
    const before = store.exported();
    const op = merge();
    store.must({ type: 'empty-trash', until: '2100-01-01T00:00:00.000Z' });
    expect(store.stored.has(projectKey(from))).toBe(false);
    expect(value(store.run({ type: 'undo-merge', op })).answer.skipped).toBe(0);
    expect(projectOf(from)).toMatchObject({ name: 'OPG', status: 'watching', thesis: 'Who pays?' });
    expect(JSON.parse(store.exported()).projects).toEqual(
      expect.arrayContaining(JSON.parse(before).projects),
    );
  });

  it('brings notes out of the trash that their project came to lie in, and no others', () => {
    const { store, into, from, merge, projectOf } = two();
    const op = merge();
    store.must({ type: 'trash-project', id: into });
    value(store.run({ type: 'undo-merge', op }));
    expect(projectOf(into).trashedAt).not.toBeNull();
    expect(store.base().index.recent).toEqual(projectOf(from).notes);
  });

  it('is told from that of an import', () => {
    const { store, into, merge } = two();
    expect(lastMerge(store.base().operations)).toBeNull();
    const op = merge();
    expect(lastMerge(store.base().operations)).toMatchObject({ op, into });
    expect(lastImport(store.base().operations)).toBeNull();
    expect(store.run({ type: 'undo-import', op })).toMatchObject({ error: { code: 'not-found' } });
    const imported = importInto(
      store,
      sealed(sample().document, () => undefined),
      honest,
    )!;
    expect(lastImport(store.base().operations)?.op).toBe(imported);
    expect(store.run({ type: 'undo-merge', op: imported })).toMatchObject({ error: { code: 'not-found' } });
    expect(store.stored.has(undoKey(imported))).toBe(true);
    value(store.run({ type: 'undo-merge', op }));
    expect(store.stored.has(undoKey(op))).toBe(false);
    expect(lastMerge(store.base().operations)).toBeNull();
  });
});
