import '../unit/words.ts';
import { randomUUID } from 'node:crypto';
import { planRecovery } from '../../lib/library/recovery-plan.ts';
import { expectedOf } from '../../lib/library/repair.ts';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { stopWorker } from '../e2e/worker-events.ts';
import { healthOf, injectCopy } from './broken-copy.ts';
import { heal, hits, inject } from './broken-storage.ts';
import { expectMirrored, expectWhole, mirrored, mutateMirror, notesIn } from './copies.ts';
import { importInto, makeLibrary } from './made-library.ts';

const slowly = { timeout: 30_000 };

test('a write of the second copy that fails before one that does not is made up for, whenever the worker is stopped', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  await expectMirrored(popup);
  // The note's write fails; the next one succeeds; what would fill the copy after that does not come to it any more.
  await injectCopy(worker, { key: 'note:', times: 1, marks: true });
  await addNote(popup, id, 'Its write fails');
  await expect.poll(async () => (await healthOf(popup)).mirror).toBe('behind');
  await keepProject(popup, 'Bitcoin', ['$BTC']);
  await expect.poll(async () => (await mirrored(popup)).manifest).toEqual((await stored(popup)).manifest);
  expect(notesIn(await mirrored(popup))).toEqual([]);
  await stopWorker(popup);
  await healthOf(popup);
  await expectMirrored(popup);
});

test('a repair while the second copy can not be read changes nothing, and is made once it can', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await addNote(popup, id, 'In the second copy alone');
  await expectMirrored(popup);
  const before = await mirrored(popup);
  await worker.evaluate(() => {
    const { getAllKeys } = IDBObjectStore.prototype;
    Reflect.set(globalThis, 'getAllKeys', getAllKeys);
    IDBObjectStore.prototype.getAllKeys = () => {
      throw new DOMException('Internal error', 'UnknownError');
    };
  });
  await popup.evaluate(() => chrome.storage.local.clear());
  await expect(popup.getByRole('alert')).toContainText('Your library is missing');

  // As a page would ask that does not see the copy either.
  const empty = { records: {}, unreadable: [], late: false };
  const plan = planRecovery(empty, { ...empty }, new Date().toISOString());
  if (!plan.ok) throw new Error(plan.error.message);
  const request = { op: randomUUID(), expected: expectedOf(plan.value) };
  const repair = () =>
    popup.evaluate(
      async (data) => (await chrome.runtime.sendMessage({ type: 'repairLibrary', data })).answer,
      request,
    );
  expect(await repair()).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(await stored(popup)).toEqual({});
  expect(await mirrored(popup)).toEqual(before);

  await worker.evaluate(() => {
    IDBObjectStore.prototype.getAllKeys = Reflect.get(globalThis, 'getAllKeys');
  });
  const options = await openExtensionPage('options.html#data');
  await options.getByRole('button', { name: 'Repair…' }).click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByText('No damage is known')).toBeVisible();
  expect(notesIn(await expectWhole(options)).map(({ body }) => body)).toEqual(['In the second copy alone']);
});

test('what the store is too slow to give is not taken for removed', async ({ openExtensionPage, worker }) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  const first = await addNote(popup, id, 'First');
  await expectMirrored(popup);
  // In both copies, and on no list: only a read tells that it is there.
  const record = {
    'note:unlisted-1': { ...Object((await stored(popup))[`note:${first}`]), id: 'unlisted-1' },
  };
  await popup.evaluate((one) => chrome.storage.local.set(one), record);
  await mutateMirror(popup, record);
  await injectCopy(worker, { key: 'note:', times: 1 });
  await inject(worker, { call: 'get', way: 'hangs', key: 'note:unlisted' });
  await addNote(popup, id, 'Second');
  const asked = async () => {
    await healthOf(popup);
    return hits(worker);
  };
  await expect.poll(asked, slowly).toBeGreaterThan(0);
  // Answered after the turn in which that was asked, and acted on.
  await healthOf(popup);
  expect(await mirrored(popup)).toMatchObject(record);

  await heal(worker);
  await expect.poll(async () => (await healthOf(popup)).mirror, slowly).toBe('whole');
  expect(await mirrored(popup)).toMatchObject(record);
});

test('a record besides the library that can not be read does not keep the second copy behind for ever', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const library = makeLibrary(2, 2);
  await importInto(popup, library);
  await expectMirrored(popup);
  await injectCopy(worker, { key: 'note:', times: 1 });
  await inject(worker, { call: 'get', way: 'rejects', key: 'undo:' });
  await addNote(popup, library.projects[0]?.id ?? '', 'Its write fails');
  const copied = async () => {
    await healthOf(popup);
    return notesIn(await mirrored(popup)).length;
  };
  await expect.poll(copied, slowly).toBe(5);
  await expect.poll(async () => (await healthOf(popup)).mirror, slowly).toBe('whole');
});

test('a second copy that could not be looked at is not written over: it may hold what the store lost', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  const older = await popup.evaluate(() => chrome.storage.local.get());
  const newest = await addNote(popup, id, 'Before the power failed');
  await expectMirrored(popup);

  await worker.evaluate(() => {
    const { count } = IDBObjectStore.prototype;
    Reflect.set(globalThis, 'count', count);
    IDBObjectStore.prototype.count = () => {
      throw new DOMException('Internal error', 'UnknownError');
    };
  });
  await popup.evaluate((records) => chrome.storage.local.set(records), older);
  await popup.evaluate((key) => chrome.storage.local.remove(key), `note:${newest}`);
  // Has everything judged anew, as the next start would.
  const check = () =>
    popup.evaluate(async () => (await chrome.runtime.sendMessage({ type: 'checkLibrary' })).answer);
  expect(await check()).toMatchObject({ problem: null, mirror: 'behind' });
  // As many commands as the store lost, and one more.
  for (const body of ['Since then', 'And this']) await addNote(popup, id, body);
  expect(await healthOf(popup)).toMatchObject({ problem: null, mirror: 'behind' });
  expect(notesIn(await mirrored(popup)).map(({ body }) => body)).toEqual(['Before the power failed']);

  await worker.evaluate(() => {
    IDBObjectStore.prototype.count = Reflect.get(globalThis, 'count');
  });
  await expect.poll(async () => (await healthOf(popup)).problem?.kind).toBe('rolled-back');
  // And by a worker that knows nothing of it.
  await stopWorker(popup);
  await expect.poll(async () => (await healthOf(popup)).problem?.kind).toBe('rolled-back');
  const options = await openExtensionPage('options.html#data');
  await options.getByRole('button', { name: 'Repair…' }).click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByText('No damage is known')).toBeVisible();
  const bodies = notesIn(await expectWhole(options)).map(({ body }) => body);
  expect(bodies.toSorted()).toEqual(['And this', 'Before the power failed', 'Since then']);
  await expectMirrored(options);
});

test('a note that is damaged in the store, with the date of the good one, does not take its place in the second copy', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  const key = `note:${await addNote(popup, id, 'As it was written')}`;
  await expectMirrored(popup);
  const good = (await mirrored(popup))[key];
  await popup.evaluate((one) => chrome.storage.local.set(one), {
    [key]: { ...Object(good), body: 'As it never was' },
  });
  // So the copy is filled once more.
  await injectCopy(worker, { key: 'note:', times: 1 });
  await addNote(popup, id, 'Another');
  await expect.poll(async () => (await healthOf(popup)).problem?.kind, slowly).toBe('records');
  expect((await mirrored(popup))[key]).toEqual(good);
});
