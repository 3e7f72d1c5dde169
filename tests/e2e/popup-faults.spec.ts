import type { Worker } from '@playwright/test';
import { stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject, opg } from './library.ts';
import { openBeside, openProject } from './surfaces.ts';

test('two edits while saving is slow both arrive, whatever is read in between', async ({
  openPopup,
  worker,
}) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'Open Gradient', opg);
  const noteId = await addNote(popup, id, 'A note');
  await openProject(popup, 'No status');
  await expect(popup.getByText('A note')).toBeVisible();

  await worker.evaluate(() => {
    const set = chrome.storage.local.set.bind(chrome.storage.local);
    const gate = Promise.withResolvers<void>();
    Object.assign(globalThis, { set, open: gate.resolve });
    chrome.storage.local.set = async (items: object) => {
      await gate.promise;
      await set(items);
    };
  });
  const name = popup.getByRole('textbox', { name: 'Name' });
  await name.fill('OpenGradient');
  await name.press('Enter');
  // A note that changes makes the popup read the project again, which is still the old one.
  await worker.evaluate(async (key) => {
    const { [key]: note } = await chrome.storage.local.get(key);
    await Reflect.get(globalThis, 'set')({ [key]: { ...Object(note), body: 'A note, changed' } });
  }, `note:${noteId}`);
  await expect(popup.getByText('A note, changed')).toBeVisible();
  const thesis = popup.getByRole('textbox', { name: 'Thesis' });
  await thesis.fill('Because');
  await thesis.press('Enter');
  await worker.evaluate(() => Reflect.get(globalThis, 'open')());
  await expect
    .poll(async () => (await stored(popup))[`project:${id}`])
    .toMatchObject({ name: 'OpenGradient', thesis: 'Because' });
});

