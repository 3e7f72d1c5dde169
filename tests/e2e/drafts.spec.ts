import type { BrowserContext, Frame, Locator, Page } from '@playwright/test';
import { longestBody, longestDraft } from '../../lib/library/limits.ts';
import { killBrowser } from '../faults/killed-browser.ts';
import { stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject, opg } from './library.ts';
import { hover } from './on-page.ts';
import { openProject } from './surfaces.ts';

type Surface = Page | Frame;

interface Editor {
  name: string;
  /** Goes to the field, as somebody does who wants to go on writing there; `begun`: a browser was killed over what was typed there; one that is closed saves it. */
  open: (surface: Page, begun: boolean) => Promise<Locator>;
}

const inProject = (name: string | RegExp) => async (surface: Page) => {
  await openProject(surface, 'Watching');
  return surface.getByRole('textbox', { name, exact: typeof name === 'string' });
};

const editors: Editor[] = [
  { name: 'a new note', open: inProject(/^New note/) },
  { name: 'the project’s name', open: inProject('Name') },
  { name: 'the thesis', open: inProject('Thesis') },
  { name: 'an alias', open: inProject('Add an alias') },
  {
    name: 'a tag',
    open: async (surface) => {
      await openProject(surface, 'Watching');
      return surface.getByRole('combobox', { name: 'Add a tag' });
    },
  },
  {
    name: 'a note being changed',
    open: async (surface, begun) => {
      await openProject(surface, 'Watching');
      const note = surface.getByRole('article');
      await expect(note).toBeVisible();
      await note.hover();
      await note.getByRole('button', { name: begun ? /^Go on/ : 'Edit note' }).click();
      return surface.getByRole('textbox', { name: 'Edit note' });
    },
  },
  {
    name: 'the name of a new project',
    open: async (surface) => {
      await surface.getByRole('button', { name: 'More' }).click();
      await surface.getByRole('menuitem', { name: 'Add a project' }).click();
      return surface.getByRole('textbox', { name: 'Name' });
    },
  },
  {
    name: 'an alias of a new project',
    open: async (surface) => {
      await surface.getByRole('button', { name: 'More' }).click();
      await surface.getByRole('menuitem', { name: 'Add a project' }).click();
      return surface.getByRole('textbox', { name: 'Add an alias' });
    },
  },
];

/** Until it is in the store: then nothing that happens to the browser can take it. */
const isStored = (store: Page, text: string) =>
  expect.poll(async () => JSON.stringify(await stored(store)), `“${text}” is kept`).toContain(text);

for (const path of ['popup.html', 'sidepanel.html'])
  for (const { name, open } of editors)
    test(`${path}: ${name} outlives the surface, and a browser that is killed`, async ({
      context,
      openExtensionPage,
      profile,
      restart,
    }) => {
      const store = await openExtensionPage('card.html');
      await addNote(store, await keepProject(store, 'OpenGradient', opg, 'watching'), 'As it was');
      const surface = await openExtensionPage(path);

      await test.step('closed while it is typed', async () => {
        const field = await open(surface, false);
        await field.focus();
        await surface.keyboard.press('Control+a');
        await surface.keyboard.type('halfwritten');
        await surface.close({ runBeforeUnload: true });
        // A field shows what is kept when it appears.
        await isStored(store, 'halfwritten');
        const again = await openExtensionPage(path);
        await expect(await open(again, false)).toHaveValue('halfwritten');
        await again.close();
      });

      await test.step('killed while it stands there', async () => {
        const again = await openExtensionPage(path);
        const field = await open(again, false);
        await expect(field).toHaveValue('halfwritten');
        await field.focus();
        await again.keyboard.press('End');
        await again.keyboard.type('evenmore');
        await isStored(store, 'halfwrittenevenmore');
        await killBrowser(context, profile);
        await restart();
        const after = await openExtensionPage(path);
        await expect(await open(after, true)).toHaveValue('halfwrittenevenmore');
      });
    });

test('a note that is too long to save says so while it is typed, and outlives the popup until it is shorter', async ({
  openExtensionPage,
}) => {
  let popup = await openExtensionPage('popup.html');
  const projectId = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  const field = () => popup.getByRole('textbox', { name: /^New note/ });
  const told = () => popup.getByRole('status').filter({ hasText: 'Too long for one note' });
  const save = () => popup.getByRole('button', { name: 'Save', exact: true });
  await openProject(popup, 'Watching');
  await field().fill('x'.repeat(longestBody));
  await expect(save()).toBeEnabled();
  await expect(told()).toBeHidden();
  await field().fill('x'.repeat(longestBody + 1));
  await expect(told()).toContainText('100,000 characters (100 kB)');
  await expect(save()).toBeDisabled();
  await field().press('Enter');
  const draft = async () => Reflect.get(Object((await stored(popup)).drafts), projectId);
  await expect.poll(async () => String(await draft()).length).toBe(longestBody + 1);
  await popup.close();

  popup = await openExtensionPage('popup.html');
  await openProject(popup, 'Watching');
  await expect(field()).toHaveValue('x'.repeat(longestBody + 1));
  await expect(told()).toBeVisible();
  await field().fill('y'.repeat(longestDraft + 1));
  await expect(popup.getByRole('status').filter({ hasText: '1,000,000 characters (1 MB)' })).toBeVisible();
  await field().fill('Short enough');
  await expect(told()).toBeHidden();
  await save().click();
  await expect(popup.getByRole('article')).toContainText('Short enough');
  await expect.poll(draft).toBeUndefined();
});

