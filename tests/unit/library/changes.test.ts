import { describe, expect, it } from 'vitest';
import type { Command } from '../../../lib/library/command.ts';
import { cashtag, keep, MemoryStore, note, value } from './memory-store.ts';

const fresh = () => {
  const store = new MemoryStore();
  const project = store.must(keep('OpenGradient', '$OPG', '#OPG', '@OpenGradient'));
  return { store, project };
};

const kind = { type: 'note' } as const;
type AddNote = Extract<Command, { type: 'add-note' }>;

describe('a command', () => {
  it('saves all base records with the first one, so that a missing record is damage ever after', () => {
    const { store } = fresh();
    expect([...store.stored.keys()].sort()).toEqual(
      ['drafts', 'index', 'manifest', 'ops', 'project:id-000002', 'settings'].sort(),
    );
  });

  it('answers the same under a repeated id, after a restart too, and saves nothing', () => {
    const { store, project } = fresh();
    const first = value(store.run(note(project, 'once'), 'operation-1'));
    const before = new Map(store.stored);
    const again = value(store.run(note(project, 'once'), 'operation-1'));
    expect(again.answer).toEqual(first.answer);
    expect(again.set).toEqual({});
    expect(store.stored).toEqual(before);
  });

  it('remembers the last 100 ids', () => {
    const { store, project } = fresh();
    value(store.run(note(project, 'old'), 'operation-1'));
    for (let i = 0; i < 99; i += 1) store.must({ type: 'pause', on: i % 2 === 0 });
    expect(value(store.run(note(project, 'old'), 'operation-1')).set).toEqual({});
    store.must({ type: 'pause', on: false });
    expect(value(store.run(note(project, 'old'), 'operation-1')).set).not.toEqual({});
  });

  it('leaves what an edit does not name as it is stored', () => {
    const { store, project } = fresh();
    store.must({ type: 'edit-project', id: project, name: 'New name' });
    store.must({ type: 'edit-project', id: project, thesis: 'New thesis' });
    expect(store.library().projects).toEqual([
      expect.objectContaining({
        name: 'New name',
        thesis: 'New thesis',
        aliases: expect.arrayContaining([cashtag('$OPG')]),
      }),
    ]);
  });

  it.each<[string, (project: string) => Command, boolean]>([
    ['a pause', () => ({ type: 'pause', on: true }), true],
    ['a site switched off', () => ({ type: 'switch-site', site: 'x.com', on: false }), true],
    ['weak painting on a site', () => ({ type: 'paint-weak', site: 'x.com', on: true }), true],
    ['weak painting that is off already', () => ({ type: 'paint-weak', site: 'x.com', on: false }), false],
    ['an ignored mention', () => ({ type: 'ignore-mention', key: '$opg', site: null }), true],
    ['a site that is on already', () => ({ type: 'switch-site', site: 'x.com', on: true }), false],
    ['a note', (project) => note(project, 'text'), true],
    ['a status', (id) => ({ type: 'set-status', id, status: 'watching' }), true],
    ['an alias', (id) => ({ type: 'add-aliases', id, aliases: [cashtag('$NEW')] }), true],
    ['an alias less', (id) => ({ type: 'remove-aliases', id, aliases: [cashtag('$OPG')] }), true],
    ['a project in the trash', (id) => ({ type: 'trash-project', id }), true],
    ['a name', (id) => ({ type: 'edit-project', id, name: 'New name' }), false],
    ['a thesis', (id) => ({ type: 'edit-project', id, thesis: 'New thesis' }), false],
    ['a draft', (about) => ({ type: 'keep-draft', about, body: 'Who' }), false],
    ['a project without aliases', () => keep('Bare'), false],
  ])('%s lets pages ask again: %3$s (only what a page is told counts)', (_, command, asked) => {
    const { store, project } = fresh();
    expect(value(store.run(command(project))).askAgain).toBe(asked);
  });

  it('sets, switches and ignores there and back', () => {
    const { store } = fresh();
    const before = store.base().settings;
    store.must({ type: 'switch-site', site: 'x.com', on: false });
    store.must({ type: 'paint-weak', site: 'reddit.com', on: true });
    store.must({ type: 'paint-weak', site: 'reddit.com', on: true });
    store.must({ type: 'ignore-mention', key: '$opg', site: 'x.com' });
    store.must({ type: 'ignore-mention', key: '$opg', site: 'x.com' });
    expect(store.base().settings).toEqual({
      ...before,
      sitesOff: ['x.com'],
      weakSites: ['reddit.com'],
      ignored: [{ key: '$opg', site: 'x.com' }],
    });
    store.must({ type: 'heed-mention', key: '$opg', site: null });
    expect(store.base().settings.ignored).toHaveLength(1);
    store.must({ type: 'heed-mention', key: '$opg', site: 'x.com' });
    store.must({ type: 'switch-site', site: 'x.com', on: true });
    store.must({ type: 'paint-weak', site: 'reddit.com', on: false });
    expect(store.base().settings).toEqual(before);
  });
});

