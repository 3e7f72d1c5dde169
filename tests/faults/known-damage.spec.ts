import type { Page, Worker } from '@playwright/test';
import { run, stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { healthOf } from './broken-copy.ts';
import { heal, inject } from './broken-storage.ts';
import { expectMirrored, expectWhole, mutateMirror, notesIn } from './copies.ts';

const check = (page: Page) => page.evaluate(() => chrome.runtime.sendMessage({ type: 'checkLibrary' }));

/** A library in which one note can be read in neither copy, and that is known. */
async function damagedLibrary(page: Page): Promise<string> {
  const id = await keepProject(page, 'OpenGradient', ['$OPG'], 'watching');
  const bad = { [`note:${await addNote(page, id, 'Lost')}`]: 'garbage' };
  await expectMirrored(page);
  await page.evaluate((record) => chrome.storage.local.set(record), bad);
  await mutateMirror(page, bad);
  await check(page);
  expect((await healthOf(page)).problem).toEqual({ kind: 'records', count: 1 });
  return id;
}

/** Makes the worker read the library's base in vain. */
async function closeOnce(page: Page, worker: Worker): Promise<void> {
  await inject(worker, { call: 'get', way: 'rejects', key: 'manifest' });
  await check(page);
  await heal(worker);
}

test('saving goes on where a record is damaged, and the damage stays known', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await damagedLibrary(popup);
  for (let round = 0; round < 12; round += 1) {
    await addNote(popup, id, `Note ${round}`);
    expect((await healthOf(popup)).problem, `after note ${round}`).toEqual({ kind: 'records', count: 1 });
  }
  await expectMirrored(popup);
  expect((await healthOf(popup)).problem).toEqual({ kind: 'records', count: 1 });
});

test('a store that can not be opened for a moment does not make its damage forgotten', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  await damagedLibrary(popup);
  await closeOnce(popup, worker);
  expect((await healthOf(popup)).problem).toEqual({ kind: 'records', count: 1 });
  const emptied = { op: 'empties-it', command: { type: 'empty-trash', until: new Date().toISOString() } };
  expect((await run(popup, [emptied as never]))[0]).toMatchObject({ ok: false, error: { code: 'damaged' } });
});

test('a record that can not be read for a command is looked after', async ({ openExtensionPage, worker }) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await inject(worker, { call: 'get', way: 'rejects', key: `project:${id}` });
  const kind = { type: 'note' } as const;
  const command = { type: 'add-note', projectId: id, kind, body: 'Not now', source: null } as const;
  expect((await run(popup, [{ op: 'add-in-vain', command }]))[0]).toMatchObject({
    error: { code: 'storage-failed' },
  });
  await expect.poll(async () => (await healthOf(popup)).problem).toEqual({ kind: 'records', count: 1 });
  await heal(worker);
  await check(popup);
  expect((await healthOf(popup)).problem).toBeNull();
});

test('a library of which only backups are left is no new one, and comes back from them', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await addNote(popup, id, 'In the backup');
  await expectMirrored(popup);
  await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'backUp' }));
  const before = Object.keys(await stored(popup));
  await popup.evaluate(async (keys) => {
    await chrome.storage.local.clear();
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('underline-second-copy');
      opening.onerror = reject;
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('records', 'readwrite');
        for (const key of keys) transaction.objectStore('records').delete(key);
        transaction.oncomplete = resolve;
      };
    });
  }, before);
  await expect.poll(async () => (await healthOf(popup)).problem?.kind).toBe('backups-left');
  const surface = await openExtensionPage('popup.html');
  await expect(surface.getByRole('alert')).toContainText('Your library is missing');
  await expect(keepProject(popup, 'Another', ['$NEW'])).rejects.toThrow(/Your library is missing/);
  expect(await stored(popup)).toEqual({});

  const options = await openExtensionPage('options.html#data');
  await expect(options.getByRole('alert')).toContainText('Backups of it are still here');
  await options.getByRole('button', { name: 'Repair…' }).click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByText('No damage is known')).toBeVisible();
  await options.getByRole('button', { name: 'Restore…' }).first().click();
  await options.getByRole('button', { name: /^Restore \d/ }).click();
  await expect
    .poll(async () => notesIn(await stored(options)).map(({ body }) => body))
    .toEqual(['In the backup']);
  await expectWhole(options);
});

const unreadable: [string, Record<string, unknown>][] = [
  ['garbage', { index: 'garbage' }],
  ['of another shape', { manifest: { schema: 1 } }],
];
for (const [what, records] of unreadable)
  test(`what a page finds ${what}, while the background knows it whole, is damage for all`, async ({
    openExtensionPage,
  }) => {
    const popup = await openExtensionPage('popup.html');
    await addNote(popup, await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching'), 'Still here');
    await expectMirrored(popup);
    await popup.evaluate((changed) => chrome.storage.local.set(changed), records);
    const options = await openExtensionPage('options.html#data');
    await expect(options.getByRole('button', { name: 'Repair…' })).toBeVisible();
    await expect(options.getByText('No damage is known')).toHaveCount(0);
    await expect(options.getByText(/\b0 (projects|notes)\b/)).toHaveCount(0);
    await expect(popup.getByRole('alert').first()).toContainText('is damaged');
    await options.getByRole('button', { name: 'Repair…' }).click();
    await options.getByRole('button', { name: 'Repair now' }).click();
    await expect(options.getByText('No damage is known')).toBeVisible();
    await expect(options.getByText('1 project and 1 note')).toBeVisible();
    expect(notesIn(await expectWhole(options)).map(({ body }) => body)).toEqual(['Still here']);
  });
