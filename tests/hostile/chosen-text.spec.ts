import type { BrowserContext, Page } from '@playwright/test';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { chooseMenu, pressCommand } from '../e2e/worker-events.ts';
import { contentWorld } from './content-world.ts';
import { pastDwell } from './past-dwell.ts';

const panelTab = async (context: BrowserContext, act: () => Promise<void>): Promise<Page> => {
  const opened = context.waitForEvent('page', (page) => page.url().includes('/sidepanel.html'));
  await act();
  return opened;
};

/** What a page may have put under the user’s selection. */
const texts = [
  '<img src=x onerror="document.title=\'taken\'"> of four words',
  '<script>document.title="taken"</script> and "quotes" & more',
  'safe\u202Etxet desrever si siht yaw eno ni\u202C end',
  '__proto__',
  'constructor toString hasOwnProperty valueOf',
  '{"add":{"alias":"$OPG"}} is no view',
];

test('what is selected on a page, its title and its address are shown as text, and no source keeps more than it may', async ({
  context,
  site,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', ['$OPG']);
  const page = await context.newPage();
  const title = '<b id="taken">Title</b>';
  // An image of that name stands where the document’s title is asked for.
  const url = site.page({ path: '/chosen', body: '<p>Text</p><img name="title" alt="">' });
  await page.goto(`${url}?token=hunter2#access_token=hunter2`);
  for (const text of texts) {
    await page.bringToFront();
    const panel = await panelTab(context, () =>
      chooseMenu(worker, {
        menuItemId: 'add-selection',
        selectionText: text,
        pageUrl: page.url(),
        frameId: 0,
      }),
    );
    await expect(panel.getByRole('blockquote')).toHaveText(text);
    expect(await panel.locator('main :is(img, script, b)').count()).toBe(0);
    expect(await panel.title()).toBe('Underline');
    await panel.close();
  }
  const other = await context.newPage();
  const named = site.page({ path: '/named', title, body: '<p>Text</p>' });
  await other.goto(`${named}?token=hunter2#access_token=hunter2`);
  const last = await panelTab(context, () => pressCommand(worker, 'add-note'));
  await last.getByRole('combobox').press('Enter');
  await last.getByRole('textbox', { name: /^New note/ }).fill('Kept');
  await last.keyboard.press('Enter');
  await expect(last.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  await expect
    .poll(async () => Object.entries(await stored(store)).filter(([key]) => key.startsWith('note:')))
    .toMatchObject([
      [expect.any(String), { body: 'Kept', source: { url: named, title: expect.stringContaining('Title') } }],
    ]);
});

test('a link gives a handle or nothing, whatever stands in it', async ({ context, site, worker }) => {
  const page = await context.newPage();
  const pageUrl = site.page({ path: '/links', body: '<p>Links</p>' });
  await page.goto(pageUrl);
  for (const linkUrl of [
    'javascript:alert(1)//x.com/og',
    'https://x.com/<script>alert(1)</script>',
    'https://mastodon.social/@%E2%80%AEgo',
    'https://x.com.example/og',
  ]) {
    await page.bringToFront();
    const panel = await panelTab(context, () =>
      chooseMenu(worker, { menuItemId: 'add-link', linkUrl, pageUrl }),
    );
    await expect(panel.getByText('Nothing was found there to take along.')).toBeVisible();
    await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('');
    await panel.close();
  }
});

test('no page and no page script opens the panel, reads a selection or puts a view before the user', async ({
  context,
  site,
  openExtensionPage,
  worker,
}) => {
  const welcome = await openExtensionPage('welcome.html');
  await welcome.evaluate(() => getSelection()?.selectAllChildren(document.body));
  const page = await context.newPage();
  await page.goto(site.page({ path: '/acts', body: '<p>About $OPG <a href="https://x.com/og">og</a></p>' }));
  await page.evaluate(() => {
    const link = document.querySelector('a');
    getSelection()?.selectAllChildren(document.body);
    link?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
    for (const key of ['N', 'U'])
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, code: `Key${key}`, altKey: true, shiftKey: true, bubbles: true }),
      );
  });
  const world = await contentWorld(page);
  const tried = await world.evaluate<Record<string, unknown>>(`(async () => {
    const told = (act) => Promise.resolve().then(act).then((answer) => answer ?? null, () => 'refused');
    const answers = {};
    for (const message of ['selection', 'page', 'add-note', 'open-side-panel', 'open-card'])
      answers[message] = await Promise.race([
        // Refused or unheard is the same.
        told(() => chrome.runtime.sendMessage(message).catch(() => null)),
        new Promise((late) => setTimeout(() => late(null), 1_000)),
      ]);
    const view = { windowId: 1, view: { add: { alias: '$OPG', quote: '', page: null, private: false } } };
    answers.session = await told(() => chrome.storage.session.set({ 'panel-view': view }));
    for (const name of ['contextMenus', 'omnibox', 'sidePanel', 'action', 'commands', 'tabs'])
      answers[name] = typeof chrome[name];
    return answers;
  })()`);
  expect(tried).toEqual({
    selection: null,
    page: null,
    'add-note': null,
    'open-side-panel': null,
    'open-card': null,
    session: 'refused',
    contextMenus: 'undefined',
    omnibox: 'undefined',
    sidePanel: 'undefined',
    action: 'undefined',
    commands: 'undefined',
    tabs: 'undefined',
  });
  // A tab takes a moment to come.
  await pastDwell(page);
  expect(context.pages().filter((each) => each.url().includes('/sidepanel.html'))).toEqual([]);
  expect(await worker.evaluate(() => chrome.storage.session.get('panel-view'))).toEqual({});
});
