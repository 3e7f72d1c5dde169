import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../lib/library/command.ts';
import type { ExportDocument } from '../../../lib/library/export-schema.ts';
import { planImport } from '../../../lib/library/import-plan.ts';
import { projectKey } from '../../../lib/library/keys.ts';
import { Project } from '../../../lib/library/schema.ts';
import { createSearch } from '../../../lib/library/search.ts';
import { tagKey, tagsInUse, toggleTag } from '../../../lib/library/tags.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { act, commandOf, importInto } from './random-commands.ts';
import { honest, sample, sealed } from './sample-export.ts';

const frozen = readFileSync(new URL('../../fixtures/library/v1.json', import.meta.url), 'utf8');
const change = (id: string, add: string[], remove: string[] = []): Command => ({
  type: 'change-tags',
  changes: [{ id, add, remove }],
});

/** Two projects with a note each. */
function two() {
  const store = new MemoryStore();
  const [a, b] = [store.must(keep('Akash', '$AKT')), store.must(keep('Render', '$RNDR'))] as const;
  for (const id of [a, b]) store.must(note(id, `about ${id}`));
  const projectOf = (id: string) => store.library().projects.find((one) => one.id === id)!;
  return { store, a, b, projectOf, tagsOf: (id: string) => projectOf(id).tags };
}

describe('the tags of a project', () => {
  it('are added and taken away, however they are written, and stand in the index too', () => {
    const { store, a, tagsOf } = two();
    store.must(change(a, ['l2', 'DeFi']));
    expect(tagsOf(a)).toEqual(['DeFi', 'l2']);
    expect(store.base().index.projects[a]?.tags).toEqual(['DeFi', 'l2']);
    store.must(change(a, ['defi', 'ai'], ['L2']));
    expect(tagsOf(a)).toEqual(['ai', 'DeFi']);
    store.must(change(a, ['defi'], ['defi']));
    expect(tagsOf(a), 'written anew').toEqual(['ai', 'defi']);
  });

  it('leave no trace once there are none, and change nothing where nothing changes', () => {
    const { store, a } = two();
    const before = store.stored.get(projectKey(a)) ?? '';
    store.must(change(a, ['x']));
    const { generation } = store.base().manifest;
    const tagged = store.stored.get(projectKey(a));
    store.must(change(a, ['X'], ['y']));
    expect(store.base().manifest.generation).toBe(generation + 1);
    expect(store.stored.get(projectKey(a))).toBe(tagged);
    store.must(change(a, [], ['x']));
    const { updatedAt: _, ...after } = JSON.parse(store.stored.get(projectKey(a)) ?? '');
    const { updatedAt: __, ...then } = JSON.parse(before);
    expect(after).toEqual(then);
    expect(store.base().index.projects[a]).not.toHaveProperty('tags');
  });

  it('are at most 20, and 40 characters long; a limit is named, and nothing changes', () => {
    const { store, a, b } = two();
    const many = Array.from({ length: 20 }, (_, at) => `t${at}`);
    store.must(change(a, many));
    const before = new Map(store.stored);
    const changes = [
      { id: b, add: ['more'], remove: [] },
      { id: a, add: ['more'], remove: [] },
    ];
    expect(store.run({ type: 'change-tags', changes })).toMatchObject({
      error: {
        code: 'bad-command',
        message: '“Akash” would have 21 tags; 20 is the most. Remove some, then try again.',
      },
    });
    expect(store.run(change(b, ['x'.repeat(41)]))).toMatchObject({
      error: {
        code: 'over-limit',
        message: expect.stringMatching(/^This tag is 41 characters.* 40: shorten it\. .*stays here\.$/),
      },
    });
    expect(store.run(change(b, ['a\nb']))).toMatchObject({
      error: { code: 'bad-command', message: expect.stringContaining('no line breaks') },
    });
    expect(store.stored).toEqual(before);
    expect(store.run(change(a, ['more'], ['t3'])).ok).toBe(true);
  });

  it('are not changed in the trash, nor where there is no project', () => {
    const { store, a, b } = two();
    store.must({ type: 'trash-project', id: a });
    expect(store.run(change(a, ['x']))).toMatchObject({
      error: { code: 'not-found', message: expect.stringContaining('“Akash” is in the trash') },
    });
    expect(store.run(change('unknown-1', ['x']))).toMatchObject({ error: { code: 'not-found' } });
    const changes = [a, b, 'unknown-1'].map((id) => ({ id, add: ['x'], remove: [] }));
    expect(value(store.run({ type: 'change-tags', changes })).answer.skipped).toBe(2);
  });

  it('tell pages nothing', () => {
    const { store, a } = two();
    expect(value(store.run(change(a, ['x']))).askAgain).toBe(false);
  });
});

