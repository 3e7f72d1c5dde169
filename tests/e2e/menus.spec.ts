import type { BrowserContext, Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { stored } from './commands.ts';
import { settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { keepProject } from './library.ts';
import { chooseMenu, pressCommand } from './worker-events.ts';

/** The panel's page, in the tab in which it opens where no user's click lets the side panel open. */
const panelTab = async (context: BrowserContext, act: () => Promise<void>): Promise<Page> => {
  const opened = context.waitForEvent('page', (page) => page.url().includes('/sidepanel.html'));
  await act();
  return opened;
};
const notesIn = async (page: Page) =>
  Object.entries(await stored(page))
    .filter(([key]) => key.startsWith('note:'))
    .map(([, note]) => note as { body: string; projectId: string; source: object | null });

test('both items are there once, however often the browser starts or Underline is installed anew', async ({
  worker,
}) => {
  const update = (id: string) =>
    worker.evaluate(
      (item) =>
        chrome.contextMenus.update(item, { enabled: true }).then(
          () => true,
          () => false,
        ),
      id,
    );
  await worker.evaluate(() => {
    let made = 0;
    const create = chrome.contextMenus.create.bind(chrome.contextMenus);
    chrome.contextMenus.create = (...item) => {
      made += 1;
      Reflect.set(globalThis, 'menusMade', made);
      return create(...item);
    };
    const { onStartup, onInstalled } = chrome.runtime as unknown as Record<
      string,
      { dispatch(...args: unknown[]): void }
    >;
    onStartup?.dispatch();
    onInstalled?.dispatch({ reason: 'update' });
  });
  await expect.poll(() => worker.evaluate(() => Reflect.get(globalThis, 'menusMade'))).toBe(4);
  // The same id made twice would be an error that fails this test.
  await expect.poll(() => update('add-selection')).toBe(true);
  await expect.poll(() => update('add-link')).toBe(true);
});

test('a selected mention becomes the alias of a new project', async ({ context, site, worker }) => {
  const page = await context.newPage();
  const pageUrl = site.page({ path: '/post', title: 'A post', body: '<p>About $OPG</p>' });
  await page.goto(pageUrl);
  const panel = await panelTab(context, () =>
    chooseMenu(worker, { menuItemId: 'add-selection', selectionText: ' $OPG ', pageUrl, frameId: 0 }),
  );
  await expect(panel.getByRole('heading', { name: 'Add to Underline' })).toBeVisible();
  await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('OPG');
  await expect(panel.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await settles(() => axeViolations(panel, 'all'), 'panel');
  await panel.keyboard.press('Enter');
  // The project's own view: the form has its status and name, too.
  await expect(panel.getByText('Nothing noted yet')).toBeVisible();
  const projects = Object.entries(await stored(panel)).filter(([key]) => key.startsWith('project:'));
  expect(projects).toMatchObject([[expect.any(String), { aliases: [{ text: '$OPG', site: null }] }]]);
});

test('other text becomes the quote of a note, with its page as the source', async ({
  context,
  site,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  const id = await keepProject(store, 'OpenGradient', ['$OPG'], 'watching');
  const page = await context.newPage();
  const url = site.page({ path: '/post', title: 'Who pays?', body: '<p>A signature proves nothing.</p>' });
  await page.goto(`${url}?id=7&utm_source=mail&token=hunter2#top`);
  const selectionText = 'A signature proves nothing.';
  const panel = await panelTab(context, () =>
    chooseMenu(worker, { menuItemId: 'add-selection', selectionText, pageUrl: page.url(), frameId: 0 }),
  );
  await expect(panel.getByText('Which project is this about?')).toBeVisible();
  await expect(panel.getByRole('blockquote')).toHaveText(selectionText);
  await settles(() => axeViolations(panel, 'all'), 'panel');
  await panel.keyboard.type('openg');
  await panel.keyboard.press('Enter');
  await expect(panel.getByText('Who pays?')).toBeVisible();
  await settles(() => axeViolations(panel, 'all'), 'panel');
  await panel.keyboard.type('The question that nobody answers');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  expect(await notesIn(store)).toMatchObject([
    {
      projectId: id,
      body: 'The question that nobody answers',
      source: { url: `${url}?id=7`, title: 'Who pays?', quote: selectionText },
    },
  ]);
});

test('a link to somebody’s page gives the handle, to a kept project too; one that leads to nobody says so', async ({
  context,
  site,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  const id = await keepProject(store, 'OpenGradient', ['$OPG']);
  const page = await context.newPage();
  const pageUrl = site.page({ path: '/links', body: '<p>Links</p>' });
  await page.goto(pageUrl);
  const choose = async (linkUrl: string) => {
    await page.bringToFront();
    return panelTab(context, () =>
      chooseMenu(worker, { menuItemId: 'add-link', linkUrl, pageUrl, frameId: 0 }),
    );
  };
  const first = await choose('https://x.com/OpenGradient/status/17');
  await expect(first.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  await first.getByRole('button', { name: 'Add to a project', exact: true }).click();
  await first.keyboard.press('Enter');
  await expect(first.getByText('@OpenGradient', { exact: true })).toBeVisible();
  const aliases = async () => {
    const project = (await stored(store))[`project:${id}`] as { aliases: { text: string }[] };
    return project.aliases.map(({ text }) => text);
  };
  await expect.poll(aliases).toEqual(['$OPG', '@OpenGradient']);
  await first.close();

  const again = await choose('https://twitter.com/opengradient');
  await expect(again.getByText('You keep OpenGradient already.')).toBeVisible();
  await expect(again.getByRole('textbox', { name: /^New note/ })).toBeFocused();
  await again.close();

  const nobody = await choose('https://x.com/home');
  await expect(nobody.getByText('Nothing was found there to take along.')).toBeVisible();
});

test('the key for a note takes what is selected on the page, or the page alone', async ({
  context,
  site,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  const id = await keepProject(store, 'OpenGradient', ['$OPG']);
  const url = site.page({ path: '/read', title: 'A page', body: '<p>Words worth keeping</p><p>Others</p>' });
  const page = await context.newPage();
  await page.goto(url);
  const press = async () => {
    await page.bringToFront();
    return panelTab(context, () => pressCommand(worker, 'add-note'));
  };
  const note = async (panel: Page, text: string) => {
    await panel.getByRole('combobox').press('Enter');
    await panel.getByRole('textbox', { name: /^New note/ }).fill(text);
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
    await panel.close();
  };
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Node));
  const panel = await press();
  await expect(panel.getByRole('blockquote')).toHaveText('Words worth keeping');
  await note(panel, 'On the words');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  const other = await press();
  await expect(other.getByText('Which project is this about?')).toBeVisible();
  await expect(other.getByRole('blockquote')).toHaveCount(0);
  await note(other, 'On the page');
  const kept = (await notesIn(store)).map(({ projectId, body, source }) => ({ projectId, body, source }));
  expect(kept.toSorted((a, b) => a.body.localeCompare(b.body))).toMatchObject([
    { projectId: id, body: 'On the page', source: { url, title: 'A page', quote: '' } },
    { projectId: id, body: 'On the words', source: { url, title: 'A page', quote: 'Words worth keeping' } },
  ]);
});

test('the key for the side panel opens it, in a tab where the browser refuses', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/here', body: '<p>Here</p>' }));
  const panel = await panelTab(context, () => pressCommand(worker, 'open-side-panel'));
  await expect(panel.getByRole('searchbox').or(panel.getByRole('combobox')).first()).toBeVisible();
});
