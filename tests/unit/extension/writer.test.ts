import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWriter, type Writer } from '../../../lib/extension/writer.ts';
import type { Command } from '../../../lib/library/command.ts';
import { emptyBase } from '../../../lib/library/empty.ts';
import { baseKeys, operationsKey, projectKey } from '../../../lib/library/keys.ts';
import { keep, MemoryStore, note } from '../library/memory-store.ts';

const { operations, ...rest } = emptyBase;
beforeEach(async () => {
  fakeBrowser.reset();
  // An empty store is a new library only if the second copy says so, and there is none here.
  await fakeBrowser.storage.local.set({ ...rest, [operationsKey]: operations });
});
afterEach(() => vi.restoreAllMocks());

const pause = (op: string, on = true): { op: string; command: Command } => ({
  op,
  command: { type: 'pause', on },
});

/** In a browser that answers at once, all that nobody waits for is done by the next task. */
const nothingUnderWay = () => new Promise((resolve) => setTimeout(resolve));

it('a save that fails is told to all that were in it, and not to a repeat of what was saved before', async () => {
  const writer = createWriter(() => undefined);
  const long = pause('saved-long-ago');
  expect(await writer.run(long)).toMatchObject({ ok: true });

  const save = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('The disk is full'));
  const fresh = pause('not-saved-yet', false);
  const answers = await Promise.all([writer.run(fresh), writer.run(long), writer.run(fresh)]);
  expect(answers.map(({ ok }) => ok)).toEqual([false, true, false]);
  expect(save).toHaveBeenCalled();

  save.mockRestore();
  expect(await writer.run(fresh)).toMatchObject({ ok: true });
});

it('an import is undone only once it is backed up: there is no other way back', async () => {
  const writer = createWriter(() => undefined);
  const op = 'the-import';
  const theirs = new MemoryStore();
  theirs.must(note(theirs.must(keep('Render', '$RNDR')), 'Theirs'));
  const expected = { added: 2, changed: 0, same: 1, rejected: 0 };
  const command: Command = { type: 'import', text: theirs.exported(), ignoreChecksum: false, expected };
  expect(await writer.run({ op, command })).toMatchObject({ ok: true });
  const before = await fakeBrowser.storage.local.get();
  expect(Object.keys(before).filter((key) => key.startsWith('note:'))).toHaveLength(1);

  // There is no database here, so nothing can be backed up.
  expect(await writer.run({ op: 'the-undo', command: { type: 'undo-import', op } })).toMatchObject({
    ok: false,
    error: { code: 'storage-failed', message: expect.stringContaining('backup') },
  });
  expect(await fakeBrowser.storage.local.get()).toEqual(before);
});

it('a change of many that was cancelled is carried out by no worker, and one that was saved is told as saved', async () => {
  const writer = createWriter(() => undefined);
  const kept = await writer.run({ op: 'kept-one', command: keep('Render', '$RNDR') });
  const id = (kept.ok && kept.value.id) || '';
  const commands: Command[] = [
    { type: 'set-statuses', statuses: [{ id, status: 'passed' }] },
    { type: 'trash-projects', ids: [id] },
    { type: 'restore-projects', ids: [id] },
  ];
  for (const command of commands) {
    const before = await fakeBrowser.storage.local.get();
    const cancelled = { op: `cancelled-${command.type}`, command };
    writer.cancel(cancelled.op);
    const isCancelled = { ok: false, error: { code: 'cancelled' } };
    expect(await Promise.all([writer.run(cancelled), writer.run(cancelled)])).toMatchObject([
      isCancelled,
      isCancelled,
    ]);
    expect(await fakeBrowser.storage.local.get()).toEqual(before);

    const whole = { op: `whole-${command.type}`, command };
    const answer = await writer.run(whole);
    expect(answer).toMatchObject({ ok: true });
    writer.cancel(whole.op);
    expect(await writer.run(whole)).toEqual(answer);
    expect(await fakeBrowser.storage.local.get()).not.toEqual(before);
  }
});

it('damage that is found while the store is judged once more stays known', async () => {
  const writer = createWriter(() => undefined);
  const kept = await writer.run({ op: 'kept-for-damage', command: keep('Render', '$RNDR') });
  const id = (kept.ok && kept.value.id) || '';
  // All that a start looks at by itself is done by then.
  await writer.health();
  await nothingUnderWay();
  await fakeBrowser.storage.local.set({ [projectKey(id)]: 'garbage' });

  // There is no second copy here, so it is looked for again beside the comparison: the second judgement, made to last.
  const get = fakeBrowser.storage.session.get.bind(fakeBrowser.storage.session);
  const compared = Promise.withResolvers<void>();
  let judgements = 0;
  vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementation(async (keys) => {
    const found = await get(keys);
    judgements += 1;
    if (judgements === 2) await compared.promise;
    return found;
  });
  const damaged = { problem: { kind: 'records', count: 1 } };
  expect(await writer.checkAll()).toMatchObject(damaged);
  expect(judgements).toBe(2);
  compared.resolve();
  await nothingUnderWay();
  expect(await writer.health()).toMatchObject(damaged);
});

describe('what is removed from outside during a save is not taken for there', () => {
  const { local } = fakeBrowser.storage;
  const [get, remove] = [local.get.bind(local), local.remove.bind(local)];
  const removeBase = async () => {
    await remove(baseKeys);
    // As browsers tell it: the double says null.
    await local.onChanged.trigger(Object.fromEntries(baseKeys.map((key) => [key, {}])));
  };
  const keptIn = async (writer: Writer) => {
    const kept = await writer.run({ op: 'kept-for-removal', command: keep('Render', '$RNDR') });
    await nothingUnderWay();
    return (kept.ok && kept.value.id) || '';
  };

  it('while it reads what it needs', async () => {
    const writer = createWriter(() => undefined);
    const id = await keptIn(writer);
    vi.spyOn(local, 'get').mockImplementationOnce(async (keys) => {
      const found = await get(keys);
      await removeBase();
      return found;
    });
    const command: Command = { type: 'set-status', id, status: 'passed' };
    expect(await writer.run({ op: 'with-status', command })).toMatchObject({ ok: true });
    expect(await writer.base()).toMatchObject({ ok: false });
  });

  it('while it removes', async () => {
    const writer = createWriter(() => undefined);
    await writer.run({ op: 'to-the-trash', command: { type: 'trash-project', id: await keptIn(writer) } });
    vi.spyOn(local, 'remove').mockImplementationOnce(async (keys) => {
      await remove(keys);
      await removeBase();
    });
    const command: Command = { type: 'empty-trash', until: new Date(Date.now() + 60_000).toISOString() };
    expect(await writer.run({ op: 'emptied-now', command })).toMatchObject({ ok: true });
    expect(await writer.base()).toMatchObject({ ok: false });
  });
});
