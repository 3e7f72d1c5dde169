import type { Page, Worker } from '@playwright/test';
import { stored } from './commands.ts';
import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject } from './library.ts';
import { markers } from './on-page.ts';
import { openBeside, openToolbarPopup } from './surfaces.ts';

const opg = ['$OPG', '#OPG', '@OpenGradient'];
const rowsOf = (popup: Page, region: string) =>
  popup.getByRole('region', { name: region }).getByRole('listitem').allInnerTexts();
/** Opens the only project that has a status of this name, from the watchlist. */
const openProject = async (popup: Page, status: string) => {
  await popup.getByRole('tab', { name: 'Watchlist' }).click();
  await popup.getByRole('region', { name: status }).getByRole('button').click();
};
const flat = (texts: string[]) => texts.map((text) => text.split(/\s+/).join(' ').trim());

test('the toolbar button opens it over the page: keys alone keep what stands there', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  await expect.poll(async () => (await markers(page)).length).toBeGreaterThan(0);

  const popup = await openToolbarPopup(page, worker);
  const text = () => popup.evaluate<string>('document.body.innerText');
  const focused = () =>
    popup.evaluate<string>(
      'document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.innerText ?? ""',
    );
  await expect.poll(text).toContain('×4');
  expect(
    await popup.evaluate('document.documentElement.scrollWidth <= innerWidth'),
    'no sideways scrolling',
  ).toBe(true);

  await expect.poll(focused).toBe('Search projects and notes');
  await popup.press('ArrowDown');
  await expect.poll(focused).toBe('Keep $OPG #OPG as a project');
  await popup.press('Enter');
  await expect.poll(focused).toBe('Name');
  await popup.press('Enter');
  await expect.poll(text).toContain('Nothing noted yet');
  await expect
    .poll(async () => (await markers(page)).toSorted())
    .toEqual(['none', 'none', 'none', 'none', 'unknown', 'unknown']);
});

test('this page’s mentions with their counts, kept from there, are one known project', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const popup = await openBeside(page, worker, 'popup.html');

  await expect
    .poll(async () => flat(await rowsOf(popup, 'Not in your library')))
    .toEqual(['$OPG #OPG ×4 Keep', '@OpenGradient ×2 Keep']);
  await popup.getByRole('button', { name: 'Keep @OpenGradient as a project' }).click();
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  for (const alias of ['$OPG', '#OPG']) await popup.getByRole('button', { name: `Add ${alias}` }).click();
  await popup.getByRole('radio', { name: 'Researching' }).click();
  await popup.getByRole('button', { name: 'Keep project' }).click();
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  await popup.getByRole('button', { name: 'Back' }).click();

  expect(flat(await rowsOf(popup, 'Your projects'))).toEqual([expect.stringMatching(/^OpenGradient .* ×6$/)]);
  await expect(popup.getByRole('region', { name: 'Not in your library' })).toHaveCount(0);
  await expect.poll(async () => new Set(await markers(page))).toEqual(new Set(['researching']));
});

test('a mention is added to a project that is there, found by its name', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const popup = await openBeside(page, worker, 'popup.html');
  await keepProject(popup, 'OpenGradient', ['@OpenGradient']);
  await popup.getByRole('button', { name: 'Keep $OPG #OPG as a project' }).click();
  await popup.getByRole('button', { name: 'It is one I have…' }).click();
  const search = popup.getByRole('combobox', { name: 'Add $OPG #OPG to' });
  await expect(search).toBeFocused();
  await search.pressSequentially('grad');
  await popup.keyboard.press('Enter');
  await expect
    .poll(async () => flat(await rowsOf(popup, 'Your projects')))
    .toEqual([expect.stringMatching(/^OpenGradient .* ×6$/)]);
});