describe('a tag turned on or off for many projects', () => {
  it('is added to those that lack it; where all have it, it is taken from all', () => {
    const { store, a, b, tagsOf } = two();
    store.must(change(b, ['DeFi', 'l2']));
    const toggle = () => toggleTag(store.base().index.projects, [a, b], 'defi');
    const on = toggle();
    expect(on).toMatchObject({ removes: false, changes: [{ id: a, add: ['defi'], remove: [] }] });
    store.must({ type: 'change-tags', changes: on.changes });
    expect([tagsOf(a), tagsOf(b)]).toEqual([['defi'], ['DeFi', 'l2']]);
    const off = toggle();
    expect(off.removes).toBe(true);
    store.must({ type: 'change-tags', changes: off.changes });
    expect([tagsOf(a), tagsOf(b)]).toEqual([undefined, ['l2']]);
    store.must({ type: 'change-tags', changes: off.reverse });
    expect([tagsOf(a), tagsOf(b)], 'each as it was written').toEqual([['defi'], ['DeFi', 'l2']]);
  });

  it('leaves alone what was tagged since, when it is taken back', () => {
    const { store, a, b, tagsOf } = two();
    const { changes, reverse } = toggleTag(store.base().index.projects, [a, b], 'x');
    store.must({ type: 'change-tags', changes });
    store.must(change(a, ['since']));
    store.must({ type: 'change-tags', changes: reverse });
    expect([tagsOf(a), tagsOf(b)]).toEqual([['since'], undefined]);
  });

  it('is as it was once it is taken back', () => {
    const acts = fc.array(act, { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(acts, fc.nat(7), fc.constantFrom('defi', 'L2', 'new', '__proto__'), (here, pick, tag) => {
        const { store } = two();
        for (const one of here) store.run(commandOf(one, store));
        const { projects } = store.base().index;
        const ids = Object.keys(projects).filter(
          (id, at) => projects[id]?.trashedAt === null && (pick >> (at % 3)) % 2 === 0,
        );
        const { changes, reverse, removes } = toggleTag(projects, ids, tag);
        if (ids.length === 0) return;
        const shape = () => store.library().projects.map(({ updatedAt: _, ...rest }) => rest);
        const before = shape();
        const ran = store.run({ type: 'change-tags', changes });
        if (!ran.ok) return expect(ran.error.message).toContain('21 tags');
        const { projects: after } = store.base().index;
        for (const id of ids)
          expect(after[id]?.tags?.some((each) => tagKey(each) === tagKey(tag)) ?? false).toBe(!removes);
        store.must({ type: 'change-tags', changes: reverse });
        expect(shape()).toEqual(before);
      }),
    );
  });
});

describe('the tags in use', () => {
  it('are counted without the trash, as most write them, by name', () => {
    const { store, a, b } = two();
    const c = store.must(keep('Third', '$C'));
    const gone = store.must(keep('Gone', '$G'));
    store.must(change(gone, ['gone', 'defi']));
    store.must({ type: 'trash-project', id: gone });
    for (const [id, tags] of [
      [a, ['defi', '__proto__']],
      [b, ['DeFi', 'constructor']],
      [c, ['DeFi', 'tag 10', 'tag 9']],
    ] as const)
      store.must(change(id, [...tags]));
    expect(tagsInUse(store.base().index).map(({ tag, count }) => [tag, count])).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
      ['DeFi', 3],
      ['tag 9', 1],
      ['tag 10', 1],
    ]);
  });

  it('lead the search to their projects', () => {
    const { store, a } = two();
    store.must(change(a, ['real-world assets']));
    const search = createSearch();
    for (const [id, entry] of Object.entries(store.base().index.projects))
      search.putProject({ ...entry, id });
    for (const one of store.library().notes) search.putNote(one);
    expect(search.find('asset')).toMatchObject({ count: 1 });
    expect(search.find('real world').at(0)).toMatchObject({ type: 'project', project: { id: a } });
  });
});

