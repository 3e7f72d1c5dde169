import { exportDocument, exportText } from '../../lib/library/export-file.ts';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { backUp } from './broken-copy.ts';
import { breakStorage, hangMs, heal, inject } from './broken-storage.ts';
import { expectMirrored, expectWhole } from './copies.ts';
import { makeLibrary } from './made-library.ts';

test('an import that takes long says so and is cancelled without a trace, then carried out', async ({
  openExtensionPage,
  worker,
}) => {
  const panel = await openExtensionPage('sidepanel.html#import');
  const id = await keepProject(panel, 'Mine', ['$MINE']);
  await addNote(panel, id, 'Was there before');
  const file = exportText(
    exportDocument(makeLibrary(2, 3), { now: '2026-03-01T10:00:00.000Z', appVersion: '0.1.0' }),
  );
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'theirs.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  const start = panel.getByRole('button', { name: 'Import 9', exact: true });
  await expect(start).toBeVisible();
  await backUp(panel);
  const before = await stored(panel);

  await inject(worker, { call: 'get', way: 'is held', key: 'project:', times: 1 });
  await start.click();
  await expect(panel.getByRole('progressbar', { name: 'Importing' })).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByText('Cancelling…')).toBeVisible();
  await heal(worker);
  await expect(panel.getByText('Cancelled. Nothing was changed.')).toBeVisible();
  expect(await stored(panel)).toEqual(before);

  await start.click();
  await expect(panel.getByText('Imported 9 from theirs.json')).toBeVisible();
});

test('a comparison and an export that take long say so, and can be cancelled', async ({
  openExtensionPage,
}) => {
  const panel = await openExtensionPage('sidepanel.html#import');
  const id = await keepProject(panel, 'Mine', ['$MINE']);
  await addNote(panel, id, 'Was there before');
  const before = await stored(panel);
  const downloads: string[] = [];
  panel.on('download', (download) => downloads.push(download.suggestedFilename()));
  const healHere = () => panel.evaluate(() => Reflect.get(globalThis, 'fault').heal());
  const hang = () =>
    panel.evaluate(breakStorage, { call: 'get', way: 'is held', key: 'note:', times: 1, hangMs } as const);

  await hang();
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'theirs.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(panel.getByRole('progressbar', { name: 'Comparing with your library' })).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await healHere();
  await expect(panel.getByText('Choose an export file')).toBeVisible();

  await hang();
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name: 'Export' }).click();
  await expect(panel.getByText('Exporting', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await healHere();
  await expect(panel.getByText('Export cancelled')).toBeVisible();
  expect(downloads).toEqual([]);
  expect(await stored(panel)).toEqual(before);

  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name: 'Export' }).click();
  await expect(panel.getByText('Exported as')).toBeVisible();
  await expect.poll(() => downloads).toHaveLength(1);
});

test('a repair that takes long says so and is cancelled without a trace, then carried out', async ({
  openExtensionPage,
  worker,
}) => {
  const options = await openExtensionPage('options.html#data');
  const id = await keepProject(options, 'Mine', ['$MINE']);
  const note = await addNote(options, id, 'Was there before');
  await expectMirrored(options);
  await backUp(options);
  await options.evaluate((key) => chrome.storage.local.set({ [key]: 'garbage' }), `note:${note}`);
  await options.getByRole('button', { name: 'Check every record' }).click();
  const repair = options.getByRole('button', { name: 'Repair…' });
  await expect(repair).toBeVisible();
  const before = await stored(options);

  await inject(worker, { call: 'get', way: 'is held', key: 'project:', times: 1 });
  await repair.click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByRole('progressbar', { name: 'Repairing' })).toBeVisible();
  await options.getByRole('button', { name: 'Cancel' }).click();
  await heal(worker);
  await expect(options.getByText('Cancelled. Nothing was changed.')).toBeVisible();
  expect(await stored(options)).toEqual(before);

  await repair.click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  // Exactly that: the backups say from the start that there are none "until your library is repaired".
  await expect(options.getByText('Your library is repaired', { exact: true })).toBeVisible();
  await expectWhole(options);
  await expect(options.getByText('No damage is known')).toBeVisible();
});

test('a change of many projects that takes long says so and is cancelled without a trace, then carried out, and so is its undo', async ({
  openExtensionPage,
  worker,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  for (const name of ['Akash', 'Bittensor']) await keepProject(panel, name, [`$${name}`], 'watching');
  await panel.getByRole('tab', { name: 'Library' }).click();
  await expect(panel.getByRole('button', { name: /Bittensor/ })).toBeVisible();
  await panel.getByRole('button', { name: /Akash/ }).focus();
  await panel.keyboard.press('Control+a');
  const convinced = panel.getByRole('button', { name: 'Set status: Convinced' });
  const undo = panel.getByRole('button', { name: 'Undo', exact: true });
  const statuses = async () => {
    const projects = Object.entries(await stored(panel)).filter(([key]) => key.startsWith('project:'));
    return projects.map(([, project]) => Reflect.get(Object(project), 'status'));
  };
  await backUp(panel);
  const cancelled = async (begin: () => Promise<void>) => {
    const before = await stored(panel);
    await inject(worker, { call: 'get', way: 'is held', key: 'project:', times: 1 });
    await begin();
    await expect(panel.getByText('Changing 2 projects')).toBeVisible();
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(panel.getByText('Cancelling…')).toBeVisible();
    await heal(worker);
    await expect(panel.getByText('Cancelled. Nothing was changed.').first()).toBeVisible();
    expect(await stored(panel)).toEqual(before);
  };

  await cancelled(() => convinced.click());
  await convinced.click();
  await expect(panel.getByText('Status of 2 projects: Convinced')).toBeVisible();
  expect(await statuses()).toEqual(['convinced', 'convinced']);
  await cancelled(() => undo.click());
  await undo.click();
  await expect.poll(statuses, 'each has its own back').toEqual(['watching', 'watching']);
  await expectWhole(panel);
});
