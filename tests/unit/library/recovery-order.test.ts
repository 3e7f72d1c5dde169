import { describe, expect, it } from 'vitest';
import type { Command } from '../../../lib/library/command.ts';
import { descends } from '../../../lib/library/descent.ts';
import { noteKey, projectKey } from '../../../lib/library/keys.ts';
import type { Step } from '../../../lib/library/migration-steps.ts';
import type { Records } from '../../../lib/library/parse.ts';
import { judgeCopy, type LibraryCopy } from '../../../lib/library/recovery-copy.ts';
import { planRecovery } from '../../../lib/library/recovery-plan.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { importInto } from './random-commands.ts';
import { all, copy, expectWhole, now, plan, repaired } from './recovered.ts';

describe('of two copies', () => {
  const fresh = () => {
    const store = new MemoryStore();
    const project = store.must(keep('OpenGradient', '$OPG'));
    const first = store.must(note(project, 'first'));
    return { store, project, first };
  };

  it('a new note is no leftover where only the manifest of the store is lost', () => {
    const { store, project, first } = fresh();
    const old = all(store);
    const added = store.must(note(project, 'not in the second copy yet'));
    const other = store.must(keep('Bitcoin', '$BTC'));
    const ofOther = store.must(note(other, 'nor this'));
    for (const harmed of [{ manifest: 7 }, { manifest: 7, index: 7 }]) {
      const records: Records = { ...all(store), ...harmed };
      const after = repaired(records, plan(records, old));
      expectWhole(after);
      expect(after[projectKey(project)]).toMatchObject({ notes: [added, first] });
      expect(after[projectKey(other)]).toMatchObject({ notes: [ofOther] });
    }
  });

  it('settings and drafts come from a store that lost no more than its manifest', () => {
    const { store, project } = fresh();
    const old = all(store);
    store.must({ type: 'pause', on: true });
    store.must({ type: 'keep-draft', about: project, body: 'half a sentence' });
    const records: Records = { ...all(store), manifest: 7 };
    const after = repaired(records, plan(records, old));
    expect(after).toMatchObject({ settings: { paused: true }, drafts: { [project]: 'half a sentence' } });
  });

  it('the newer copy’s is taken where that is whole, also if an undo brought an older one back', () => {
    const { store, first } = fresh();
    const before = all(store)[noteKey(first)];
    const newer = store.fork('id');
    newer.setClock('2026-02-01T00:00:00.000Z');
    const edit: Command = { type: 'edit-note', id: first, kind: { type: 'note' }, body: 'changed elsewhere' };
    value(newer.run(edit, 'op-elsewhere'));
    const op = importInto(store, newer.exported());
    expect(all(store)[noteKey(first)]).toMatchObject({ body: 'changed elsewhere' });
    const rolledBack = all(store);
    store.must({ type: 'undo-import', op: op! });
    const after = repaired(rolledBack, plan(rolledBack, all(store)));
    expectWhole(after);
    expect(after[noteKey(first)]).toEqual(before);
  });

  it('where each was gone on from an earlier state, everything of both is kept, and the newer wording of a note', () => {
    const { store, project, first } = fresh();
    const other = store.fork('other');
    const edit = (body: string): Command => ({ type: 'edit-note', id: first, kind: { type: 'note' }, body });
    other.must(note(project, 'in the second copy alone'));
    other.must({ type: 'keep-draft', about: project, body: 'typed there' });
    // As many commands, and more: neither number says which of them lacks something.
    for (const commands of [1, 3]) {
      const went = store.fork('went');
      went.setClock('2026-02-01T00:00:00.000Z');
      went.must(edit('changed in the store'));
      for (let i = 1; i < commands; i += 1) went.must(note(project, `in the store alone ${i}`));
      const after = repaired(all(went), plan(all(went), all(other)));
      expectWhole(after);
      const bodies = Object.values(after).flatMap((record) => Reflect.get(Object(record), 'body') ?? []);
      const both = ['changed in the store', 'in the second copy alone'];
      expect(bodies.toSorted()).toEqual(
        [
          ...both,
          ...Array.from({ length: commands - 1 }, (_, i) => `in the store alone ${i + 1}`),
        ].toSorted(),
      );
      expect(after).toMatchObject({ drafts: { [project]: 'typed there' } });
      // Until the copy is filled it is known which of the two came later.
      const judged = judgeCopy(copy(after));
      for (const one of [went, other]) expect(descends(judged, judgeCopy(copy(all(one))))).toBe(true);
    }
  });

  it('one that an update left in its old form is read', () => {
    const { store, project, first } = fresh();
    const step: Step = {
      project: ({ was, ...record }) => ({ ...record, thesis: was }),
      note: ({ text, ...record }) => ({ ...record, body: text }),
      settings: (record) => record,
    };
    const { body, ...newNote } = Object(all(store)[noteKey(first)]);
    const { thesis, ...newProject } = Object(all(store)[projectKey(project)]);
    const records = {
      ...all(store),
      [noteKey(first)]: { ...newNote, text: body },
      [projectKey(project)]: { ...newProject, was: thesis },
    };
    expect(judgeCopy(copy(records)).bad.size).toBe(2);
    const judged = judgeCopy(copy(records), [step]);
    expect(judged.bad.size).toBe(0);
    expect(judged.notes.get(first)).toMatchObject({ body: 'first' });
    expect(judged.projects.get(project)).toMatchObject({ notes: [first] });
  });
});

describe('nothing is repaired', () => {
  const store = new MemoryStore();
  store.must(note(store.must(keep('OpenGradient', '$OPG')), 'first'));
  const records = all(store);
  const slow = (of: Records) => ({ records: of, unreadable: [], late: true });

  it.each<[string, LibraryCopy, LibraryCopy | null]>([
    ['while nobody knows what is in the second copy', copy({}), null],
    ['while the second copy is too slow', copy({}), slow({})],
    ['while the store is too slow', slow({}), copy(records)],
  ])('%s', (_, ours, second) => {
    expect(value(planRecovery(ours, second, now)).refusal).toMatchObject({ code: 'storage-failed' });
  });

  it('and all that can be read can be exported meanwhile', () => {
    expect(value(planRecovery(copy(records), null, now)).library.notes).toMatchObject([{ body: 'first' }]);
    expect(plan({}, records).refusal).toBeNull();
  });
});