describe('a trashed project', () => {
  it.each<[string, (project: string, note: string) => Command]>([
    ['edit', (id) => ({ type: 'edit-project', id, name: 'N', thesis: '' })],
    ['add aliases', (id) => ({ type: 'add-aliases', id, aliases: [cashtag('$NEW')] })],
    ['remove aliases', (id) => ({ type: 'remove-aliases', id, aliases: [cashtag('$OPG')] })],
    ['set a status', (id) => ({ type: 'set-status', id, status: 'watching' })],
    ['add a note', (id) => note(id, 'text')],
    ['edit a note', (_, id) => ({ type: 'edit-note', id, kind, body: 'new' })],
  ])('refuses to %s and says what to do', (_, command) => {
    const { store, project } = fresh();
    const kept = store.must(note(project, 'text'));
    store.must({ type: 'trash-project', id: project });
    const before = new Map(store.stored);
    expect(store.run(command(project, kept))).toMatchObject({
      error: {
        code: 'not-found',
        message: expect.stringContaining('“OpenGradient” is in the trash. Restore'),
      },
    });
    expect(store.stored).toEqual(before);
  });

  it('keeps its notes and comes back with them, as it was', () => {
    const { store, project } = fresh();
    const other = store.must(keep('Other', '$OTHER'));
    for (const id of [project, other, project, other]) store.must(note(id, 'text'));
    const before = store.base().index;
    store.must({ type: 'trash-project', id: project });
    expect(store.base().index.recent).toHaveLength(2);
    expect(store.base().index.projects[project]?.notes).toBe(2);
    store.must({ type: 'restore-project', id: project });
    const { index } = store.base();
    expect(index.recent).toEqual(before.recent);
    expect(index.projects[project]).toEqual({ ...before.projects[project], updatedAt: expect.any(String) });
  });
});

describe('notes', () => {
  it('go to the trash and come back to their place', () => {
    const { store, project } = fresh();
    const [, second] = ['one', 'two', 'three'].map((body) => store.must(note(project, body)));
    const before = store.base().index;
    store.must({ type: 'trash-note', id: second! });
    expect(store.base().index.recent).toEqual(before.recent.filter((id) => id !== second));
    expect(store.base().index.projects[project]?.notes).toBe(2);
    store.must({ type: 'restore-note', id: second! });
    expect(store.base().index).toEqual(before);
  });

  it('are refilled when the recent ones run low', () => {
    const { store, project } = fresh();
    const ids = Array.from({ length: 80 }, (_, i) => store.must(note(project, `note ${i}`))).reverse();
    expect(store.base().index.recent).toEqual(ids.slice(0, 50));
    for (const [at, id] of ids.slice(0, 75).entries()) {
      store.must({ type: 'trash-note', id });
      const { recent } = store.base().index;
      expect(recent).toEqual(ids.slice(at + 1, at + 1 + recent.length));
      expect(recent.length).toBeGreaterThanOrEqual(Math.min(10, 79 - at));
    }
  });

  it('keep the order in which they were added, whatever the clock says', () => {
    const { store, project } = fresh();
    const ids = ['2026-01-01', '2036-01-01', '2016-01-01', '2026-01-02'].map((day) => {
      store.setClock(`${day}T00:00:00.000Z`);
      return store.must(note(project, day));
    });
    expect(store.library().projects[0]?.notes).toEqual(ids.toReversed());
    expect(store.base().index.recent).toEqual(ids.toReversed());
  });

  it('never look older after a change than before it', () => {
    const { store, project } = fresh();
    const id = store.must(note(project, 'text'));
    store.setClock('2016-01-01T00:00:00.000Z');
    const [before] = store.library().notes;
    store.must({ type: 'edit-note', id, kind, body: 'new' });
    expect(store.library().notes[0]).toMatchObject({ ...before, body: 'new' });
  });

  it('that are open questions stand in their project, the one asked first before the others', () => {
    const { store, project } = fresh();
    const open = { type: 'question', answer: 'open' } as const;
    const ask = (body: string) => store.must({ ...(note(project, body) as AddNote), kind: open });
    const [first, second, third] = [ask('one?'), ask('two?'), ask('three?')];
    for (let i = 0; i < 30; i += 1) store.must(note(project, `note ${i}`));
    const asked = () => store.library().projects[0]?.openQuestions;
    expect(asked()).toEqual([first, second, third]);
    store.must({ type: 'edit-note', id: first, kind: { type: 'question', answer: 'dodged' }, body: 'one?' });
    store.must({ type: 'trash-note', id: second });
    expect(asked()).toEqual([third]);
    store.must({ type: 'restore-note', id: second });
    store.must({ type: 'edit-note', id: first, kind: open, body: 'one?' });
    expect(asked()).toEqual([first, second, third]);
    expect(store.exported()).not.toContain('openQuestions');
  });

  it.each<Command['type']>(['edit-note', 'trash-note', 'restore-note'])(
    'unknown to the library: %s',
    (type) => {
      const { store } = fresh();
      const command =
        type === 'edit-note' ? { type, id: 'unknown-1', kind, body: 'x' } : { type, id: 'unknown-1' };
      expect(store.run(command as Command)).toMatchObject({ error: { code: 'not-found' } });
    },
  );
});

describe('a draft', () => {
  it('changes the drafts alone: no generation, no memory of operations', () => {
    const { store, project } = fresh();
    const { set } = value(store.run({ type: 'keep-draft', about: project, body: 'half a thou' }));
    expect(set).toEqual({ drafts: { [project]: 'half a thou' } });
  });

  it('is cleared in the save that adds the note, and by an empty body', () => {
    const { store, project } = fresh();
    store.must({ type: 'keep-draft', about: project, body: 'half' });
    expect(value(store.run(note(project, 'whole'))).set).toMatchObject({ drafts: {} });
    store.must({ type: 'keep-draft', about: project, body: 'half' });
    store.must({ type: 'keep-draft', about: project, body: '' });
    expect(store.base().drafts).toEqual({});
  });

  it('about no project of the library is refused', () => {
    const { store } = fresh();
    expect(store.run({ type: 'keep-draft', about: 'unknown-1', body: 'x' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
