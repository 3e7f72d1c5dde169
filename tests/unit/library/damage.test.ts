import { describe, expect, it } from 'vitest';
import { manifestKey, noteKey, projectKey } from '../../../lib/library/keys.ts';
import { contradicts } from '../../../lib/library/manifest.ts';
import type { Note } from '../../../lib/library/schema.ts';
import { keep, MemoryStore, note } from './memory-store.ts';

const fresh = () => {
  const store = new MemoryStore();
  const project = store.must(keep('OpenGradient', '$OPG', '#OPG', '@OpenGradient'));
  return { store, project };
};

/** What a schema says of data, and the names that records have in the store. */
const schemaWords = /must be|is missing|manifest|index|ops|project:|note:/;

describe('damage', () => {
  it.each<[string, string, string | null, string]>([
    ['a base record that is gone', 'settings', null, 'Your settings can not be read.'],
    ['an index of the wrong shape', 'index', '{"schema":1}', 'The list of your projects and notes'],
    ['a manifest of the wrong shape', 'manifest', '{"schema":1}', 'What was counted'],
    ['a list of drafts that is none', 'drafts', '7', 'What you typed and did not save yet'],
    ['a list of what was done that is none', 'ops', '"text"', 'The list of what you did last'],
  ])('%s is named as the user knows it, with what to do next, and nothing is saved', (_, key, text, says) => {
    const { store, project } = fresh();
    if (text === null) store.stored.delete(key);
    else store.stored.set(key, text);
    const before = new Map(store.stored);
    const outcome = store.run(note(project, 'text'));
    const error = { code: 'damaged', message: expect.stringContaining(says) };
    expect(outcome).toMatchObject({ error });
    expect(outcome).toMatchObject({ error: { message: expect.stringContaining('“Open recovery”') } });
    expect(JSON.stringify(outcome), 'no words of a schema').not.toMatch(schemaWords);
    expect(store.stored).toEqual(before);
  });

  it.each<[string, string | null]>([
    ['gone', null],
    ['cut', '{"id":"id-000002"}'],
    ['no object', '"text"'],
    ["another's", null],
  ])('a project record that is %s is told to be one', (what, text) => {
    const { store, project } = fresh();
    const other = store.must(keep('Other', '$OTHER'));
    if (what === "another's") store.stored.set(projectKey(project), store.stored.get(projectKey(other))!);
    else if (text === null) store.stored.delete(projectKey(project));
    else store.stored.set(projectKey(project), text);
    const outcome = store.run(note(project, 'text'));
    expect(outcome).toMatchObject({
      error: { code: 'damaged', message: expect.stringContaining('A project is damaged') },
    });
    expect(JSON.stringify(outcome)).not.toMatch(schemaWords);
  });

  it.each(['gone', 'cut'])('in a recent note (%s) keeps nothing else from leaving or coming back', (what) => {
    const { store, project } = fresh();
    const ids = Array.from({ length: 14 }, (_, at) => store.must(note(project, `Note ${at}`)));
    const other = store.must(keep('Other', '$OTHER'));
    const inside = store.must(note(other, 'inside'));
    const [lost, away] = [ids[10]!, ids[9]!];
    if (what === 'gone') store.stored.delete(noteKey(lost));
    else store.stored.set(noteKey(lost), '{"id":"cut"}');
    const recent = () => store.base().index.recent;
    const before = recent();

    for (const [type, id] of [
      ['trash-note', away],
      ['trash-project', other],
    ] as const) {
      expect(store.run({ type, id })).toMatchObject({ ok: true });
      expect(recent()).toContain(lost);
    }
    expect(recent()).not.toContain(inside);
    for (const [type, id] of [
      ['restore-project', other],
      ['restore-note', away],
    ] as const)
      expect(store.run({ type, id })).toMatchObject({ ok: true });
    expect(recent(), 'each at its place').toEqual(before);

    expect(store.run({ type: 'trash-project', id: project }), 'its own project').toMatchObject({ ok: true });
    expect(recent()).toEqual([inside]);
    expect(store.run({ type: 'restore-project', id: project })).toMatchObject({ ok: true });
    expect(recent(), 'by its date, which nobody knows, it is the last').toEqual([
      ...before.filter((id) => id !== lost),
      lost,
    ]);
    expect(contradicts(store.base())).toBe(false);
  });

  it('in all notes of a project does not keep that from coming back, and the library agrees with itself', () => {
    const { store, project } = fresh();
    store.stored.delete(noteKey(store.must(note(project, 'the only one'))));
    store.must({ type: 'trash-project', id: project });
    store.must({ type: 'restore-project', id: project });
    expect(contradicts(store.base())).toBe(false);
  });

  it('in a note beyond the recent ones keeps those from being made up to ten again by the others', () => {
    const { store, project } = fresh();
    const ids = Array.from({ length: 60 }, (_, at) => store.must(note(project, `Note ${at}`)));
    store.stored.delete(noteKey(ids[8]!));
    for (const id of ids.slice(11).reverse()) expect(store.run({ type: 'trash-note', id }).ok).toBe(true);
    const left = ids.slice(0, 11).reverse();
    const recent = store.base().index.recent;
    expect(recent.slice(0, 2)).toEqual(left.slice(0, 2));
    expect(recent.toSorted(), 'the one that can not be read too').toEqual(left.toSorted());
  });

  it('in a note that an import would read stops the import', () => {
    const { store, project } = fresh();
    const id = store.must(note(project, 'text'));
    const kept = JSON.parse(store.stored.get(noteKey(id))!) as Note;
    store.stored.set(noteKey(id), JSON.stringify({ ...kept, projectId: 'another-1' }));
    const expected = { added: 0, changed: 0, same: 0, rejected: 0 };
    expect(store.run({ type: 'import', text: '{}', ignoreChecksum: false, expected })).toMatchObject({
      error: { code: 'damaged', message: expect.stringContaining('A note is damaged') },
    });
  });

  it('is not what an earlier Underline wrote: settings without sites for weak mentions allow it on none', () => {
    const { store, project } = fresh();
    store.stored.set('settings', '{"dwellMs":400,"paused":false,"sitesOff":["x.com"],"ignored":[]}');
    expect(store.run(note(project, 'text')).ok).toBe(true);
    expect(store.base().settings).toMatchObject({ sitesOff: ['x.com'], weakSites: [] });
  });

  it('is not what a later Underline wrote', () => {
    const { store, project } = fresh();
    store.stored.set(manifestKey, '{"schema":2,"more":true}');
    expect(store.run(note(project, 'text'))).toMatchObject({
      error: { code: 'newer-version', message: expect.stringContaining('Update Underline') },
    });
  });
});
