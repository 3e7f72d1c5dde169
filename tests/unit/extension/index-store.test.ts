import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { partKeys } from '../../../lib/extension/index-parts.ts';
import { onRecordsChanged, readRecords } from '../../../lib/extension/storage.ts';
import { writeRecords } from '../../../lib/extension/write-records.ts';

const { local } = fakeBrowser.storage;
const { set, get } = local;

const indexOf = (count: number, named: Record<number, string> = {}) => ({
  projects: Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `project-${at}`,
      { name: named[at] ?? `Number ${at}`, why: 'x'.repeat(40) },
    ]),
  ),
  recent: [],
});

/** Saves the index; answers under which keys it was written. */
async function save(index: unknown): Promise<string[]> {
  const written = vi.spyOn(local, 'set');
  const saved = await writeRecords({ index }, []);
  expect(saved.ok).toBe(true);
  const keys = Object.keys(Object(written.mock.lastCall?.[0]));
  written.mockRestore();
  return keys.toSorted();
}

const read = async () => {
  const records = await readRecords(['index']);
  return records.ok ? records.value.index : records.error;
};

const all = ['index', ...partKeys];
let stop: () => void;
let heard: unknown[];

beforeEach(async () => {
  fakeBrowser.reset();
  // As the background does before it saves.
  await read();
  heard = [];
  stop = onRecordsChanged((changed) => {
    if ('index' in changed) heard.push(changed.index);
  });
});
afterEach(() => {
  stop();
  Object.assign(local, { set, get });
});

describe('the index of many projects', () => {
  it('is saved in parts, and after that only where it changed', async () => {
    expect(await save(indexOf(2_500))).toEqual(all);
    expect(await read()).toEqual(indexOf(2_500));
    expect(await save(indexOf(2_500, { 700: 'New' }))).toEqual(['index', 'index:2']);
    expect(await read()).toEqual(indexOf(2_500, { 700: 'New' }));
    expect(heard.at(-1)).toEqual(indexOf(2_500, { 700: 'New' }));
  });

  it('is saved anew where a save failed', async () => {
    await save(indexOf(2_500));
    Object.assign(local, { set: () => Promise.reject(new Error('The disk is full')) });
    expect((await writeRecords({ index: indexOf(2_500, { 700: 'New' }) }, [])).ok).toBe(false);
    Object.assign(local, { set });
    expect(await save(indexOf(2_500))).toEqual(['index', 'index:2']);
  });

  it('is saved anew where somebody else changed it, and where it could not be read', async () => {
    await save(indexOf(2_500));
    await local.set({ 'index:5': 'half' });
    expect(await read(), 'it is no index').not.toHaveProperty('projects');
    expect(await save(indexOf(2_500))).toEqual(['index', 'index:5']);
    Object.assign(local, { get: () => Promise.reject(new Error('A block is damaged')) });
    expect(await read()).toMatchObject({ code: 'storage-failed' });
    Object.assign(local, { get });
    expect(await save(indexOf(2_500))).toEqual(all);
  });

  it('leaves nothing behind when it becomes smaller', async () => {
    await save(indexOf(2_500));
    await save(indexOf(1_100));
    await save(indexOf(10));
    expect(Object.keys(await local.get(null))).toEqual(['index']);
    expect(await read()).toEqual(indexOf(10));
    expect(heard.at(-1)).toEqual(indexOf(10));
  });

  it('that changes while it is read for the first time is known as it is then', async () => {
    await save(indexOf(2_500));
    stop();
    let changed: Record<string, unknown> = {};
    stop = onRecordsChanged((now) => {
      changed = now;
    });
    const [found, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    Object.assign(local, {
      get: async (keys: string[]) => {
        const records = await get(keys);
        found.resolve();
        await goOn.promise;
        return records;
      },
    });
    const reading = read();
    await found.promise;
    await save(indexOf(2_500, { 9: 'Meanwhile' }));
    goOn.resolve();
    expect(await reading, 'what was asked for then').toEqual(indexOf(2_500));
    expect(changed.index, 'and since').toEqual(indexOf(2_500, { 9: 'Meanwhile' }));
  });
});
