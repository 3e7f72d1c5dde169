import type { Frame, Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { stored } from './commands.ts';
import { demoPage } from './demo-page.ts';
import { look, lookChanged, looks, settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject, opg } from './library.ts';
import { hover, isCardOpen } from './on-page.ts';
import { openBeside, popupSize, welcomed } from './surfaces.ts';

// Each state is looked at three times, then zoomed in, in large letters and right to left.
test.describe.configure({ timeout: 240_000 });

const goTo = (page: Page, list: string) => page.getByRole('tab', { name: list }).click();
const openMenu = (surface: Page | Frame) => surface.getByRole('button', { name: 'More' }).click();

test('popup: empty, keep, add, menu', async ({ context, site, worker }) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const popup = await openBeside(page, worker, 'popup.html');
  await expect(popup.getByText('×4')).toBeVisible();
  await look(popup, 'this page, all unknown');
  for (const list of ['Watchlist', 'Recent']) {
    await goTo(popup, list);
    await look(popup, `${list}, empty`);
  }

  await keepProject(popup, 'Render', ['$RNDR']);
  await openMenu(popup);
  await expect(popup.getByRole('menu')).toBeVisible();
  await look(popup, 'menu');
  await popup.getByRole('menuitem', { name: 'Add a project' }).click();
  await look(popup, 'add');
  await popup.keyboard.press('Escape');

  await goTo(popup, 'This page');
  await popup.getByRole('button', { name: 'Keep $OPG #OPG as a project' }).click();
  await look(popup, 'keep');
  await popup.getByRole('button', { name: 'It is one I have…' }).click();
  await look(popup, 'keep, one I have');
  await popup.keyboard.press('Escape');
});

test('popup: lists and search', async ({ context, site, worker }) => {
  const page = await context.newPage();
  await page.goto(site.page({ ...demoPage, body: `${demoPage.body}<p>Also $AKT and $TAO</p>` }));
  const popup = await openBeside(page, worker, 'popup.html');
  const search = popup.getByRole('combobox', { name: 'Search projects and notes' });
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  await keepProject(popup, 'Render', ['$RNDR'], 'researching');
  await keepProject(popup, 'Tao one', ['$TAO'], 'passed');
  await keepProject(popup, 'Tao two', ['$TAO'], 'convinced');
  await keepProject(popup, 'Unsure', []);
  await addNote(popup, id, 'A note\nof two lines');
  const kinds = [
    { type: 'question', answer: 'open' },
    { type: 'question', answer: 'answered' },
    { type: 'evidence', bearing: 'supports' },
    { type: 'evidence', bearing: 'contradicts' },
  ] as const;
  const source = {
    url: 'https://example.org/post',
    title: 'A post',
    quote: 'What was said there',
    author: 'Mara',
    date: new Date().toISOString(),
  };
  for (const kind of kinds)
    await carryOut(popup, { type: 'add-note', projectId: id, kind, body: 'Of this kind', source });

  for (const list of ['This page', 'Watchlist', 'Recent']) {
    await goTo(popup, list);
    await expect(popup.getByRole('tabpanel', { name: list }).getByRole('listitem').first()).toBeVisible();
    await look(popup, list);
  }

  await search.fill('tao');
  await expect(popup.getByRole('option').first()).toBeVisible();
  await look(popup, 'search, found');
  await search.fill('nothing like it');
  await expect(popup.getByText(/^Nothing found/)).toBeVisible();
  await look(popup, 'search, nothing found');
});

test('popup: a project, its notes, toasts', async ({ openPopup, worker }) => {
  const popup = await openPopup();
  await popup.setViewportSize(popupSize);
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  for (const body of ['First', 'Second']) await addNote(popup, id, body);
  await goTo(popup, 'Watchlist');
  await popup.getByRole('region', { name: 'Watching' }).getByRole('button').click();
  await expect(popup.getByText('Second')).toBeVisible();
  await look(popup, 'project');

  await popup.getByText('Second').hover();
  await look(popup, 'project, pointer on a note');
  await popup.getByRole('button', { name: 'Edit note' }).first().click();
  await popup.getByRole('radio', { name: 'Evidence' }).last().click();
  await look(popup, 'project, note being edited');
  await popup.getByRole('button', { name: 'Cancel' }).click();

  await popup.getByText('Second').hover();
  await popup.getByRole('button', { name: 'Delete note' }).first().click();
  await expect(popup.getByText('Note moved to the trash')).toBeVisible();
  await look(popup, 'toast with Undo');

  await worker.evaluate(() => {
    chrome.storage.local.set = () => Promise.reject(new Error('The disk is full'));
  });
  await popup.getByRole('radio', { name: 'Passed' }).click();
  await expect(popup.getByText('The browser could not save this.').last()).toBeVisible();
  await look(popup, 'toast of a failure');
});

