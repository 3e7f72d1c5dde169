import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { backUp } from './broken-copy.ts';
import { heal, inject } from './broken-storage.ts';
import { expectMirrored, expectWhole } from './copies.ts';

test('a repair that the browser refuses says why, changes nothing, and can be tried again where it was pressed', async ({
  openExtensionPage,
  worker,
}) => {
  const options = await openExtensionPage('options.html#data');
  const id = await keepProject(options, 'OpenGradient', ['$OPG'], 'watching');
  const note = await addNote(options, id, 'Found again');
  await expectMirrored(options);
  // Else the day's backup may meet the damage before the button is pressed.
  await backUp(options);
  await options.evaluate((key) => chrome.storage.local.set({ [key]: 'garbage' }), `note:${note}`);
  await options.getByRole('button', { name: 'Check every record' }).click();
  const repair = options.getByRole('button', { name: 'Repair…' });
  await expect(repair).toBeVisible();
  const before = await stored(options);

  await inject(worker, { call: 'set', way: 'rejects', key: '' });
  await repair.click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByRole('alert').filter({ hasText: 'could not save' })).toBeVisible();
  await expect(repair).toBeFocused();
  expect(await stored(options)).toEqual(before);

  await heal(worker);
  await repair.press('Enter');
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByText('No damage is known')).toBeVisible();
  await expect(options.getByRole('heading', { name: 'Your library' })).toBeFocused();
  await expectWhole(options);
});
