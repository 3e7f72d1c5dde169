import './browser.ts';
import { expect, test } from 'vitest';
import type { IndexEntry } from '../../../lib/library/schema.ts';
import type { NamedProject } from '../../../lib/mentions/find-named.ts';
import { projectsHere } from '../../../lib/state/named-here.ts';

const entry = (change: Partial<IndexEntry> = {}): IndexEntry => ({
  name: 'A project',
  status: null,
  aliases: [],
  notes: 0,
  updatedAt: '2026-01-01T00:00:00.000Z',
  trashedAt: null,
  ...change,
});
const projects = {
  one: entry(),
  two: entry(),
  gone: entry({ trashedAt: '2026-01-01T00:00:00.000Z' }),
};
const named = (id: string, count: number): NamedProject => ({
  id,
  found: [{ by: 'name', text: 'Zenex', count }],
});

test('what is mentioned and named is one row, its counts added; the most frequent comes first', () => {
  const known = [
    { id: 'one', count: 2, mentions: [] },
    { id: 'two', count: 1, mentions: [] },
  ];
  const here = projectsHere(known, [named('two', 3)], projects);
  expect(here.map(({ id, count, found }) => [id, count, found.length])).toEqual([
    ['two', 4, 1],
    ['one', 2, 0],
  ]);
});

test('what was named and is in the trash, or gone, by now is left out', () => {
  expect(projectsHere([], [named('gone', 1), named('unknown', 1), named('one', 1)], projects)).toMatchObject([
    { id: 'one', count: 1 },
  ]);
});