test('the watchlist by status, the newest notes first, and the search by keys alone', async ({
  openPopup,
}) => {
  const popup = await openPopup();
  const ids = {
    gradient: await keepProject(popup, 'OpenGradient', opg, 'watching'),
    render: await keepProject(popup, 'Render', ['$RNDR'], 'passed'),
    akash: await keepProject(popup, 'Akash', ['$AKT'], 'watching'),
    bare: await keepProject(popup, 'Bittensor', ['$TAO']),
  };
  await addNote(popup, ids.render, 'Emissions look fine for a year');
  await addNote(popup, ids.gradient, 'Who pays for the proofs once the incentives end?');

  await test.step('watchlist', async () => {
    await popup.getByRole('tab', { name: 'Watchlist' }).click();
    const groups = { Watching: ['OpenGradient', 'Akash'], Passed: ['Render'], 'No status': ['Bittensor'] };
    for (const [status, names] of Object.entries(groups)) {
      const rows = popup.getByRole('region', { name: status }).getByRole('button');
      await expect(rows).toHaveCount(names.length);
      for (const name of names) await expect(rows.filter({ hasText: name })).toHaveCount(1);
    }
  });

  await test.step('recent notes', async () => {
    await popup.getByRole('tab', { name: 'Recent' }).click();
    const notes = popup.getByRole('list', { name: 'Recent notes' }).getByRole('article');
    await expect(notes).toHaveText([/OpenGradient.*Who pays for the proofs/s, /Render.*Emissions/s]);
  });

  const queries = [
    { query: 'opg', first: /OpenGradient/, why: 'a ticker without its sigil' },
    { query: '$OPG', first: /OpenGradient/, why: 'a ticker as written' },
    { query: 'incentives proofs', first: /Who pays for the proofs/, why: 'words of a note, in any order' },
    { query: 'OPENGRAD', first: /OpenGradient/, why: 'the start of a name, in other letters' },
  ];
  for (const { query, first, why } of queries) {
    await test.step(`search for ${query}: ${why}`, async () => {
      await popup.getByRole('tab', { name: 'Recent' }).focus();
      await popup.keyboard.press('/');
      const search = popup.getByRole('combobox', { name: 'Search projects and notes' });
      await expect(search).toBeFocused();
      await popup.keyboard.type(query);
      await expect(popup.getByRole('option').first()).toHaveText(first);
      await expect(popup.getByRole('option', { selected: true })).toHaveText(first);
      await popup.keyboard.press('Escape');
      await expect(search).toHaveValue('');
      await expect(popup.getByRole('option')).toHaveCount(0);
    });
  }

  await test.step('arrows choose, Enter opens, Esc comes back', async () => {
    await popup.keyboard.type('a');
    const options = popup.getByRole('option');
    await expect.poll(() => options.count()).toBeGreaterThan(1);
    const second = await options.nth(1).innerText();
    await popup.keyboard.press('ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await popup.keyboard.press('ArrowUp');
    await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    const name = popup.getByRole('textbox', { name: 'Name' });
    await expect.poll(async () => second.includes(await name.inputValue())).toBe(true);
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('tab', { name: 'Recent' })).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('nothing found is said', async () => {
    await expect(popup.getByRole('combobox', { name: 'Search projects and notes' })).toBeFocused();
    await popup.keyboard.type('zzzz');
    await expect(popup.getByText('Nothing found for “zzzz”')).toBeVisible();
  });
});

test('the search finds part of a word, as it says that it does', async ({ openPopup }) => {
  const popup = await openPopup();
  await keepProject(popup, 'OpenGradient', opg);
  await popup.getByRole('combobox', { name: 'Search projects and notes' }).fill('gradient');
  await expect(popup.getByRole('option')).toHaveText([/OpenGradient/]);
});

test('a project added by hand, and every part of it edited where it stands', async ({ openPopup }) => {
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'More' }).click();
  await popup.getByRole('menuitem', { name: 'Add a project' }).click();
  await popup.getByRole('textbox', { name: 'Name' }).fill('Open Gradient');
  const add = popup.getByRole('textbox', { name: 'Add an alias' });
  await add.fill('opg');
  await add.press('Enter');
  await expect(popup.getByText('“opg” is no alias')).toBeVisible();
  await add.fill('$OPG @OpenGradient ');
  await popup.getByRole('radio', { name: 'Convinced' }).click();
  await popup.getByRole('button', { name: 'Keep project' }).click();

  await expect(popup.getByRole('radio', { name: 'Convinced' })).toBeChecked();
  const name = popup.getByRole('textbox', { name: 'Name' });
  await name.fill('OpenGradient');
  await name.press('Enter');
  const thesis = popup.getByRole('textbox', { name: 'Thesis' });
  await thesis.fill('First line');
  await thesis.press('Shift+Enter');
  await thesis.pressSequentially('Second line');
  await thesis.press('Enter');
  await popup.getByRole('button', { name: 'Remove @OpenGradient' }).click();
  await add.fill('#OPG');
  await add.press('Enter');

  await test.step('Esc takes a change back', async () => {
    await name.fill('A slip');
    await name.press('Escape');
    await expect(name).toHaveValue('OpenGradient');
  });

  await test.step('all of it is stored', async () => {
    await expect
      .poll(async () => {
        const records = Object.entries(await stored(popup));
        return records.find(([key]) => key.startsWith('project:'))?.[1];
      })
      .toMatchObject({
        name: 'OpenGradient',
        thesis: 'First line\nSecond line',
        status: 'convinced',
        aliases: [
          { text: '$OPG', site: null },
          { text: '#OPG', site: null },
        ],
      });
  });
});

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

