import './browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { expect, test, vi } from 'vitest';
import { indexOf } from '../../../lib/library/index-of.ts';
import { indexKey, projectKey } from '../../../lib/library/keys.ts';
import type { StoredProject } from '../../../lib/library/schema.ts';
import { findInLibrary, prepareSearch, useSearch } from '../../../lib/state/search.ts';

const now = '2026-03-01T10:00:00.000Z';
const project = (at: number, tags: string[]): StoredProject => ({
  id: `project-${at}`,
  name: `Project ${at}`,
  aliases: [],
  tags,
  status: null,
  thesis: '',
  createdAt: now,
  updatedAt: now,
  trashedAt: null,
  notes: [],
  openQuestions: [],
});

test('what thousands of projects get at once is found, though the library shows the old for a moment', async () => {
  prepareSearch();
  await vi.waitUntil(() => useSearch.getState().status === 'ready');
  const projects = Array.from({ length: 1_200 }, (_, at) => project(at, ['fresh']));
  await fakeBrowser.storage.local.set({
    ...Object.fromEntries(projects.map((each) => [projectKey(each.id), each])),
    [indexKey]: indexOf(projects, []),
  });
  await vi.waitUntil(() => useSearch.getState().status === 'ready');
  expect(findInLibrary('fresh').count).toBe(1_200);
});
