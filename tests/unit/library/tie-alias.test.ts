import { expect, it } from 'vitest';
import type { Command } from '../../../lib/library/command.ts';
import { cashtag, keep, MemoryStore } from './memory-store.ts';

const fresh = () => {
  const store = new MemoryStore();
  const [one, two] = [store.must(keep('Chainlink', '$LINK')), store.must(keep('Linkage', '$LINK'))];
  const tie = (site: string, ...ids: string[]): Command => ({ type: 'tie-alias', text: '$link', site, ids });
  const sites = () =>
    [one, two].map((id) => store.base().index.projects[id]!.aliases.flatMap(({ site }) => site ?? []));
  return { store, one, two, tie, sites };
};

it('ties an alias on a site to one project, then to another, in one save each', () => {
  const { store, one, two, tie, sites } = fresh();
  const { generation } = store.base().manifest;
  expect(store.must(tie('x.com', one))).toBe(one);
  expect(sites()).toEqual([['x.com'], []]);
  store.must(tie('x.com', two));
  expect(sites()).toEqual([[], ['x.com']]);
  expect(store.base().manifest.generation).toBe(generation + 2);
});

it('takes itself back: what was tied before, or nothing', () => {
  const { store, one, two, tie, sites } = fresh();
  const aliases = () => [one, two].map((id) => store.base().index.projects[id]!.aliases);
  const before = aliases();
  store.must(tie('x.com', one, two));
  store.must(tie('x.com', two));
  store.must(tie('x.com', one, two));
  expect(sites()).toEqual([['x.com'], ['x.com']]);
  store.must(tie('x.com'));
  expect(aliases()).toEqual(before);
});

it('leaves other sites, other aliases and projects in the trash alone', () => {
  const { store, one, two, tie, sites } = fresh();
  store.must(tie('reddit.com', one));
  store.must({ type: 'add-aliases', id: one, aliases: [{ text: '@chainlink', site: 'x.com' }] });
  store.must(tie('x.com', two));
  store.must({ type: 'trash-project', id: two });
  store.must(tie('x.com'));
  expect(sites()).toEqual([['reddit.com', 'x.com'], ['x.com']]);
});

it('that is so already changes nothing, and pages need not ask', () => {
  const { store, one, tie } = fresh();
  store.must(tie('x.com', one));
  const again = store.run(tie('x.com', one));
  expect(again).toMatchObject({ ok: true, value: { askAgain: false } });
  expect(Object.keys(again.ok ? again.value.set : {}).sort()).toEqual(['manifest', 'ops']);
});

it.each<[string, (id: string) => string, string]>([
  ['unknown', () => 'unknown-1', 'not in your library'],
  ['in the trash', (id) => id, 'is in the trash'],
])('to a project that is %s is refused, and nothing changes', (_, of, says) => {
  const { store, one, two, tie } = fresh();
  store.must(tie('x.com', one));
  store.must({ type: 'trash-project', id: two });
  const before = new Map(store.stored);
  expect(store.run(tie('x.com', of(two)))).toMatchObject({
    error: { code: 'not-found', message: expect.stringContaining(says) },
  });
  expect(store.stored).toEqual(before);
});

it('stops at 200 aliases', () => {
  const { store, tie } = fresh();
  const full = store.must(keep('Full', ...Array.from({ length: 200 }, (_, i) => cashtag(`$A${i}`).text)));
  expect(store.run(tie('x.com', full))).toMatchObject({
    error: { message: expect.stringContaining('200 is the most') },
  });
});
