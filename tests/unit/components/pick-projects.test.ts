import { expect, test } from 'vitest';
import { pickProjects } from '../../../components/ProjectPicker.tsx';
import type { Index, IndexEntry } from '../../../lib/library/schema.ts';

const project = (name: string, aliases: string[], day: number, trashed = false): IndexEntry => ({
  name,
  status: null,
  aliases: aliases.map((text) => ({ text, site: null })),
  notes: 0,
  updatedAt: `2026-01-0${day}T00:00:00.000Z`,
  trashedAt: trashed ? '2026-01-09T00:00:00.000Z' : null,
});
const index: Index = {
  recent: [],
  projects: {
    open: project('OpenGradient', ['$OPG', '@OpenGradient'], 1),
    akash: project('Akash', ['$AKT', '@akashnet_'], 2),
    reopen: project('Reopen', ['$REO'], 3),
    gone: project('Opened', ['$OPD'], 4, true),
  },
};

test.each([
  { query: '', picked: ['reopen', 'akash', 'open'], why: 'nothing typed: the last changed first, no trash' },
  { query: 'open', picked: ['open', 'reopen'], why: 'a name that starts with it before one that holds it' },
  { query: 'OPG', picked: ['open'], why: 'an alias without its sigil, in any case' },
  { query: '$akt', picked: ['akash'], why: 'an alias as written' },
  { query: ' akash ', picked: ['akash'], why: 'spaces around are no part of it' },
  { query: 'zzz', picked: [], why: 'nothing has it' },
])('$why', ({ query, picked }) => {
  expect(pickProjects(index, query, 8).map(({ id }) => id)).toEqual(picked);
});

test('no more than asked for', () => {
  expect(pickProjects(index, '', 2)).toHaveLength(2);
});
