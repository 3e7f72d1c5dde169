import type { Frame, Page, Worker } from '@playwright/test';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { hover } from '../e2e/on-page.ts';
import type { Site } from '../e2e/site.ts';

/** From now on saves of records end only once the answer is called. */
async function holdSaves(worker: Worker) {
  await worker.evaluate(() => {
    const set = chrome.storage.local.set.bind(chrome.storage.local);
    const gate = Promise.withResolvers<void>();
    Reflect.set(globalThis, 'open', gate.resolve);
    chrome.storage.local.set = async (items: object) => {
      if ('manifest' in items) await gate.promise;
      await set(items);
    };
  });
  return () => worker.evaluate(() => Reflect.get(globalThis, 'open')());
}

const surfaces: { name: string; button: string; open: (popup: Page, site: Site) => Promise<Page | Frame> }[] =
  [
    {
      name: 'popup',
      button: 'Keep project',
      open: async (popup) => {
        await popup.getByRole('button', { name: 'More' }).click();
        await popup.getByRole('menuitem', { name: 'Add a project' }).click();
        return popup;
      },
    },
    {
      name: 'card',
      button: 'Keep as a project',
      open: async (popup, site) => {
        const page = await popup.context().newPage();
        await page.goto(site.page({ path: '/post', body: '<p style="padding: 40px">About $RNDR</p>' }));
        return hover(page, '$RNDR');
      },
    },
  ];
for (const { name, button, open } of surfaces)
  test(`${name}: a project kept once more, because its save takes long, is one project`, async ({
    openPopup,
    site,
    worker,
  }) => {
    const popup = await openPopup();
    await keepProject(popup, 'Another', ['$OTHER']);
    const surface = await open(popup, site);
    await surface.getByRole('textbox', { name: 'Name' }).fill('Render');
    const go = await holdSaves(worker);
    const keep = surface.getByRole('button', { name: button });
    await keep.press('Enter');
    // After 8 s.
    await expect(surface.getByText('very long to save').first()).toBeVisible({ timeout: 30_000 });
    await keep.press('Enter');
    await go();
    await expect(async () => {
      // While the save is under way it is said at once again.
      if (await keep.isEnabled({ timeout: 500 }).catch(() => false))
        // And gone once it is saved, perhaps just now.
        await keep.press('Enter', { timeout: 500 }).catch(() => undefined);
      await expect(surface.getByRole('textbox', { name: /^New note/ })).toBeVisible({ timeout: 2_000 });
    }).toPass();

    // Commands are carried out one after another: what follows is stored after both.
    await keepProject(popup, 'Later', ['$LATER']);
    const records = Object.entries(await stored(popup)).filter(([key]) => key.startsWith('project:'));
    const names = records.map(([, record]) => Reflect.get(Object(record), 'name'));
    expect(names.toSorted()).toEqual(['Another', 'Later', 'Render']);
    await expect.poll(async () => (await stored(popup)).drafts, 'nothing is left of it').toEqual({});
  });
