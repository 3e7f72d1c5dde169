import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, carryOut, keepProject } from '../e2e/library.ts';
import { openBeside, openProject } from '../e2e/surfaces.ts';
import { stopWorker } from '../e2e/worker-events.ts';
import { healthOf } from './broken-copy.ts';
import { expectMirrored, expectWhole, mirrored, notesIn } from './copies.ts';

test('a store that was emptied is no new library, on no surface, and comes back from the second copy', async ({
  openExtensionPage,
  underline,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await addNote(popup, id, 'Cost me an hour');
  await expectMirrored(popup);
  const before = await stored(popup);
  await popup.evaluate(() => chrome.storage.local.clear());
  await expect(popup.getByRole('alert')).toContainText('Your library is missing');

  for (const path of ['popup.html', 'sidepanel.html']) {
    const surface = await openExtensionPage(path);
    await expect(surface.getByRole('alert')).toContainText('Your library is missing');
    await expect(surface.getByText(/No projects|Nothing on your watchlist|No notes yet/)).toHaveCount(0);
    await expect(surface.getByRole('button', { name: 'Open recovery' })).toBeVisible();
  }
  // Nothing is saved over it, whoever asks.
  await expect(keepProject(popup, 'Another', ['$NEW'])).rejects.toThrow(/Your library is missing/);
  expect(await stored(popup)).toEqual({});

  await underline.restart();
  const again = await openExtensionPage('popup.html');
  await expect(again.getByRole('alert')).toContainText('Your library is missing');
  const options = underline.context.waitForEvent('page', (page) => page.url().endsWith('/options.html#data'));
  await again.getByRole('button', { name: 'Open recovery' }).click();
  const recovery = await options;
  await expect(recovery.getByText('1 note of 1 project can be read.')).toBeVisible();
  await recovery.getByRole('button', { name: 'Repair…' }).click();
  await recovery.getByRole('button', { name: 'Not yet' }).click();
  expect(await stored(recovery), 'asked, not done').toEqual({});
  await recovery.getByRole('button', { name: 'Repair…' }).click();
  await recovery.getByRole('button', { name: 'Repair now' }).click();
  await expect(recovery.getByText('No damage is known')).toBeVisible();

  const after = await expectWhole(recovery);
  for (const key of [
    `project:${id}`,
    'settings',
    ...Object.keys(before).filter((one) => one.startsWith('note:')),
  ])
    expect(after[key]).toEqual(before[key]);
  await expect(again.getByRole('alert')).toHaveCount(0);
});

test('a library from before there was a second copy gets one, and a copy that lost its database is filled again', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  await expectMirrored(popup);
  for (const round of [1, 2]) {
    await addNote(popup, id, `Note ${round}`);
    // A worker that somebody woke meanwhile has it open.
    await expect(async () => {
      await stopWorker(popup);
      await popup.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const gone = indexedDB.deleteDatabase('underline-second-copy');
            gone.onsuccess = () => resolve();
            gone.onerror = gone.onblocked = () => reject(new Error('It can not be deleted now'));
          }),
      );
      expect(await mirrored(popup)).toEqual({});
    }).toPass();
    // Any question wakes the worker, and it looks at both copies.
    await healthOf(popup);
    await expectMirrored(popup);
    await expectWhole(popup);
  }
});

test('a second copy that cannot be written costs no save, is said quietly, and catches up', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    Reflect.set(globalThis, 'put', put);
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
  });
  await addNote(popup, id, 'Saved all the same');
  await expect(popup.getByText('could not write their second copy')).toBeVisible();
  await expect(popup.getByRole('alert')).toHaveCount(0);
  expect(notesIn(await stored(popup)).map(({ body }) => body)).toEqual(['Saved all the same']);
  await worker.evaluate(() => {
    IDBObjectStore.prototype.put = Reflect.get(globalThis, 'put');
  });
  await addNote(popup, id, 'And again');
  await expectMirrored(popup);
  await expect(popup.getByText('could not write their second copy')).toHaveCount(0);
});

test('typing goes on where damage is found: the text stays, and is saved after the repair', async ({
  context,
  openExtensionPage,
  worker,
  site,
}) => {
  const popup = await openExtensionPage('popup.html');
  await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await expectMirrored(popup);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/plain', body: '<p>About $OPG</p>' }));
  const panel = await openBeside(page, worker, 'sidepanel.html', { width: 420, height: 700 });
  await openProject(panel, 'Watching');
  const composer = panel.getByRole('textbox', { name: 'New note' });
  await composer.fill('A thought in the middle of it');
  // Saved later it would write one half of what is removed now.
  await expect
    .poll(async () => JSON.stringify((await stored(popup)).drafts))
    .toContain('A thought in the middle of it');
  await popup.evaluate(() => chrome.storage.local.remove(['index', 'settings']));
  await expect(panel.getByRole('alert').first()).toContainText('Your library is damaged');
  await composer.press('Enter');
  await expect(panel.getByText('so this was not saved').first()).toBeVisible();
  await expect(composer).toHaveValue('A thought in the middle of it');

  const options = await openExtensionPage('options.html#data');
  await options.getByRole('button', { name: 'Repair…' }).click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByText('No damage is known')).toBeVisible();
  await composer.press('Enter');
  await expect
    .poll(async () => notesIn(await stored(popup)).map(({ body }) => body))
    .toEqual(['A thought in the middle of it']);
  await carryOut(popup, { type: 'pause', on: false });
});