const cardEditors: { name: string; kept: boolean; field: (card: Surface) => Locator }[] = [
  { name: 'a new note', kept: true, field: (card) => card.getByRole('textbox', { name: /^New note/ }) },
  {
    name: 'the name of a new project',
    kept: false,
    field: (card) => card.getByRole('textbox', { name: 'Name' }),
  },
];

for (const { name, kept, field } of cardEditors)
  test(`card: ${name} outlives the card, its tab, and a browser that is killed`, async ({
    context,
    openExtensionPage,
    profile,
    restart,
    site,
  }) => {
    const store = await openExtensionPage('popup.html');
    if (kept) await keepProject(store, 'OpenGradient', ['$OPG'], 'watching');
    const url = site.page({ path: '/post', body: '<p style="padding: 40px">About $OPG</p>' });
    const openPost = async (browser: BrowserContext) => {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    };

    let page = await openPost(context);
    const first = field(await hover(page, '$OPG'));
    await first.fill('halfwritten');
    await page.keyboard.press('Escape');
    await isStored(store, 'halfwritten');
    await page.close();

    page = await openPost(context);
    const second = field(await hover(page, '$OPG'));
    await expect(second).toHaveValue('halfwritten');
    await second.fill('halfwrittenevenmore');
    await isStored(store, 'halfwrittenevenmore');
    await killBrowser(context, profile);

    page = await openPost(await restart());
    await expect(field(await hover(page, '$OPG'))).toHaveValue('halfwrittenevenmore');
  });

test('what was typed into a field and found again is saved or discarded by a word', async ({
  context,
  openExtensionPage,
  profile,
  restart,
}) => {
  const store = await openExtensionPage('popup.html');
  const id = await keepProject(store, 'OpenGradient', opg, 'watching');
  await addNote(store, id, 'As it was');
  await openProject(store, 'Watching');
  await store.getByRole('textbox', { name: 'Thesis' }).fill('If proofs get cheap');
  await isStored(store, 'If proofs get cheap');
  await killBrowser(context, profile);
  await restart();

  const popup = await openExtensionPage('popup.html');
  await openProject(popup, 'Watching');
  await expect(popup.getByText('Typed before, not saved yet.')).toBeVisible();
  const projectOf = async () => (await stored(popup))[`project:${id}`];
  expect(await projectOf()).toMatchObject({ thesis: '' });
  await popup.getByRole('button', { name: 'Save this thesis' }).click();
  await expect.poll(projectOf).toMatchObject({ thesis: 'If proofs get cheap' });
  await expect(popup.getByText('Typed before')).toHaveCount(0);
  expect((await stored(popup)).drafts).toEqual({});
});

test('what is found again is not saved by closing once more, and is gone once it is discarded', async ({
  openExtensionPage,
}) => {
  const store = await openExtensionPage('card.html');
  const id = await keepProject(store, 'OpenGradient', opg, 'watching');
  const note = await addNote(store, id, 'As it was');
  await carryOut(store, { type: 'keep-draft', about: `name:${id}`, body: 'Open Gr' });
  await carryOut(store, { type: 'keep-draft', about: `note:${note}`, body: 'As it w' });
  const projectOf = async () => (await stored(store))[`project:${id}`];

  const first = await openExtensionPage('popup.html');
  await openProject(first, 'Watching');
  await expect(first.getByRole('textbox', { name: 'Name' })).toHaveValue('Open Gr');
  await first.getByRole('textbox', { name: 'Name' }).focus();
  await first.getByRole('textbox', { name: 'Thesis' }).focus();
  await first.close({ runBeforeUnload: true });

  const popup = await openExtensionPage('popup.html');
  await openProject(popup, 'Watching');
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('Open Gr');
  expect(await projectOf()).toMatchObject({ name: 'OpenGradient' });
  await popup.getByRole('button', { name: 'Discard this name' }).click();
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  await popup.getByRole('button', { name: 'Discard the change' }).click();
  await expect(popup.getByText('You began to change this note.')).toHaveCount(0);
  await expect.poll(async () => (await stored(popup)).drafts).toEqual({});
  expect((await stored(popup))[`note:${note}`]).toMatchObject({ body: 'As it was' });
});

test('an alias that is saved is no draft any more, also where the popup is closed before it hears of it', async ({
  openExtensionPage,
  worker,
}) => {
  const store = await openExtensionPage('card.html');
  const id = await keepProject(store, 'OpenGradient', opg, 'watching');
  const popup = await openExtensionPage('popup.html');
  await openProject(popup, 'Watching');
  // Saved, but not answered.
  await worker.evaluate((key) => {
    const set = chrome.storage.local.set.bind(chrome.storage.local);
    const gate = Promise.withResolvers<void>();
    Reflect.set(globalThis, 'open', gate.resolve);
    chrome.storage.local.set = async (items: object) => {
      await set(items);
      if (key in items) await gate.promise;
    };
  }, `project:${id}`);
  const field = popup.getByRole('textbox', { name: 'Add an alias' });
  await field.fill('$NEW');
  await field.press('Enter');
  await expect.poll(async () => JSON.stringify((await stored(store))[`project:${id}`])).toContain('$NEW');
  await Promise.all([popup.waitForEvent('close'), popup.close({ runBeforeUnload: true })]);
  await worker.evaluate(() => Reflect.get(globalThis, 'open')());

  await expect.poll(async () => (await stored(store)).drafts).toEqual({});
  const again = await openExtensionPage('popup.html');
  await openProject(again, 'Watching');
  await expect(again.getByRole('button', { name: 'Remove $NEW' })).toBeVisible();
  await expect(again.getByRole('textbox', { name: 'Add an alias' })).toHaveValue('');
});
