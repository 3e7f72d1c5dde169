import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { backupsIn } from './backups-database.ts';
import { stored } from './commands.ts';
import { settles } from './every-look.ts';
import { exportFrom } from './export.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject } from './library.ts';
import { scrollingSideways } from './reflow.ts';

const backups = (options: Page) => options.getByRole('region', { name: 'Backups' });

/** Makes the day's backup now, and waits until it is listed. */
async function backUp(options: Page, holds: string): Promise<void> {
  await backups(options).getByRole('button', { name: 'Back up now' }).click();
  await expect(options.getByText('Backed up')).toBeVisible();
  await expect(backups(options).getByRole('listitem').filter({ hasText: holds })).toBeVisible();
}

test('the day’s backup comes by itself after a save, once, and brings back what was lost after a look', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  const options = await openExtensionPage('options.html#data');
  await expect(backups(options)).toContainText('None yet');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  const noteId = await addNote(popup, id, 'Who pays for the proofs?');
  const rows = backups(options).getByRole('listitem');
  await expect(rows).toHaveCount(1, { timeout: 15_000 });
  await expect(rows).toContainText('1 project, 1 note');

  await addNote(popup, id, 'Written after the backup');
  await carryOut(popup, { type: 'edit-note', id: noteId, kind: { type: 'note' }, body: 'Spoiled' });
  // Another one would come a second after what was saved last.
  await options.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
  await expect(rows, 'one a day').toHaveCount(1);
  const before = await stored(popup);
  const restore = rows.getByRole('button', { name: 'Restore…' });
  await restore.focus();
  await options.keyboard.press('Enter');
  await expect(options.getByRole('heading', { name: 'What restoring would change' })).toBeFocused();
  await expect(options.getByRole('row', { name: /notes/i })).toHaveText('Notes0100');
  await expect(rows).toContainText('What you added since then stays.');
  expect(await stored(popup), 'a look changes nothing').toEqual(before);

  await rows.getByRole('button', { name: 'Restore 1' }).click();
  await expect(options.getByText('Restored 1')).toBeVisible();
  const after = await stored(popup);
  expect(after[`note:${noteId}`]).toMatchObject({ body: 'Who pays for the proofs?' });
  const bodies = Object.values(after).flatMap((record) => Reflect.get(Object(record), 'body') ?? []);
  expect(bodies.sort()).toEqual(['Who pays for the proofs?', 'Written after the backup']);
  await expect(rows, 'one from before the restore').toHaveCount(2);
  await expect(rows.first()).toContainText('Before an import');

  await options.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(options.getByText('The restore is undone. A backup from before is kept.')).toBeVisible();
  await expect(options.getByRole('button', { name: 'Undo the last import' })).toBeHidden();
  expect((await stored(popup))[`note:${noteId}`]).toEqual(before[`note:${noteId}`]);
});

test('a backup is also a file that imports like any other, and outlives the library', async ({
  openExtensionPage,
}, testInfo) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'Render', ['$RNDR']);
  await addNote(popup, id, 'Emissions');
  const options = await openExtensionPage('options.html#data');
  await backUp(options, '1 project, 1 note');
  await options.evaluate(() => chrome.storage.local.clear());
  await expect(options.getByRole('alert')).toContainText('missing');
  const row = backups(options).getByRole('listitem');
  await expect(row.getByRole('button', { name: 'Restore…' }), 'a repair comes first').toHaveCount(0);
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    row.getByRole('button', { name: 'Save as file' }).click(),
  ]);
  const file = testInfo.outputPath('backup.json');
  await download.saveAs(file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'underline-export',
    projects: [{ name: 'Render' }],
    notes: [{ body: 'Emissions' }],
  });
});

test('a damaged library is never backed up, and a backup that was changed is not taken in', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  const noteId = await addNote(popup, id, 'Fine');
  const options = await openExtensionPage('options.html#data');
  await backUp(options, '1 project, 1 note');
  await test.step('damaged', async () => {
    // One letter: nothing but the checksum tells.
    await popup.evaluate(async (key) => {
      const { [key]: note } = await chrome.storage.local.get(key);
      await chrome.storage.local.set({ [key]: { ...Object(note), body: 'Fake' } });
    }, `note:${noteId}`);
    const before = await backupsIn(options);
    expect(before).toHaveLength(1);
    await backups(options).getByRole('button', { name: 'Back up now' }).click();
    await expect(options.getByText('There is nothing to back up')).toBeVisible();
    expect(await backupsIn(options), 'the one from before, untouched').toEqual(before);
    await options.reload();
  });
  await test.step('changed', async () => {
    await options.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      const db = await asked(indexedDB.open('underline-backups'));
      const store = db.transaction('texts', 'readwrite').objectStore('texts');
      const [key] = await asked(store.getAllKeys());
      const text = (await asked(store.get(key!))) as Uint8Array;
      text[20] = text[20]! ^ 1;
      await asked(store.put(text, key));
      db.close();
    });
    await backups(options).getByRole('button', { name: 'Save as file' }).click();
    await expect(options.getByText('This backup can not be read any more')).toBeVisible();
  });
});

test('how much the last export lacks is said where exports are made, and nothing where it lacks nothing', async ({
  openExtensionPage,
}, testInfo) => {
  const panel = await openExtensionPage('sidepanel.html');
  const id = await keepProject(panel, 'OpenGradient', ['$OPG']);
  await addNote(panel, id, 'One');
  const options = await openExtensionPage('options.html#data');
  const state = options.getByRole('region', { name: 'State' });
  await expect(state).toContainText('2 changes, and never exported');
  await panel.getByRole('button', { name: 'More' }).click();
  await expect(panel.getByRole('menuitem', { name: 'Export' })).toHaveAccessibleDescription(
    '2 changes, and never exported',
  );
  await panel.keyboard.press('Escape');
  await exportFrom(panel, testInfo.outputPath('mine.json'));
  await expect(state).not.toContainText('changes');
  await addNote(panel, id, 'Two');
  await expect(state).toContainText('1 change since your last export, just now');
});

test('the backups are for everyone: in every look and at every size', async ({ openExtensionPage }) => {
  test.slow();
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await addNote(popup, id, 'One');
  const options = await openExtensionPage('options.html#data');
  const look = async (state: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settles(() => axeViolations(options, 'all'), `${state}, ${colorScheme}`);
      await options.screenshot({
        path: test.info().outputPath(`${state}-${colorScheme}.png`),
        fullPage: true,
      });
    }
    await options.setViewportSize({ width: 320, height: 256 });
    await settles(() => scrollingSideways(options), `${state}, zoomed in`);
    await options.setViewportSize({ width: 1280, height: 800 });
  };
  await backUp(options, '1 note');
  await look('listed');
  await carryOut(popup, { type: 'set-status', id, status: 'passed' });
  await backups(options).getByRole('button', { name: 'Restore…' }).click();
  await expect(options.getByRole('button', { name: 'Restore 1' })).toBeVisible();
  await look('opened');
});
