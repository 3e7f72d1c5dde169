import type { Page } from '@playwright/test';
import { stored } from './commands.ts';
import { exportFrom } from './export.ts';
import { expect, test } from './fixtures.ts';
import { addNote, keepProject } from './library.ts';

/** The records, without what the writer keeps for itself. */
const records = async (page: Page) =>
  Object.fromEntries(
    Object.entries(await stored(page)).filter(([key]) => /^(project:|note:|index$|settings$)/.test(key)),
  );

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

    await by(page);
    await undo.click();
    await expect(page.getByText('The import is undone')).toBeVisible();
    expect(await records(page)).toEqual(before);
    await expect(undo, 'an import is undone once').toHaveCount(0);
  });