test('a status shows at once, not only when it is saved, and does not flicker then', async ({
  openPopup,
  worker,
}) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  await openProject(popup, 'Watching');
  await worker.evaluate(() => {
    const set = chrome.storage.local.set.bind(chrome.storage.local);
    const gate = Promise.withResolvers<void>();
    Object.assign(globalThis, { open: gate.resolve });
    chrome.storage.local.set = async (items: object) => {
      await gate.promise;
      await set(items);
    };
  });
  const passed = popup.getByRole('radio', { name: 'Passed' });
  await passed.evaluate((radio: HTMLInputElement) => {
    const seen: boolean[] = [];
    Object.assign(globalThis, { seen });
    radio.addEventListener('change', () => {
      const look = () => {
        seen.push(radio.checked);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  await passed.click();
  await expect(passed).toBeChecked();
  expect((await stored(popup))[`project:${id}`]).toMatchObject({ status: 'watching' });
  await worker.evaluate(() => Reflect.get(globalThis, 'open')());
  await expect.poll(async () => (await stored(popup))[`project:${id}`]).toMatchObject({ status: 'passed' });
  // A toast, or another list, says nothing here: what is stored has come to the surface when its list says it.
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('region', { name: 'Passed' })).toBeVisible();
  expect(await popup.evaluate(() => Reflect.get(globalThis, 'seen'))).not.toContain(false);
});

test('where Underline cannot run it says so, and offers to load the page again', async ({
  context,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto('chrome://version');
  const popup = await openBeside(page, worker, 'popup.html');
  await expect(popup.getByText('Underline is not running here')).toBeVisible();
  await Promise.all([
    page.waitForEvent('load'),
    popup.getByRole('button', { name: 'Reload this page' }).click(),
  ]);
  await expect(popup.getByText('Underline is not running here')).toBeVisible();
});

const damages: { what: string; records: Record<string, unknown>; says: RegExp }[] = [
  {
    what: 'the index is garbage',
    records: { index: '\u0000garbage' },
    says: /list of your projects and notes can not be read.*Open recovery/,
  },
  {
    what: 'the index is gone',
    records: { index: null },
    says: /list of your projects and notes can not be read.*Open recovery/,
  },
  {
    what: 'the manifest is gone',
    records: { manifest: null },
    says: /counted when your library was saved can not be read/,
  },
  { what: 'the settings are garbage', records: { settings: 7 }, says: /Your settings can not be read/ },
  { what: 'a later Underline wrote it', records: { manifest: { schema: 99 } }, says: /newer Underline/ },
];

test('a damaged library never looks empty', async ({ openPopup, worker }) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  const noteId = await addNote(popup, id, 'Still here');
  const whole = await stored(popup);
  /** Puts these records in place; null removes one. */
  const put = (records: Record<string, unknown>) =>
    worker.evaluate(async (changes) => {
      await chrome.storage.local.set(changes);
      const removed = Object.keys(changes).filter((key) => changes[key] === null);
      await chrome.storage.local.remove(removed);
    }, records);

  for (const { what, records, says } of damages) {
    await test.step(what, async () => {
      await put(records);
      await popup.reload();
      await expect(popup.getByRole('alert')).toHaveText(says);
      await expect(popup.getByText(/No projects|Nothing on your watchlist|No notes yet/)).toHaveCount(0);
      await expect(popup.getByRole('tab')).toHaveCount(0);
      await popup.getByRole('button', { name: 'Try again' }).click();
      await expect(popup.getByRole('alert')).toHaveText(says);
      await put(whole);
      await expect(popup.getByRole('tab', { name: 'Watchlist' })).toBeVisible();
    });
  }

  await test.step('damage that comes while it is open shows too', async () => {
    await put({ index: 'garbage' });
    await expect(popup.getByRole('alert')).toContainText('Your library is damaged');
    await expect(popup.getByRole('tab', { name: 'Watchlist' }), 'what is shown stays').toBeVisible();
    await put(whole);
    await expect(popup.getByRole('alert')).toHaveCount(0);
  });

  await test.step('one damaged note is counted, the others show', async () => {
    await addNote(popup, id, 'Unharmed');
    await put({ [`note:${noteId}`]: { id: noteId } });
    await popup.getByRole('tab', { name: 'Recent' }).click();
    await expect(popup.getByText('One note is damaged')).toBeVisible();
    await expect(popup.getByText('Unharmed', { exact: true })).toBeVisible();
  });

  await test.step('a damaged project says so where it is opened', async () => {
    await put({ [`project:${id}`]: 'garbage' });
    await openProject(popup, 'Watching');
    await expect(popup.getByRole('alert').filter({ hasText: 'A project is damaged' })).toBeVisible();
  });
});

/** From now on the browser refuses to save, as on a full disk, until the answer is called. */
async function refuseToSave(worker: Worker) {
  await worker.evaluate(() => {
    const { set } = chrome.storage.local;
    Object.assign(globalThis, { set });
    chrome.storage.local.set = () => Promise.reject(new Error('The disk is full'));
  });
  return () =>
    worker.evaluate(() => {
      chrome.storage.local.set = Reflect.get(globalThis, 'set');
    });
}

test('what cannot be saved stays in its field, says why, and is saved once it can be', async ({
  openPopup,
  worker,
}) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  await carryOut(popup, { type: 'keep-draft', about: id, body: '' });
  const why = popup.getByText('The browser could not save this.').filter({ visible: true });
  // A toast that was read out by itself is no part of the tree until it has the focus.
  const dismiss = () =>
    popup
      .getByRole('dialog', { name: 'The browser could not save', includeHidden: true })
      .getByRole('button', { name: 'Dismiss', includeHidden: true })
      .click();

  const fields = [
    { label: 'New note', typed: 'A note that cost me ten minutes' },
    { label: 'Thesis', typed: 'A thesis that cost me an hour' },
    { label: 'Name', typed: 'OpenGradient, renamed' },
  ];
  await openProject(popup, 'Watching');
  for (const { label, typed } of fields) {
    await test.step(label, async () => {
      const allow = await refuseToSave(worker);
      const field = popup.getByRole('textbox', { name: label });
      await field.fill(typed);
      await field.press('Enter');
      await expect(why.first()).toBeVisible();
      await expect(field).toHaveValue(typed);
      // That what is typed can not be kept may be said first.
      await expect(field).toBeEditable();
      await allow();
      await field.press('Enter');
      await expect.poll(async () => JSON.stringify(await stored(popup))).toContain(typed);
      // What is typed is kept again, so nothing says any more that it can not be.
      await expect(why).toHaveCount(0);
    });
  }

  await test.step('a status goes back to what is stored', async () => {
    const allow = await refuseToSave(worker);
    await popup.getByRole('radio', { name: 'Passed' }).click();
    await expect(why.first()).toBeVisible();
    await expect(popup.getByRole('radio', { name: 'Watching' })).toBeChecked();
    await allow();
    await dismiss();
  });

  await test.step('a new project', async () => {
    await popup.keyboard.press('Escape');
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('menuitem', { name: 'Add a project' }).click();
    const allow = await refuseToSave(worker);
    await popup.getByRole('textbox', { name: 'Name' }).fill('Render');
    const keep = popup.getByRole('button', { name: 'Keep project' });
    await keep.click();
    await expect(why.first()).toBeVisible();
    // That what is typed can not be kept may be said first.
    await expect(keep).toBeEnabled();
    await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('Render');
    await allow();
    await keep.click();
    await expect(popup.getByRole('button', { name: 'Delete Render' })).toBeVisible();
  });
});

const leavings: { what: string; typed: string; kept: string }[] = [
  {
    what: 'a note being edited is saved',
    typed: 'Changed, never confirmed',
    kept: 'Changed, never confirmed',
  },
  { what: 'a text that is the same changes nothing', typed: 'As it was', kept: 'As it was' },
  { what: 'an emptied text changes nothing', typed: '  ', kept: 'As it was' },
];
for (const { what, typed, kept } of leavings)
  test(`the popup closes: ${what}`, async ({ openExtensionPage, openPopup }) => {
    const other = await openExtensionPage('sidepanel.html');
    const id = await keepProject(other, 'OpenGradient', opg);
    const noteId = await addNote(other, id, 'As it was');
    const before = await stored(other);
    const popup = await openPopup();
    await openProject(popup, 'No status');
    const note = popup.getByRole('article').filter({ hasText: 'As it was' });
    await note.hover();
    await note.getByRole('button', { name: 'Edit note' }).click();
    await popup.getByRole('textbox', { name: 'Edit note' }).fill(typed);
    await popup.close({ runBeforeUnload: false });

    // Commands are carried out one after another: what follows the closing is stored after it.
    await addNote(other, id, 'Written after it');
    await expect.poll(async () => (await stored(other))[`note:${noteId}`]).toMatchObject({ body: kept });
    if (kept === 'As it was')
      expect((await stored(other))[`note:${noteId}`]).toEqual(before[`note:${noteId}`]);
  });
