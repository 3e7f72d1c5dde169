import { describe, expect, it } from 'vitest';
import type { Command } from '../../../lib/library/command.ts';
import { cashtag, keep, MemoryStore, value } from './memory-store.ts';

const fresh = () => {
  const store = new MemoryStore();
  return { store, project: store.must(keep('OpenGradient', '$OPG', '#OPG', '@OpenGradient')) };
};

describe('aliases', () => {
  it('are folded to the first of one key and site', () => {
    const store = new MemoryStore();
    const id = store.must({
      ...(keep('P') as Extract<Command, { type: 'keep-project' }>),
      aliases: [cashtag('$OPG'), cashtag('$opg'), { text: '$OPG', site: 'x.com' }, cashtag('#OPG')],
    });
    expect(store.base().index.projects[id]?.aliases).toEqual([
      cashtag('$OPG'),
      { text: '$OPG', site: 'x.com' },
      cashtag('#OPG'),
    ]);
  });

  it('that a project has already change nothing but the manifest', () => {
    const { store, project } = fresh();
    const { set } = value(store.run({ type: 'add-aliases', id: project, aliases: [cashtag('$opg')] }));
    expect(Object.keys(set).sort()).toEqual(['manifest', 'ops']);
  });

  it('that are added together are one save, a tie to a site included', () => {
    const { store, project } = fresh();
    const { generation } = store.base().manifest;
    const tied = { text: '$GRAD', site: 'x.com' };
    store.must({ type: 'add-aliases', id: project, aliases: [cashtag('$NEW'), cashtag('$opg'), tied] });
    expect(store.base().manifest.generation).toBe(generation + 1);
    expect(store.base().index.projects[project]?.aliases.slice(3)).toEqual([cashtag('$NEW'), tied]);
  });

  it('may be names, domains and addresses, each once however it is written', () => {
    const store = new MemoryStore();
    const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';
    const id = store.must(keep('P', 'OpenGradient', 'opengradient.ai', evm, 'Aave'));
    const again = ['openGradient', 'https://www.OpenGradient.ai/', evm.toLowerCase(), 'AAVE'].map(cashtag);
    store.must({ type: 'add-aliases', id, aliases: again });
    expect(store.base().index.projects[id]?.aliases.map(({ text }) => text)).toEqual([
      'OpenGradient',
      'opengradient.ai',
      evm,
      'Aave',
      'AAVE',
    ]);
  });

  it('insist from when they are added so, and from then on', () => {
    const store = new MemoryStore();
    const id = store.must(keep('P', 'Render', '$RENDER'));
    const insisting = { text: 'Render', site: null, insist: true } as const;
    for (const alias of [insisting, cashtag('Render')]) {
      store.must({ type: 'add-aliases', id, aliases: [alias] });
      expect(store.base().index.projects[id]?.aliases).toEqual([insisting, cashtag('$RENDER')]);
    }
  });

  it('are removed alone, on their site alone, whatever was added or removed meanwhile', () => {
    const store = new MemoryStore();
    const tied = { text: '$OLD', site: 'x.com' };
    const id = store.must(keep('P', '$OLD', '$OLDER', '$STAYS'));
    store.must({ type: 'add-aliases', id, aliases: [cashtag('$NEW'), tied] });
    store.must({ type: 'remove-aliases', id, aliases: [cashtag('$OLD')] });
    store.must({ type: 'remove-aliases', id, aliases: [cashtag('$OLDER'), cashtag('$OLD')] });
    expect(store.base().index.projects[id]?.aliases).toEqual([cashtag('$STAYS'), cashtag('$NEW'), tied]);
    const { set } = value(store.run({ type: 'remove-aliases', id, aliases: [cashtag('$OLD')] }));
    expect(Object.keys(set).sort(), 'what is gone already changes nothing').toEqual(['manifest', 'ops']);
  });

  it('stop at 200', () => {
    const store = new MemoryStore();
    const id = store.must(keep('P', ...Array.from({ length: 200 }, (_, i) => `$A${i}`)));
    expect(store.run({ type: 'add-aliases', id, aliases: [cashtag('$MORE')] })).toMatchObject({
      error: { code: 'bad-command', message: expect.stringContaining('201 aliases; 200 is the most') },
    });
  });
});
