import './browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readNotePlaces } from '../../../lib/state/note-places.ts';
import { followProject, showMoreNotes, useProject } from '../../../lib/state/project.ts';
import { bigId, bigLibrary } from '../../e2e/big-library.ts';

/** What a card may read beside the index before it shows. */
const most = 20;

let stop = () => {};
let read: string[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  // A hundred notes each.
  await fakeBrowser.storage.local.set(bigLibrary(3, 300));
  const { local } = fakeBrowser.storage;
  const get = local.get.bind(local) as (keys: unknown) => Promise<Record<string, unknown>>;
  read = [];
  vi.spyOn(local, 'get').mockImplementation(async (keys: unknown) => {
    read.push(...(keys as string[]));
    return get(keys);
  });
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

test('a project with its newest notes and its oldest question', async () => {
  const key = `project:${bigId(0)}`;
  const { [key]: project } = await fakeBrowser.storage.local.get([key]);
  const openQuestions = (project as { notes: string[] }).notes.slice(-1);
  await fakeBrowser.storage.local.set({ [key]: { ...Object(project), openQuestions } });
  read = [];

  stop = followProject(bigId(0));
  await vi.waitUntil(() => useProject.getState().status === 'ready');
  const { notes, more, question } = useProject.getState();
  expect(read.length).toBeLessThanOrEqual(most);
  expect(new Set(read).size).toBe(read.length);
  expect(notes.length).toBe(most - 2);
  expect(question?.id).toBe(openQuestions[0]);
  expect(more).toBe(true);

  await showMoreNotes();
  expect(useProject.getState().notes.length).toBe(2 * (most - 2));
});

test('notes in the trash are passed over, and older ones take their place where nothing is left', async () => {
  const key = `project:${bigId(0)}`;
  const { [key]: project } = await fakeBrowser.storage.local.get([key]);
  const { notes: ids } = project as { notes: string[] };
  const trash = async (some: string[]) => {
    const keys = some.map((id) => `note:${id}`);
    const records = await fakeBrowser.storage.local.get(keys);
    const trashedAt = '2026-03-01T00:00:00.000Z';
    await fakeBrowser.storage.local.set(
      Object.fromEntries(keys.map((each) => [each, { ...Object(records[each]), trashedAt }])),
    );
  };
  const shown = async () => {
    stop();
    stop = followProject(bigId(0));
    await vi.waitUntil(() => useProject.getState().status === 'ready');
    return useProject.getState().notes.map(({ id }) => id);
  };
  await trash(ids.slice(0, 5));
  expect(await shown()).toEqual(ids.slice(5, 18));
  await trash(ids.slice(0, 18));
  expect(await shown()).toEqual(ids.slice(18, 36));
});

test('which of several projects is meant', async () => {
  const places = await readNotePlaces([0, 1, 2].map(bigId));
  expect(read.length).toBeLessThanOrEqual(most);
  expect([...places.values()].map(({ newest }) => newest)).not.toContain(null);
  expect(places.size).toBe(3);
  read = [];
  await readNotePlaces(Array.from({ length: 40 }, (_, at) => bigId(at)));
  expect(read.length).toBeLessThanOrEqual(most);
  read = [];
  expect(await readNotePlaces([])).toEqual(new Map());
});
