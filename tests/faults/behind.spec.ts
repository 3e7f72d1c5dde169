import type { Page } from '@playwright/test';
import { run, stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { openProject } from '../e2e/surfaces.ts';
import { healthOf } from './broken-copy.ts';
import { heal, hits, inject } from './broken-storage.ts';
import { expectMirrored } from './copies.ts';

/** Makes the library one of an earlier Underline, behind the writer's back. */
const makeOlder = (page: Page) =>
  page.evaluate(async () => {
    const { manifest } = await chrome.storage.local.get('manifest');
    await chrome.storage.local.set({ manifest: { ...Object(manifest), schema: 0 } });
  });

const schemaIn = async (page: Page) => Reflect.get(Object((await stored(page)).manifest), 'schema');

test('an update that the browser can not save is said on every surface, keeps what is typed, and is done once it can', async ({
  openExtensionPage,
  worker,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  const id = await keepProject(panel, 'OpenGradient', ['$OPG'], 'watching');
  await addNote(panel, id, 'From before the update');
  await expectMirrored(panel);
  await openProject(panel, 'Watching');
  const composer = panel.getByRole('textbox', { name: /^New note/ });
  await composer.fill('Typed meanwhile');
  await expect.poll(async () => JSON.stringify((await stored(panel)).drafts)).toContain('Typed meanwhile');

  await inject(worker, { call: 'set', way: 'rejects', key: 'manifest' });
  await makeOlder(panel);
  // A save that fails makes the writer read anew.
  const command = { type: 'pause', on: true } as const;
  const [refused] = await run(panel, [{ op: 'fails-at-first', command }]);
  expect(refused?.ok).toBe(false);
  const older = JSON.stringify(await stored(panel));
  await run(panel, [{ op: 'fails-again-1', command }]);
  // However often it is looked at again; the day’s backup looks too.
  await expect(panel.getByRole('alert')).toContainText('Your library could not be brought along');
  await expect(panel.getByRole('button', { name: 'More about this' })).toBeVisible();
  await composer.press('Enter');
  await expect(panel.getByText('so this was not saved. What you typed stays here.').first()).toBeVisible();
  await expect(composer).toHaveValue('Typed meanwhile');

  const popup = await openExtensionPage('popup.html');
  await expect(popup.getByText('Your library could not be brought along').first()).toBeVisible();
  await expect(popup.getByText(/No projects|Nothing on your watchlist/)).toHaveCount(0);
  await popup.close();
  const options = await openExtensionPage('options.html#data');
  await expect(options.getByRole('alert')).toContainText('It is unharmed, in its old form');
  await expect(options.getByRole('button', { name: /Repair/ })).toHaveCount(0);
  expect(JSON.stringify(await stored(options)), 'nothing is written').toBe(older);

  // What was tried for the surfaces that opened is over.
  await healthOf(options);
  const tried = await hits(worker);
  await options.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => hits(worker)).toBeGreaterThan(tried);
  // Answered after all tries of the press: one of them would succeed once the browser is well, and the button be gone.
  await healthOf(options);
  await expect(options.getByRole('alert'), 'as long as it fails').toContainText('could not be brought along');
  await heal(worker);
  await options.getByRole('button', { name: 'Try again' }).click();
  await expect(options.getByText('No damage is known')).toBeVisible();
  expect(await schemaIn(options)).toBe(1);
  await expect(panel.getByRole('button', { name: 'More about this' })).toHaveCount(0);
  await composer.press('Enter');
  await expect(panel.getByRole('article').filter({ hasText: 'Typed meanwhile' })).toBeVisible();
  await expect(panel.getByRole('article').filter({ hasText: 'From before the update' })).toBeVisible();
});
