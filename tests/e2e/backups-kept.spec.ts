import type { Page } from '@playwright/test';
import { emptyBase } from '../../lib/library/empty.ts';
import { heal, inject } from '../faults/broken-storage.ts';
import { importInto, makeLibrary } from '../faults/made-library.ts';
import { stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject } from './library.ts';

const section = (options: Page) => options.getByRole('region', { name: 'Backups' });

interface Seeded {
  kind: string;
  at: string;
}

/** What lies in the backups' database: kind and day of each, in the order in which they were made, and how many texts. */
const lying = (options: Page): Promise<{ all: string[]; texts: number }> =>
  options.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open('underline-backups'));
    const transaction = db.transaction(['about', 'texts']);
    const abouts = (await asked(transaction.objectStore('about').getAll())) as Seeded[];
    const texts = await asked(transaction.objectStore('texts').count());
    db.close();
    return { all: abouts.map(({ kind, at }) => `${kind} ${at.slice(0, 10)}`), texts };
  });

/** Puts copies of the one backup there is in its place, as if they had been made then, of something else each. */
const seed = (options: Page, made: Seeded[]): Promise<void> =>
  options.evaluate(async (made) => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open('underline-backups'));
    const transaction = db.transaction(['about', 'texts'], 'readwrite');
    const [abouts, texts] = [transaction.objectStore('about'), transaction.objectStore('texts')];
    const [about] = await asked(abouts.getAll());
    const [text] = await asked(texts.getAll());
    await Promise.all([asked(abouts.clear()), asked(texts.clear())]);
    for (const one of made) {
      const id = await asked(abouts.add({ ...about, ...one, checksum: `of ${one.kind} ${one.at}` }));
      await asked(texts.put(text, id));
    }
    db.close();
  }, made);

/** So many days before today, as the first part of an instant. */
const dayBefore = (days: number): string =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const days = (kind: string, from: number): string[] =>
  Array.from({ length: from }, (_, at) => `${kind} ${dayBefore(from - at)}`);

test('seven days are kept, and three before imports; the oldest of a kind goes with its text, and no other', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  await addNote(popup, id, 'One');
  const options = await openExtensionPage('options.html#data');
  const rows = section(options).getByRole('listitem');
  const backUp = section(options).getByRole('button', { name: 'Back up now' });
  await backUp.click();
  await expect(options.getByText('Backed up')).toBeVisible();
  await expect.poll(() => lying(options)).toEqual({ all: [`daily ${dayBefore(0)}`], texts: 1 });

  const full = [...days('update', 3), ...days('import', 3), ...days('daily', 7)];
  await seed(
    options,
    full.map((one) => ({ kind: one.split(' ')[0] ?? '', at: `${one.split(' ')[1]}T10:00:00.000Z` })),
  );
  expect(await lying(options), 'as many as are kept').toEqual({ all: full, texts: 13 });
  await options.reload();
  await expect(rows).toHaveCount(13);

  await backUp.click();
  await expect
    .poll(() => lying(options))
    .toEqual({
      all: [...days('update', 3), ...days('import', 3), ...days('daily', 6), `daily ${dayBefore(0)}`],
      texts: 13,
    });
  await expect(rows).toHaveCount(13);
  await importInto(popup, makeLibrary(1, 2));
  await expect
    .poll(() => lying(options))
    .toEqual({
      all: [
        ...days('update', 3),
        ...days('import', 2),
        ...days('daily', 6),
        `daily ${dayBefore(0)}`,
        `import ${dayBefore(0)}`,
      ],
      texts: 13,
    });
});

test('the oldest backup can be restored again when a first try of it was not saved', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  const noteId = await addNote(popup, id, 'As it was');
  let settings = emptyBase.settings;
  for (let number = 0; number < 3; number += 1) {
    const library = makeLibrary(1, 1);
    await importInto(popup, library, settings);
    settings = library.settings;
  }
  await carryOut(popup, { type: 'edit-note', id: noteId, kind: { type: 'note' }, body: 'Spoiled' });
  const options = await openExtensionPage('options.html#data');
  const made = section(options).getByRole('listitem').filter({ hasText: 'Before an import' });
  await expect(made).toHaveCount(3);
  const oldest = made.last();
  await expect(oldest, 'the one from before the first import').toContainText('1 project, 1 note');
  const restore = async () => {
    await oldest.getByRole('button', { name: 'Restore…' }).click();
    await oldest.getByRole('button', { name: /^Restore \d/ }).click();
  };

  await inject(worker, { call: 'set', way: 'rejects', key: 'note:' });
  await restore();
  await expect(oldest.getByRole('alert')).toContainText('The browser could not save this');
  await heal(worker);
  await options.reload();
  await expect(made, 'the one that is restored stays besides').toHaveCount(4);
  await restore();
  await expect(options.getByText(/^Restored/)).toBeVisible();
  expect((await stored(popup))[`note:${noteId}`]).toMatchObject({ body: 'As it was' });
});

test('a backup that fails costs no save, is said quietly everywhere, and no more once one works', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const options = await openExtensionPage('options.html#data');
  await worker.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    Reflect.set(globalThis, 'transaction', transaction);
    IDBDatabase.prototype.transaction = function (...how: Parameters<typeof transaction>) {
      // The second copy can be written: this is about backups alone.
      if (this.name === 'underline-backups' && how[1] === 'readwrite')
        throw new DOMException('The disk is full', 'QuotaExceededError');
      return transaction.apply(this, how);
    };
  });
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await addNote(popup, id, 'Saved all the same');
  const said = popup.getByText('the browser could not write their backup');
  await expect(said).toBeVisible();
  await expect(popup.getByRole('alert')).toHaveCount(0);
  expect(JSON.stringify(await stored(popup))).toContain('Saved all the same');
  const panel = await openExtensionPage('sidepanel.html');
  await expect(panel.getByText('the browser could not write their backup')).toBeVisible();
  await expect(section(options)).toContainText('The last backup could not be made');

  await section(options).getByRole('button', { name: 'Back up now' }).click();
  await expect(options.getByRole('alert').first()).toContainText('could not write a backup');
  await expect(said).toBeVisible();
  await worker.evaluate(() => {
    IDBDatabase.prototype.transaction = Reflect.get(globalThis, 'transaction');
  });
  await section(options).getByRole('button', { name: 'Back up now' }).click();
  await expect(section(options).getByRole('listitem')).toContainText('1 project, 1 note');
  await expect(section(options)).not.toContainText('could not be made');
  for (const surface of [popup, panel])
    await expect(surface.getByText('the browser could not write their backup')).toHaveCount(0);
});
