import './browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyBase } from '../../../lib/library/empty.ts';
import type { Health } from '../../../lib/library/health.ts';
import {
  baseKeys,
  draftsKey,
  indexKey,
  manifestKey,
  operationsKey,
  settingsKey,
} from '../../../lib/library/keys.ts';
import { startLibrary, useLibrary } from '../../../lib/state/library.ts';

const { operations, ...rest } = emptyBase;
const stored = { ...rest, ops: operations };
const status = () => useLibrary.getState().status;
let stop = () => {};

beforeEach(() => fakeBrowser.reset());
afterEach(() => stop());

/** Stands for the background, which alone can tell a new library from a lost one. */
function backgroundSays(problem: Health['problem']) {
  const runtime: Record<string, unknown> = fakeBrowser.runtime as never;
  runtime.sendMessage = async () => ({ answer: { problem, mirror: 'whole' } });
}

function nobodyAnswers() {
  const runtime: Record<string, unknown> = fakeBrowser.runtime as never;
  runtime.sendMessage = async () => undefined;
}

test('a store that is empty is a lost library where the background says so', async () => {
  backgroundSays({ kind: 'emptied', count: 0 });
  stop = startLibrary();
  await vi.waitUntil(() => status() !== 'loading');
  expect(useLibrary.getState()).toMatchObject({
    status: 'failed',
    shown: false,
    failure: { code: 'damaged' },
  });
});

test('a store that is empty is no library where nobody answers', async () => {
  nobodyAnswers();
  stop = startLibrary();
  await vi.waitUntil(() => status() !== 'loading', { timeout: 5_000 });
  expect(useLibrary.getState()).toMatchObject({ shown: false, failure: { code: 'unreachable' } });
});

test('a store that was never written to is an empty library', async () => {
  backgroundSays(null);
  stop = startLibrary();
  expect(status()).toBe('loading');
  await vi.waitUntil(() => status() === 'ready');
  expect(useLibrary.getState().index.projects).toEqual({});
});

test.each(baseKeys)('a store that lost its %s is damaged, never empty', async (key) => {
  await fakeBrowser.storage.local.set(stored);
  await fakeBrowser.storage.local.remove(key);
  stop = startLibrary();
  await vi.waitUntil(() => status() !== 'loading');
  expect(useLibrary.getState().failure?.code).toBe('damaged');
});

test('a store of a newer Underline is not read', async () => {
  await fakeBrowser.storage.local.set({ ...stored, [manifestKey]: { ...stored.manifest, schema: 2 } });
  stop = startLibrary();
  await vi.waitUntil(() => status() !== 'loading');
  expect(useLibrary.getState().failure?.code).toBe('newer-version');
});

test('every change is followed until stopped', async () => {
  await fakeBrowser.storage.local.set(stored);
  stop = startLibrary();
  await vi.waitUntil(() => status() === 'ready');
  await fakeBrowser.storage.local.set({ [settingsKey]: { ...stored.settings, paused: true } });
  await vi.waitUntil(() => useLibrary.getState().settings.paused);
  stop();
  await fakeBrowser.storage.local.set({ [settingsKey]: stored.settings });
  expect(useLibrary.getState().settings.paused).toBe(true);
});

test('the import that can be undone next is shown until it is undone', async () => {
  const importedAt = '2026-01-01T00:00:00.000Z';
  const answer = { id: null, skipped: 0 };
  const ops = [
    { op: 'op-000001', answer, importedAt },
    { op: 'op-000002', answer, importedAt: null },
  ];
  await fakeBrowser.storage.local.set({ ...stored, [operationsKey]: ops });
  stop = startLibrary();
  await vi.waitUntil(() => status() === 'ready');
  expect(useLibrary.getState().lastImport).toEqual({ op: 'op-000001', importedAt });
  await fakeBrowser.storage.local.set({ [operationsKey]: [] });
  await vi.waitUntil(() => useLibrary.getState().lastImport === null);
});

test('a draft leaves index and settings the same objects, so that nothing is worked out from them anew', async () => {
  await fakeBrowser.storage.local.set(stored);
  stop = startLibrary();
  await vi.waitUntil(() => status() === 'ready');
  const before = useLibrary.getState();
  await fakeBrowser.storage.local.set({ [draftsKey]: { 'id-000001': 'half a thou' } });
  await vi.waitUntil(() => useLibrary.getState().drafts !== before.drafts);
  expect(useLibrary.getState().index).toBe(before.index);
  expect(useLibrary.getState().settings).toBe(before.settings);
  const { drafts } = useLibrary.getState();
  await fakeBrowser.storage.local.set({ [indexKey]: { ...stored.index, recent: ['id-000002'] } });
  await vi.waitUntil(() => useLibrary.getState().index.recent.length === 1);
  expect(useLibrary.getState().drafts).toBe(drafts);
});

test('damage that comes later is shown, and reading again heals', async () => {
  await fakeBrowser.storage.local.set(stored);
  stop = startLibrary();
  await vi.waitUntil(() => status() === 'ready');
  await fakeBrowser.storage.local.set({ [indexKey]: 'torn' });
  await vi.waitUntil(() => status() === 'failed');
  await fakeBrowser.storage.local.set({ [indexKey]: stored.index });
  stop = startLibrary();
  await vi.waitUntil(() => status() === 'ready');
  expect(useLibrary.getState().failure).toBeNull();
});
