import './browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { expect, test, vi } from 'vitest';
import type { IndexEntry } from '../../../lib/library/schema.ts';
import type { NamedProject } from '../../../lib/mentions/find-named.ts';
import { hearNames, projectsHere, useNamedHere } from '../../../lib/state/named-here.ts';

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

test('a worker that is being stopped is asked again: the page says nothing new that would ask', async () => {
  const found = [named('one', 1)];
  let asked = 0;
  const runtime: Record<string, unknown> = fakeBrowser.runtime as never;
  runtime.sendMessage = async () => {
    asked += 1;
    if (asked < 3) throw new Error('No SW');
    return { answer: found };
  };
  const names = hearNames(() => 'example.org');
  names.hear({ frame: 'a', text: 'About Zenex', hosts: [], cut: false });
  await vi.waitUntil(() => useNamedHere.getState().named.length > 0);
  expect(useNamedHere.getState().named).toEqual(found);
  expect(asked).toBe(3);
  names.stop();
});
