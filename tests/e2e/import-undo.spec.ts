import type { Page } from '@playwright/test';
import { importInto, makeLibrary } from '../faults/made-library.ts';
import { stored } from './commands.ts';
import { exportFrom } from './export.ts';
import { expect, test } from './fixtures.ts';
import { addNote, keepProject } from './library.ts';

/** The records, without what the writer keeps for itself. */
const records = async (page: Page) =>
  Object.fromEntries(
    Object.entries(await stored(page)).filter(([key]) => /^(project:|note:|index$|settings$)/.test(key)),
  );

const recordsAlone = (all: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => /^(project|note):/.test(key)));

/** Exports a project with a note from another profile: nothing of it is in this one. */
async function exportElsewhere(
  other: { openExtensionPage(path: string): Promise<Page> },
  file: string,
): Promise<void> {
  const page = await other.openExtensionPage('sidepanel.html');
  const id = await keepProject(page, 'Render', ['$RNDR'], 'passed');
  await addNote(page, id, 'Emissions look fine for a year');
  await exportFrom(page, file);
}

const laters: { when: string; by: (page: Page) => Promise<unknown> }[] = [
  {
    when: 'the toast is gone',
    by: async (page) => {
      await page.getByRole('button', { name: 'Dismiss', includeHidden: true }).click();
      await expect(page.getByText(/^Imported 2/)).toHaveCount(0);
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Import…' }).click();
    },
  },
  { when: 'the page is opened again', by: (page) => page.reload() },
];

for (const { when, by } of laters)
  test(`the last import can still be undone when ${when}`, async ({
    openExtensionPage,
    otherProfile,
  }, testInfo) => {
    const file = testInfo.outputPath('theirs.json');
    await exportElsewhere(await otherProfile(), file);
    const page = await openExtensionPage('sidepanel.html#import');
    await addNote(page, await keepProject(page, 'OpenGradient', ['$OPG'], 'watching'), 'Mine');
    const before = await records(page);
    const undo = page.getByRole('button', { name: 'Undo the last import' });
    await expect(page.getByText('Choose an export file')).toBeVisible();
    await expect(undo, 'nothing was imported yet').toHaveCount(0);

    await page.getByLabel(/choose an export file/i).setInputFiles(file);
    await page.getByRole('button', { name: 'Import 2' }).click();
    await expect(page.getByText('Imported 2 from theirs.json')).toBeVisible();
    expect(await records(page)).not.toEqual(before);

    const imported = await records(page);
    await by(page);
    const question = page.getByRole('alertdialog');
    await test.step('it asks first, and says what would go', async () => {
      await undo.click();
      await expect(question).toContainText('1 project and 1 note are removed. A backup is made first');
      await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(question).toHaveCount(0);
      await expect(undo).toBeFocused();
      expect(await records(page)).toEqual(imported);
    });
    await undo.click();
    await question.getByRole('button', { name: 'Undo it' }).click();
    await expect(page.getByText('The import is undone. A backup from before is kept.')).toBeVisible();
    await expect(page.getByText('Settings, under “Your library”, list a backup')).toBeFocused();
    expect(await records(page)).toEqual(before);
    await expect(undo, 'an import is undone once').toHaveCount(0);
    await page.reload();
    await expect(page.getByText('Choose an export file').or(page.getByRole('tab').first())).toBeVisible();

    await test.step('what was undone can be brought back', async () => {
      const options = await openExtensionPage('options.html#data');
      const backup = options.getByRole('listitem').filter({ hasText: 'Before an import was undone' });
      await expect(backup).toContainText('2 projects, 2 notes');
      await backup.getByRole('button', { name: 'Restore…' }).click();
      await backup.getByRole('button', { name: /^Restore \d/ }).click();
      await expect(options.getByText(/^Restored/)).toBeVisible();
      expect(recordsAlone(await records(page))).toEqual(recordsAlone(imported));
    });
  });

test('a double click undoes one import, not the one before it too', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('sidepanel.html#import');
  await addNote(page, await keepProject(page, 'OpenGradient', ['$OPG'], 'watching'), 'Mine');
  const [first, second] = [makeLibrary(1, 1), makeLibrary(1, 2)];
  await importInto(page, first);
  const before = await records(page);
  await importInto(page, second, first.settings);
  // What it shows follows a moment later, and of both it would show the same words.
  await page.reload();
  await page.getByRole('button', { name: 'Undo the last import' }).dblclick();
  await expect(page.getByRole('alertdialog')).toContainText('1 project and 2 notes are removed.');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo it' }).dblclick();
  await expect(page.getByText('The import is undone')).toBeVisible();
  await expect(page.getByText('This import cannot be undone')).toHaveCount(0);
  expect(await records(page)).toEqual(before);

  await page.getByRole('button', { name: 'Undo the last import' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question, 'the one before it').toContainText(
    '1 project and 1 note are removed. Your settings become as they were before.',
  );
  await question.getByRole('button', { name: 'Undo it' }).click();
  await expect.poll(async () => Object.keys(await records(page)).length).toBe(4);
});

test('what the toast undoes at once is backed up too', async ({
  openExtensionPage,
  otherProfile,
}, testInfo) => {
  const file = testInfo.outputPath('theirs.json');
  await exportElsewhere(await otherProfile(), file);
  const page = await openExtensionPage('sidepanel.html#import');
  await page.getByLabel(/choose an export file/i).setInputFiles(file);
  await page.getByRole('button', { name: 'Import 2' }).click();
  await expect(page.getByText('Imported 2 from theirs.json')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('The import is undone. A backup from before is kept.')).toBeVisible();
  const options = await openExtensionPage('options.html#data');
  const backup = options.getByRole('listitem').filter({ hasText: 'Before an import was undone' });
  await expect(backup).toContainText('1 project, 1 note');
});
