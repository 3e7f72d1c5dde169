import { recordsOf } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { carryOut } from '../e2e/library.ts';
import { importInto, makeLibrary } from './made-library.ts';

test('a backup larger than any file that can be imported is restored, and says so where it becomes a file', async ({
  openExtensionPage,
}) => {
  test.setTimeout(360_000);
  const long = { timeout: 90_000 };
  const popup = await openExtensionPage('popup.html');
  // Two files of 30 MB came in, one at a time.
  const [first, second] = [makeLibrary(30, 11, 90_000), makeLibrary(30, 11, 90_000)];
  await importInto(popup, first);
  await importInto(popup, second, first.settings);
  const options = await openExtensionPage('options.html#data');
  const backups = options.getByRole('region', { name: 'Backups' });
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(options.getByText('Backed up')).toBeVisible(long);
  // The newest first: one that came by itself may hold as much.
  const row = backups.getByRole('listitem').filter({ hasText: '60 projects, 660 notes' });

  const [note] = first.notes;
  const key = `note:${note!.id}`;
  // As large a record lies there as text.
  const noteNow = async () => recordsOf(await popup.evaluate((of) => chrome.storage.local.get(of), key))[key];
  await carryOut(popup, { type: 'edit-note', id: note!.id, kind: { type: 'note' }, body: 'Spoiled' });
  await row.first().getByRole('button', { name: 'Restore…' }).click();
  await row.first().getByRole('button', { name: 'Restore 1' }).click(long);
  await expect(options.getByText('Restored 1')).toBeVisible(long);
  expect(await noteNow()).toMatchObject({ body: note!.body });

  const [download] = await Promise.all([
    options.waitForEvent('download', long),
    // The one from before the restore holds as much.
    row.last().getByRole('button', { name: 'Save as file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^underline-/);
  await expect(options.getByRole('alert').filter({ hasText: 'files of up to 50 MB' })).toBeVisible(long);
});
