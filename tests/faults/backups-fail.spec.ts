import { backupsIn } from '../e2e/backups-database.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';

test('a backup that breaks off keeps the next one from nothing', async ({ openExtensionPage, worker }) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  await addNote(popup, id, 'One');
  const options = await openExtensionPage('options.html#data');
  const backups = options.getByRole('region', { name: 'Backups' });
  await expect(backups.getByRole('listitem')).toHaveCount(1, { timeout: 20_000 });
  await addNote(popup, id, 'Two');

  // Something that nobody expected, while the records are put together.
  await worker.evaluate(() => {
    const { fromEntries } = Object;
    Reflect.set(globalThis, 'fromEntries', fromEntries);
    Object.fromEntries = (entries: Iterable<readonly unknown[]>) => {
      if (entries instanceof Map) throw new TypeError('Out of memory');
      return fromEntries(entries);
    };
  });
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(options.getByRole('alert').first()).toContainText('could not write a backup');
  await expect(backups).toContainText('The last backup could not be made');

  await worker.evaluate(() => {
    Object.fromEntries = Reflect.get(globalThis, 'fromEntries');
  });
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(options.getByText('Backed up')).toBeVisible();
  await expect(backups).not.toContainText('could not be made');
  await expect(backups.getByRole('listitem'), 'the day’s first stays').toHaveCount(2);

  await test.step('one whose text is not taken is not listed either', async () => {
    await addNote(popup, id, 'Three');
    await worker.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        if (value instanceof Uint8Array) throw new DOMException('Out of memory', 'DataCloneError');
        return put.call(this, value, key);
      };
    });
    const known = await backupsIn(options);
    await backups.getByRole('button', { name: 'Back up now' }).click();
    await expect(backups).toContainText('The last backup could not be made');
    expect(await backupsIn(options)).toEqual(known);
  });
});

test('while a record is damaged it is said that no backups are made', async ({ openExtensionPage }) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  const note = await addNote(popup, id, 'One');
  const options = await openExtensionPage('options.html#data');
  const backups = options.getByRole('region', { name: 'Backups' });
  await expect(backups).not.toContainText('No backups are made');
  await popup.evaluate(async (key) => {
    await chrome.storage.local.set({ [key]: 'garbage' });
    await chrome.runtime.sendMessage({ type: 'checkLibrary' });
  }, `note:${note}`);
  await expect(backups.getByRole('status')).toHaveText(/^No backups are made until your library is repaired/);
});