test('a deleted project is gone from page and lists, and Undo brings all of it back', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const popup = await openBeside(page, worker, 'popup.html');
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  await addNote(popup, id, 'Keep me');
  await expect.poll(async () => new Set(await markers(page))).toEqual(new Set(['watching']));
  const before = await stored(popup);

  await popup.getByRole('button', { name: 'OpenGradient' }).click();
  await popup.getByRole('button', { name: 'Delete OpenGradient' }).click();
  await expect(popup.getByText('OpenGradient moved to the trash')).toBeVisible();
  await expect.poll(async () => new Set(await markers(page))).toEqual(new Set(['unknown']));
  await expect(popup.getByRole('region', { name: 'Your projects' })).toHaveCount(0);
  await popup.getByRole('tab', { name: 'Watchlist' }).click();
  await expect(popup.getByText('Nothing on your watchlist yet')).toBeVisible();
  await popup.getByRole('tab', { name: 'Recent' }).click();
  await expect(popup.getByText('No notes yet')).toBeVisible();

  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(popup.getByText('Keep me')).toBeVisible();
  await expect.poll(async () => new Set(await markers(page))).toEqual(new Set(['watching']));
  const after = await stored(popup);
  expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
});

test('a deleted note is gone, and Undo brings it back to its place', async ({ openPopup }) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg);
  for (const body of ['First', 'Second', 'Third']) await addNote(popup, id, body);
  await openProject(popup, 'No status');
  const notes = popup.getByRole('list', { name: 'Notes' }).getByRole('article');
  await expect(notes).toHaveText([/Third/, /Second/, /First/]);
  const second = notes.filter({ hasText: 'Second' });
  await second.hover();
  await second.getByRole('button', { name: 'Delete note' }).click();
  await expect(notes).toHaveText([/Third/, /First/]);
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(notes).toHaveText([/Third/, /Second/, /First/]);
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
  { what: 'the index is garbage', records: { index: '\u0000garbage' }, says: /index is damaged/ },
  { what: 'the index is gone', records: { index: null }, says: /index is damaged/ },
  { what: 'the manifest is gone', records: { manifest: null }, says: /manifest is damaged/ },
  { what: 'the settings are garbage', records: { settings: 7 }, says: /settings is damaged/ },
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
    await expect(popup.getByRole('alert')).toHaveText(/index is damaged/);
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
    await expect(popup.getByRole('alert').filter({ hasText: `project:${id} is damaged` })).toBeVisible();
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
  const dismiss = () => popup.getByRole('button', { name: 'Dismiss', includeHidden: true }).click();

  // The composer says it in place; the others in a toast.
  const fields = [
    { label: 'New note', typed: 'A note that cost me ten minutes', toast: false },
    { label: 'Thesis', typed: 'A thesis that cost me an hour', toast: true },
    { label: 'Name', typed: 'OpenGradient, renamed', toast: true },
  ];
  await openProject(popup, 'Watching');
  for (const { label, typed, toast } of fields) {
    await test.step(label, async () => {
      const allow = await refuseToSave(worker);
      const field = popup.getByRole('textbox', { name: label });
      await field.fill(typed);
      await field.press('Enter');
      await expect(why.first()).toBeVisible();
      await expect(field).toHaveValue(typed);
      await allow();
      await field.press('Enter');
      await expect.poll(async () => JSON.stringify(await stored(popup))).toContain(typed);
      if (toast) await dismiss();
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
    await popup.getByRole('button', { name: 'Keep project' }).click();
    await expect(why.first()).toBeVisible();
    await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('Render');
    await allow();
    await popup.getByRole('button', { name: 'Keep project' }).click();
    await expect(popup.getByRole('button', { name: 'Delete Render' })).toBeVisible();
  });
});
