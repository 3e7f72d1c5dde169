import { describe, expect, it } from 'vitest';
import type { Command } from '../../../lib/library/command.ts';
import { baseKeys } from '../../../lib/library/keys.ts';
import { movedDrafts } from '../../../lib/library/moved-records.ts';
import { projectDraftText, readProjectDraft } from '../../../lib/library/project-draft.ts';
import { keep, MemoryStore, note } from './memory-store.ts';

const fresh = () => {
  const store = new MemoryStore();
  const project = store.must(keep('OpenGradient', '$OPG'));
  return { store, project, noteId: store.must(note(project, 'Mine')) };
};
const draft = (about: string, body = 'half'): Command => ({ type: 'keep-draft', about, body });
const kind = { type: 'note' } as const;

describe('a draft', () => {
  it('kept before anything else leaves a whole library, not half of one', () => {
    const store = new MemoryStore();
    store.must(draft('keep:$OPG'));
    expect([...store.stored.keys()].sort()).toEqual([...baseKeys].sort());
    expect(store.base().drafts).toEqual({ 'keep:$OPG': 'half' });
    store.must(keep('OpenGradient', '$OPG'));
    expect(store.base().drafts).toEqual({ 'keep:$OPG': 'half' });
  });

  it.each<[string, (ids: { project: string; noteId: string }) => [string, Command]]>([
    ['of a new note, by the note', ({ project }) => [project, note(project, 'New')]],
    [
      'of a note, by its change',
      ({ noteId }) => [`note:${noteId}`, { type: 'edit-note', id: noteId, kind, body: 'New' }],
    ],
    [
      'of a note, by a change to what it was',
      ({ noteId }) => [`note:${noteId}`, { type: 'edit-note', id: noteId, kind, body: 'Mine' }],
    ],
    [
      'of a name, by the name',
      ({ project }) => [`name:${project}`, { type: 'edit-project', id: project, name: 'New' }],
    ],
    [
      'of a thesis, by the thesis',
      ({ project }) => [`thesis:${project}`, { type: 'edit-project', id: project, thesis: 'New' }],
    ],
    [
      'of an alias, by the alias',
      ({ project: id }) => [
        `alias:${id}`,
        { type: 'add-aliases', id, aliases: [{ text: '$NEW', site: null }], typed: '' },
      ],
    ],
    [
      'of a tag, by the tag',
      ({ project: id }) => [
        `tag:${id}`,
        { type: 'change-tags', changes: [{ id, add: ['new'], remove: [], typed: '' }] },
      ],
    ],
    [
      'of a new project, by the project',
      () => ['keep:$NEW', { ...keep('New', '$NEW'), draft: 'keep:$NEW' } as Command],
    ],
  ])('%s is cleared in the same save, and no other is', (_, of) => {
    const { store, project, noteId } = fresh();
    const [about, command] = of({ project, noteId });
    const editors = ['name', 'thesis', 'alias', 'tag'].map((field) => `${field}:${project}`);
    const others = [project, `note:${noteId}`, ...editors, 'keep:$NEW'].filter((key) => key !== about);
    for (const key of [about, ...others]) store.must(draft(key));
    store.must(command);
    expect(Object.keys(store.base().drafts).sort()).toEqual(others.sort());
  });

  it.each<[string, string | undefined, string]>([
    ['what is left in its field', '@Ne', '@Ne'],
    ['as it is by one who does not know its field', undefined, 'half'],
  ])('of an alias is kept %s', (_, typed, left) => {
    const { store, project: id } = fresh();
    const about = `alias:${id}`;
    store.must(draft(about));
    const aliases = [{ text: '$NEW', site: null }];
    store.must({ type: 'add-aliases', id, aliases, ...(typed !== undefined && { typed }) });
    expect(store.base().drafts).toEqual({ [about]: left });
  });

  it.each(['unknown-1', 'note:unknown-1', 'name:unknown-1', 'thesis:unknown-1', 'alias:unknown-1'])(
    'about %s, which is not there, is refused',
    (about) => {
      const { store } = fresh();
      expect(store.run(draft(about))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    },
  );

  it.each(['__proto__', 'toString', 'note:', 'note:short', 'other:abcdefgh', ''])(
    'under the key %j is no command',
    (about) => {
      const { store } = fresh();
      expect(store.run(draft(about))).toMatchObject({ ok: false, error: { code: 'bad-command' } });
    },
  );

  it('of projects that nobody ever keeps are at most 200, and those are the newest', () => {
    const { store, project } = fresh();
    store.must(draft(project));
    for (let i = 0; i < 230; i += 1) store.must(draft(`keep:$T${i}`));
    const newest = Array.from({ length: 200 }, (_, at) => `keep:$T${30 + at}`);
    expect(Object.keys(store.base().drafts)).toEqual([project, ...newest]);
    store.must(draft('keep:$T40', 'touched again'));
    store.must(draft('keep:$NEW'));
    expect(Object.keys(store.base().drafts)).toEqual([
      project,
      ...newest.filter((key) => key !== 'keep:$T30' && key !== 'keep:$T40'),
      'keep:$T40',
      'keep:$NEW',
    ]);
  });

  it('goes along when a repair gives what it is about another id', () => {
    const moving = {
      projects: new Map([['project-1', 'project-2']]),
      notes: new Map([['noted-1', 'noted-2']]),
      keys: [],
    };
    const drafts = {
      'project-1': 'a',
      'name:project-1': 'b',
      'note:noted-1': 'c',
      'keep:project-1': 'd',
      'note:noted-9': 'e',
    };
    expect(movedDrafts(drafts, moving)).toEqual({
      'project-2': 'a',
      'name:project-2': 'b',
      'note:noted-2': 'c',
      'keep:project-1': 'd',
      'note:noted-9': 'e',
    });
  });

  it('of a note keeps that note when the import that brought it is undone', () => {
    const elsewhere = fresh();
    const store = new MemoryStore();
    store.series = 'other';
    store.must(keep('Mine', '$MINE'));
    const text = elsewhere.store.exported();
    const imported = store.run({
      ...{ type: 'import', text, ignoreChecksum: false },
      expected: { added: 2, changed: 0, same: 1, rejected: 0 },
    });
    if (!imported.ok) throw new Error(imported.error.message);
    store.must(draft(`note:${elsewhere.noteId}`));
    store.must({ type: 'undo-import', op: imported.value.op });
    expect(store.library().notes.map(({ id }) => id)).toEqual([elsewhere.noteId]);
  });
});

describe('the draft of a project', () => {
  const whole = {
    name: 'Open',
    aliases: [{ text: '$OPG', site: null }],
    status: 'watching' as const,
    text: '@Op',
  };
  it('is read as it was kept', () => {
    expect(readProjectDraft(projectDraftText(whole))).toEqual(whole);
  });
  it.each([undefined, '', 'half', '{}', '[]', 'null', '{"name":1}'])('is none where there is %j', (text) => {
    expect(readProjectDraft(text)).toBeNull();
  });
});
