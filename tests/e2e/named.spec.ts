import type { Page } from '@playwright/test';
import { stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { keepProject } from './library.ts';
import { openBeside } from './surfaces.ts';
import { stopWorker } from './worker-events.ts';

const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';
const short = '0xFbC2…F5eB';

/** What stands under “Your projects”, a line of text for each. */
const rows = async (popup: Page): Promise<string[]> => {
  const texts = await popup
    .getByRole('region', { name: 'Your projects' })
    .getByRole('listitem')
    .allInnerTexts();
  return texts.map((text) => text.split(/\s+/).join(' '));
};

test('a name, a domain and an address are kept in the popup, and the pages with them show the project', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  const url = site.page({ path: '/plain', body: '<p>Nothing is known here.</p>' });
  await page.goto(url);
  let popup = await openBeside(page, worker, 'popup.html');

  await test.step('typed as one alias each', async () => {
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('menuitem', { name: 'Add a project' }).click();
    await popup.getByRole('textbox', { name: 'Name' }).fill('OpenGradient');
    const add = popup.getByRole('textbox', { name: 'Add an alias' });
    await add.pressSequentially('$OPG Open Gradient,https://www.opengradient.ai/blog');
    await add.press('Enter');
    await add.fill(`${evm} `);
    await popup.getByRole('button', { name: 'Keep project' }).click();
    await expect(popup.getByRole('textbox', { name: 'Thesis' })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Remove Open Gradient', exact: true })).toBeVisible();
    await expect(popup.getByTitle(evm)).toHaveText(short);
    const project = Object.entries(await stored(popup)).find(([key]) => key.startsWith('project:'))?.[1];
    expect(project).toMatchObject({
      aliases: ['$OPG', 'Open Gradient', 'opengradient.ai', evm].map((text) => ({ text, site: null })),
    });
    await popup.close();
  });

  // Clicks had made the popup's window the one that the user looks at.
  popup = await openBeside(page, worker, 'popup.html');
  const shows = (body: string, found: RegExp) =>
    test.step(`${body} is ${found}`, async () => {
      await page.goto(site.page({ path: `/${body.length}`, body }));
      await expect.poll(() => rows(popup)).toEqual([expect.stringMatching(found)]);
    });
  await shows('<p>They say <b>Open</b> gradient’s margins grow.</p>', / ×1 by name: Open gradient$/);
  await shows(
    '<p>A link to <a href="https://docs.opengradient.ai/x">the docs</a></p>',
    / ×1 by domain: docs.opengradient.ai$/,
  );
  await shows(`<p>The contract is ${evm.toLowerCase()}</p>`, / ×1 by address 0xfbc2…f5eb$/);
  await shows(`<p>Sent to ${short} today</p>`, new RegExp(` ×1 by address ${short} \\(maybe\\)$`));
  await shows(
    '<p>$OPG, which is Open Gradient, at opengradient.ai</p>',
    / ×3 by name: Open Gradient · by domain: opengradient.ai$/,
  );

  await test.step('what comes in later is found too, what is code is not, and a page without any says so', async () => {
    await page.goto(site.page({ path: '/none', body: '<pre>Open Gradient</pre><p>Open</p><p>Gradient</p>' }));
    await expect(popup.getByText('No projects on this page')).toBeVisible();
    await page.evaluate(() => {
      const late = document.createElement('div');
      const said = Object.assign(document.createElement('p'), { textContent: 'Here is Open Gradient' });
      late.attachShadow({ mode: 'open' }).append(said);
      document.body.append(late);
    });
    await expect.poll(() => rows(popup)).toEqual([expect.stringMatching(/ ×1 by name: Open Gradient$/)]);
  });

  await test.step('the search finds it by each of them', async () => {
    const search = popup.getByRole('combobox', { name: 'Search projects and notes' });
    for (const query of ['open grad', 'opengradient.ai', evm, evm.slice(-6).toLowerCase()]) {
      await search.fill(query);
      await expect(popup.getByRole('option')).toHaveText([/OpenGradient/]);
    }
  });
});

test('an everyday word is said to be none that is looked for, until the user insists', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/words', body: '<p>Render is up, says Zenex. We render it.</p>' }));
  const popup = await openBeside(page, worker, 'popup.html');
  // In this order: where Zenex is listed, Render was known and passed over.
  await keepProject(popup, 'Render Network', ['Render'], 'watching');
  await keepProject(popup, 'Zenex', ['Zenex']);
  await expect.poll(() => rows(popup)).toEqual([expect.stringMatching(/^.*Zenex.* ×1 by name: Zenex$/)]);

  await popup.getByRole('tab', { name: 'Watchlist' }).click();
  await popup.getByRole('region', { name: 'Watching' }).getByRole('button').click();
  const hint = popup.getByText('“Render” is an everyday word');
  await expect(hint).toBeVisible();
  await popup.getByRole('button', { name: 'Look for “Render” anyway' }).click();
  await expect(hint).toHaveCount(0);
  await expect(popup.getByRole('button', { name: 'Remove Render' })).toBeVisible();
  await expect(popup.getByText('removed from')).toHaveCount(0);

  await popup.getByRole('button', { name: 'Back' }).click();
  await popup.getByRole('tab', { name: 'This page' }).click();
  await expect
    .poll(async () => (await rows(popup)).filter((row) => row.includes('Render')))
    .toEqual([expect.stringMatching(/ ×1 by name: Render$/)]);
});

test('a worker that was stopped finds names when it is asked again', async ({ context, site, worker }) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/one', body: '<p>About Zenex</p>' }));
  const popup = await openBeside(page, worker, 'popup.html');
  await keepProject(popup, 'Zenex', ['Zenex']);
  await expect.poll(() => rows(popup)).toHaveLength(1);
  await stopWorker(page);
  await page.goto(site.page({ path: '/two', body: '<p>About Zenex, and Zenex again</p>' }));
  await expect.poll(() => rows(popup)).toEqual([expect.stringMatching(/ ×2 by name: Zenex$/)]);
});
