import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { unpackAll } from '../../lib/extension/packed.ts';
import type { Manifest } from '../../lib/library/schema.ts';

/** When the last export was made, as the library knows; undefined if it knows of none. */
async function exportedAt(surface: Page): Promise<string | undefined> {
  const { manifest } = unpackAll(await surface.evaluate(() => chrome.storage.local.get('manifest')));
  return (manifest as Manifest | undefined)?.exported?.at;
}

/**
 * Exports through the menu of a surface, into this file, and waits until the library knows of it; answers the name it was
 * offered under and its content.
 */
export async function exportFrom(surface: Page, file: string) {
  const before = await exportedAt(surface);
  await surface.getByRole('button', { name: 'More' }).click();
  const [download] = await Promise.all([
    surface.waitForEvent('download'),
    surface.getByRole('menuitem', { name: 'Export' }).click(),
  ]);
  await download.saveAs(file);
  const document = JSON.parse(await readFile(file, 'utf8'));
  // Of an empty library nothing is known.
  if (document.projects.length > 0)
    await expect.poll(() => exportedAt(surface), 'the export is noted').not.toBe(before);
  return { name: download.suggestedFilename(), document };
}