describe('a merge', () => {
  it('has the tags of both, and gives each its own back', () => {
    const { store, a, b, tagsOf } = two();
    store.must(change(a, ['DeFi', 'ai']));
    store.must(change(b, ['defi', 'l2']));
    const choice = { name: 'into', status: 'into', thesis: 'both' } as const;
    const { op } = value(store.run({ type: 'merge-projects', from: a, into: b, choice }));
    expect(tagsOf(b)).toEqual(['ai', 'defi', 'l2']);
    store.must({ type: 'undo-merge', op });
    expect([tagsOf(a), tagsOf(b)]).toEqual([
      ['ai', 'DeFi'],
      ['defi', 'l2'],
    ]);
  });

  it('is refused where they are too many, and while a tag is typed', () => {
    const { store, a, b } = two();
    store.must(
      change(
        a,
        Array.from({ length: 20 }, (_, at) => `t${at}`),
      ),
    );
    store.must(change(b, ['more']));
    const merge: Command = {
      type: 'merge-projects',
      from: a,
      into: b,
      choice: { name: 'into', status: 'into', thesis: 'both' },
    };
    expect(store.run(merge)).toMatchObject({
      error: { code: 'bad-command', message: expect.stringContaining('21 tags; 20 is the most') },
    });
    store.must(change(a, [], ['t0']));
    store.must({ type: 'keep-draft', about: `tag:${a}`, body: 'half' });
    expect(store.run(merge)).toMatchObject({ error: { message: expect.stringContaining('not saved yet') } });
  });
});

describe('a file', () => {
  it('from before there were tags comes in and goes out to the byte', () => {
    const store = new MemoryStore();
    importInto(store, frozen);
    const content = (text: string) => {
      const { projects, notes } = JSON.parse(text) as ExportDocument;
      return JSON.stringify({ projects, notes });
    };
    expect(content(store.exported())).toBe(content(frozen));
    expect([...store.stored.values()].join()).not.toContain('"tags"');
  });

  it('brings tags along; the dry run says that a project changes', () => {
    const { store, first, document } = sample();
    const mine = JSON.stringify(document);
    store.must(change(first, ['DeFi', 'ai']));
    const text = store.exported();
    const other = new MemoryStore();
    importInto(other, mine);
    expect(value(planImport(text, other.library(), honest)).projects).toMatchObject({ changed: 1, same: 1 });
    importInto(other, text);
    expect(other.exported()).toBe(text);
    expect(value(planImport(text, other.library(), honest)).projects).toMatchObject({ changed: 0, same: 2 });
  });

  it('made by hand may name a tag twice, or none; what is no tag keeps its project out', () => {
    const { store, document } = sample();
    const plan = (tags: unknown) => {
      const text = sealed(document, ({ projects }) =>
        Object.assign(projects[0] ?? {}, { tags, updatedAt: '2026-02-01T00:00:00.000Z' }),
      );
      return value(planImport(text, store.library(), honest));
    };
    expect(plan(['b', 'A', 'a']).incoming.projects[0]?.after.tags).toEqual(['A', 'b']);
    expect(plan([]).incoming.projects[0]?.after).not.toHaveProperty('tags');
    expect(plan(['a', 'x'.repeat(41)]).rejected).toMatchObject([
      { place: 'projects[0].tags[1]', reason: expect.stringContaining('40') },
    ]);
    expect(plan(Array.from({ length: 21 }, (_, at) => `t${at}`)).rejected).toMatchObject([
      { place: 'projects[0].tags', reason: 'must have at most 20 entries' },
    ]);
    expect(plan('defi').rejected).toMatchObject([{ place: 'projects[0].tags', reason: 'must be a list' }]);
  });

  it('has them beside the aliases', () => {
    const { store, a } = two();
    store.must(change(a, ['x']));
    const [project] = (JSON.parse(store.exported()) as ExportDocument).projects;
    expect(Object.keys(project ?? {}).slice(0, 4)).toEqual(['id', 'name', 'aliases', 'tags']);
    expect(Project.safeParse(project).success).toBe(true);
  });
});
