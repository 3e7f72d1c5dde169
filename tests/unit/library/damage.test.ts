import { describe, expect, it } from 'vitest';
import { manifestKey, noteKey, projectKey } from '../../../lib/library/keys.ts';
import type { Note } from '../../../lib/library/schema.ts';
import { keep, MemoryStore, note } from './memory-store.ts';

const fresh = () => {
  const store = new MemoryStore();
  const project = store.must(keep('OpenGradient', '$OPG', '#OPG', '@OpenGradient'));
  return { store, project };
};

describe('damage', () => {
  it.each<[string, string, string]>([
    ['a base record that is gone', 'settings', 'it is missing'],
    ['an index of the wrong shape', 'index', 'projects: Invalid input'],
    ['a manifest of the wrong shape', 'manifest', 'generation: Invalid input'],
  ])('%s is named, and nothing is saved', (_, key, reason) => {
    const { store, project } = fresh();
    if (reason === 'it is missing') store.stored.delete(key);
    else store.stored.set(key, '{"schema":1}');
    const before = new Map(store.stored);
    expect(store.run(note(project, 'text'))).toMatchObject({
      error: { code: 'damaged', message: expect.stringContaining(`${key} is damaged (${reason}`) },
    });
    expect(store.stored).toEqual(before);
  });

  it.each<[string, string | null, string]>([
    ['gone', null, 'it is missing'],
    ['cut', '{"id":"id-000002"}', 'name: Invalid input'],
    ['no object', '"text"', 'Invalid input'],
    ["another's", null, 'it holds'],
  ])('a project record that is %s is named', (what, text, reason) => {
    const { store, project } = fresh();
    const other = store.must(keep('Other', '$OTHER'));
    if (what === "another's") store.stored.set(projectKey(project), store.stored.get(projectKey(other))!);
    else if (text === null) store.stored.delete(projectKey(project));
    else store.stored.set(projectKey(project), text);
    const failure = { code: 'damaged', message: expect.stringContaining(reason) };
    expect(store.run(note(project, 'text'))).toMatchObject({ error: failure });
  });

  it('in a note that an import would read stops the import', () => {
    const { store, project } = fresh();
    const id = store.must(note(project, 'text'));
    const kept = JSON.parse(store.stored.get(noteKey(id))!) as Note;
    store.stored.set(noteKey(id), JSON.stringify({ ...kept, projectId: 'another-1' }));
    const expected = { added: 0, changed: 0, same: 0, rejected: 0 };
    expect(store.run({ type: 'import', text: '{}', ignoreChecksum: false, expected })).toMatchObject({
      error: { code: 'damaged', message: expect.stringContaining(noteKey(id)) },
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
