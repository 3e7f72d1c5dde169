import { expect, type Page } from '@playwright/test';
import type { StoredProject } from '../../lib/library/schema.ts';
import { stored } from './commands.ts';
import { carryOut, keepProject } from './library.ts';

export const size = { width: 320, height: 640 };
export const rows = (panel: Page) => panel.getByRole('list', { name: 'Projects' }).getByRole('listitem');
export const row = (panel: Page, name: string) => panel.getByRole('button', { name: new RegExp(name) });
export const field = (surface: Page) => surface.getByRole('combobox', { name: 'Add a tag' });
export const chip = (surface: Page, tag: string) =>
  surface.getByRole('button', { name: `Remove ${tag}`, exact: true });
export const toggle = (panel: Page) =>
  panel.getByRole('group', { name: 'Show only' }).getByRole('button', { name: 'Tags', exact: true });
export const choice = (panel: Page, tag: string) =>
  panel.getByRole('group', { name: 'Tags' }).getByRole('button', { name: tag });
export const toLibrary = (panel: Page) => panel.getByRole('tab', { name: /^Library/ }).click();
export const bar = (panel: Page) => panel.getByRole('group', { name: 'Selected projects' });

/** The tags of each project, by its name. */
export const tagsIn = async (page: Page): Promise<Record<string, string[] | undefined>> =>
  Object.fromEntries(
    Object.entries(await stored(page))
      .filter(([key]) => key.startsWith('project:'))
      .map(([, record]) => [(record as StoredProject).name, (record as StoredProject).tags]),
  );

/** Three projects with these tags; answers the panel on its library. */
export async function openLibrary(
  openExtensionPage: (path: string) => Promise<Page>,
  tags: Record<string, string[]> = {},
): Promise<Page> {
  const panel = await openExtensionPage('sidepanel.html');
  await panel.setViewportSize(size);
  for (const name of ['Akash', 'Bittensor', 'Celestia']) {
    const id = await keepProject(panel, name, [`$${name.slice(0, 3).toUpperCase()}`], 'watching');
    const add = tags[name] ?? [];
    if (add.length > 0) await carryOut(panel, { type: 'change-tags', changes: [{ id, add, remove: [] }] });
  }
  await toLibrary(panel);
  await expect(rows(panel)).toHaveCount(3);
  return panel;
}
