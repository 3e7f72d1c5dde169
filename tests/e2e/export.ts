import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** Exports through the menu of a surface, into this file; answers the name it was offered under and its content. */
export async function exportFrom(surface: Page, file: string) {
  await surface.getByRole('button', { name: 'More' }).click();
  const [download] = await Promise.all([
    surface.waitForEvent('download'),
    surface.getByRole('menuitem', { name: 'Export' }).click(),
  ]);
  await download.saveAs(file);
  return { name: download.suggestedFilename(), document: JSON.parse(await readFile(file, 'utf8')) };
}