test('popup: the trash, what is asked before it is emptied, earlier wordings', async ({ openPopup }) => {
  const popup = await openPopup();
  await popup.setViewportSize(popupSize);
  await openMenu(popup);
  await popup.getByRole('menuitem', { name: 'Trash' }).click();
  await look(popup, 'trash, empty');
  await popup.keyboard.press('Escape');

  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  const [first, second] = [await addNote(popup, id, 'First'), await addNote(popup, id, 'Second')];
  const kind = { type: 'note' } as const;
  await carryOut(popup, { type: 'edit-note', id: first, kind, body: 'First, in other words' });
  await carryOut(popup, { type: 'trash-note', id: second });
  await carryOut(popup, { type: 'trash-project', id: await keepProject(popup, 'Render', ['$RNDR']) });
  await openMenu(popup);
  await popup.getByRole('menuitem', { name: 'Trash 2' }).click();
  await expect(popup.getByRole('button', { name: 'Restore “Second”' })).toBeVisible();
  await look(popup, 'trash');
  await popup.getByRole('button', { name: 'Empty the trash' }).click();
  await look(popup, 'trash, asked');
  await popup.getByRole('button', { name: 'Keep them' }).click();
  await popup.keyboard.press('Escape');

  await goTo(popup, 'Watchlist');
  await popup.getByRole('region', { name: 'Watching' }).getByRole('button').click();
  await popup.getByRole('button', { name: '1 earlier wording' }).click();
  await expect(popup.getByText('Use this wording again')).toBeVisible();
  await look(popup, 'project, earlier wordings');
  await carryOut(popup, { type: 'keep-draft', about: `thesis:${id}`, body: 'Typed before' });
  await carryOut(popup, { type: 'keep-draft', about: `note:${first}`, body: 'Changed before' });
  await popup.reload();
  await goTo(popup, 'Watchlist');
  await popup.getByRole('region', { name: 'Watching' }).getByRole('button').click();
  await expect(popup.getByText('You began to change this note.')).toBeVisible();
  await look(popup, 'project, found what was typed');
});

test('popup: paused, off, not running, damaged', async ({ context, site, worker }) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const popup = await openBeside(page, worker, 'popup.html');
  await popup.getByRole('button', { name: 'Pause on all sites' }).click();
  await expect(popup.getByText('Paused on all sites.')).toBeVisible();
  await look(popup, 'paused');
  await popup.getByRole('button', { name: 'Resume', exact: true }).click();
  await popup.getByRole('switch').click();
  await expect(popup.getByRole('button', { name: /^Turn on for/ })).toBeVisible();
  await look(popup, 'off for the site');
  await page.goto('chrome://version');
  await expect(popup.getByText('Underline is not running here')).toBeVisible();
  await look(popup, 'not running');
  await worker.evaluate(() => chrome.storage.local.set({ index: 'garbage' }));
  await expect(popup.getByRole('alert')).toBeVisible();
  await look(popup, 'damaged');
});

