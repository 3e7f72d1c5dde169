import type { Page } from '@playwright/test';
import { stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { hover } from './on-page.ts';
import { openBeside } from './surfaces.ts';

test('a project that is begun in the card goes on in the popup, and the other way round, with all that was typed', async ({
  context,
  site,
  openExtensionPage,
  worker,
}) => {
  const store = await openExtensionPage('card.html');
  const page = await context.newPage();
  await page.goto(
    site.page({ path: '/post', body: '<p style="padding: 40px">About $OPG by @opentensor</p>' }),
  );
  const kept = async () => Object.values((await stored(store)).drafts ?? {}).map((text) => JSON.parse(text));
  const chips = (popup: Page) => popup.getByRole('button', { name: /^Remove / });

  let card = await hover(page, '$OPG');
  await card.getByRole('radio', { name: 'Watching' }).check();
  await expect.poll(kept).toMatchObject([{ status: 'watching' }]);
  await page.keyboard.press('Escape');

  await test.step('the popup has the mention itself, and takes more', async () => {
    const popup = await openBeside(page, worker, 'popup.html');
    await popup.getByRole('button', { name: 'Keep $OPG as a project' }).click();
    await expect(popup.getByRole('radio', { name: 'Watching' })).toBeChecked();
    await expect(chips(popup)).toHaveCount(2);
    await expect(popup.getByRole('button', { name: 'Remove $OPG' })).toBeVisible();
    const add = popup.getByRole('textbox', { name: 'Add an alias' });
    await add.fill('opengradient.ai, Render,');
    await popup.getByRole('button', { name: 'Look for “Render” anyway' }).click();
    await add.pressSequentially('@');
    await expect.poll(kept).toMatchObject([{ aliases: { length: 4 }, text: '@' }]);
    await popup.close({ runBeforeUnload: true });
  });

  await test.step('the card shows it, leaves it, and keeps all but what is not ticked any more', async () => {
    card = await hover(page, '$OPG');
    const other = card.getByRole('checkbox', { name: 'opengradient.ai' });
    await expect(other).toBeChecked();
    await expect(card.getByRole('checkbox', { name: 'Render' })).toBeChecked();
    await card.getByRole('checkbox', { name: '@opentensor' }).uncheck();
    await expect.poll(kept).toMatchObject([{ aliases: { length: 3 }, text: '@' }]);
    await card.getByRole('button', { name: 'Keep as a project' }).click();
    await expect(card.getByRole('textbox', { name: /^New note/ })).toBeVisible();
  });

  const projects = Object.entries(await stored(store)).filter(([key]) => key.startsWith('project:'));
  expect(projects.map(([, project]) => project)).toMatchObject([
    {
      status: 'watching',
      aliases: [
        { text: '$OPG', site: null },
        { text: 'opengradient.ai', site: null },
        { text: 'Render', site: null, insist: true },
      ],
    },
  ]);
  const [key] = projects[0] ?? [''];
  await expect
    .poll(async () => (await stored(store)).drafts, 'what is no alias yet waits in the project’s own field')
    .toEqual({ [key.replace('project', 'alias')]: '@' });
});