test('side panel, and the steps of an import', async ({ context, site, worker }) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const size = { width: 320, height: 640 };
  const panel = await openBeside(page, worker, 'sidepanel.html', size);
  const id = await keepProject(panel, 'OpenGradient', ['@OpenGradient'], 'convinced');
  await addNote(panel, id, 'Who pays for the proofs?');
  for (const list of ['This page', 'Recent', 'Library']) {
    await goTo(panel, list);
    await expect(panel.getByRole('tabpanel', { name: list }).getByRole('listitem').first()).toBeVisible();
    await look(panel, list, { size });
  }
  await panel.getByRole('button', { name: /Convinced OpenGradient/ }).click();
  await expect(panel.getByRole('radio', { name: 'Convinced' })).toBeChecked();
  await look(panel, 'project', { size });

  await openMenu(panel);
  await panel.getByRole('menuitem', { name: 'Import…' }).click();
  await look(panel, 'import: choose', { size });
  const choose = (text: string) =>
    panel
      .getByLabel(/choose an export file/i)
      .setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose('{');
  await expect(panel.getByRole('alert')).toBeVisible();
  await look(panel, 'import: not JSON', { size });
  const project = Object.values(await stored(panel)).find((each) => Object(each).name === 'OpenGradient');
  const { notes: _, ...fresh } = { ...Object(project), id: 'a-new-project' };
  const file = {
    format: 'underline-export',
    version: 1,
    projects: [fresh, { id: 7 }],
    notes: [{}],
    settings: {},
  };
  await choose(JSON.stringify(file));
  await expect(panel.getByRole('button', { name: 'Look inside anyway' })).toBeVisible();
  await look(panel, 'import: checksum', { size });
  await panel.getByRole('button', { name: 'Look inside anyway' }).click();
  await expect(panel.getByText(/^Left out: /)).toBeVisible();
  await look(panel, 'import: what would change', { size });
});

test('card: unknown, known, which one, menu, search, failure', async ({
  context,
  site,
  worker,
  openExtensionPage,
}) => {
  const store = await openExtensionPage('popup.html');
  const id = await keepProject(store, 'OpenGradient', opg, 'watching');
  await addNote(store, id, 'Who pays for the proofs?');
  await keepProject(store, 'Tao one', ['$TAO'], 'passed');
  await keepProject(store, 'Tao two', ['$TAO'], 'convinced');
  const body = '<p>$AKT is new</p><p>$OPG is known</p><p>$TAO is two</p>';
  const head = '<style>:root { color-scheme: light dark } p { margin: 2rem }</style>';
  const page = await context.newPage();
  await page.goto(site.page({ path: '/card', head, body }));
  const lookAt = async (card: Frame, state: string, { look, what }: (typeof looks)[number]) => {
    await settles(() => axeViolations(card, what), `card: ${state}, ${look}`);
    if (look === 'light') await lookChanged(card, `card: ${state}`);
  };

  for (const look of looks) {
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' });
    const close = async () => {
      await page.mouse.click(1200, 700);
      await expect.poll(() => isCardOpen(page)).toBe(false);
    };
    let card = await hover(page, '$AKT');
    await expect(card.getByText('You don’t keep this yet')).toBeVisible();
    await lookAt(card, 'unknown', look);
    await card.getByRole('button', { name: 'Add to an existing project' }).click();
    await expect(card.getByRole('option').first()).toBeVisible();
    await lookAt(card, 'search', look);
    await close();
    card = await hover(page, '$TAO');
    await expect(card.getByText('2 of your projects go by this.')).toBeVisible();
    await lookAt(card, 'which one', look);
    await close();
    card = await hover(page, '$OPG');
    await expect(card.getByText('Who pays for the proofs?')).toBeVisible();
    await lookAt(card, 'known', look);
    const composer = card.getByRole('textbox', { name: /^New note/ });
    await composer.fill('A note');
    await card.getByRole('radio', { name: 'Evidence' }).click();
    await lookAt(card, 'note being written', look);
    await composer.fill('');
    await openMenu(card);
    await expect(card.getByRole('menu')).toBeVisible();
    await lookAt(card, 'menu', look);
    await page.keyboard.press('Escape');
    await close();
  }
  await worker.evaluate(() => {
    chrome.storage.local.set = () => Promise.reject(new Error('The disk is full'));
  });
  for (const look of looks) {
    // A card looks as the page did when it opened.
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' });
    const card = await hover(page, '$OPG');
    await card.getByRole('radio', { name: 'Passed' }).click();
    await expect(card.getByText('The browser could not save this.').last()).toBeVisible();
    await lookAt(card, 'toast of a failure', look);
    await page.mouse.click(1200, 700);
    await expect.poll(() => isCardOpen(page)).toBe(false);
  }
});

test('welcome page', async ({ context }) => {
  const page = await welcomed(context);
  await look(page, 'welcome', { size: { width: 1280, height: 800 } });
});
