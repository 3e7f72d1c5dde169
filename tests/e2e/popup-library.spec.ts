import type { Page } from '@playwright/test';
import { stored } from './commands.ts';
import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject, opg } from './library.ts';
import { markers } from './on-page.ts';
import { openBeside, openProject } from './surfaces.ts';

/** The aliases of a project as they are stored. */
async function aliasesOf(popup: Page, id: string): Promise<string[]> {
  const { [`project:${id}`]: project } = await stored(popup);
  return (project as { aliases: { text: string }[] }).aliases.map(({ text }) => text);
}

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
  await add.fill('$100');
  await add.press('Enter');
  await expect(popup.getByText('“$100” is no alias')).toBeVisible();
  await add.fill('$OPG @OpenGradient ');
  await popup.getByRole('radio', { name: 'Convinced' }).click();
  await popup.getByRole('button', { name: 'Keep project' }).click();

  // The project's own view: the form has a name and a status, too.
  await expect(popup.getByText('Nothing noted yet')).toBeVisible();
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

test('from the popup, an import opens in a tab that stays', async ({ context, openPopup }) => {
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'More' }).click();
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    popup.getByRole('menuitem', { name: 'Import…' }).click(),
  ]);
  await expect(tab.getByText('Choose an export file')).toBeVisible();
});

test('Backspace in the empty alias field removes the last alias alone, and Undo brings it back', async ({
  openPopup,
}) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg);
  const aliases = () => aliasesOf(popup, id);
  await openProject(popup, 'No status');
  const last = popup.getByRole('button', { name: 'Remove @OpenGradient' });
  await expect(last).toBeVisible();
  await popup.getByRole('textbox', { name: 'Add an alias' }).press('Backspace');
  await expect(popup.getByText('@OpenGradient removed from OpenGradient')).toBeVisible();
  await expect(last).toHaveCount(0);
  await expect.poll(aliases).toEqual(['$OPG', '#OPG']);

  await popup.getByRole('button', { name: 'Undo', includeHidden: true }).click();
  await expect(last).toBeVisible();
  await expect.poll(aliases).toEqual(opg);
});

test('aliases removed before the list shows what changed since are gone alone, and Undo brings each back', async ({
  openPopup,
}) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg);
  const aliases = () => aliasesOf(popup, id);
  await openProject(popup, 'No status');
  await expect(popup.getByRole('button', { name: 'Remove @OpenGradient' })).toBeVisible();
  // In one go: nothing is read in between.
  await popup.evaluate(() => {
    const named = (label: string) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`);
    const field = named('Add an alias') as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, '$NEW ');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    named('Remove #OPG')?.click();
    named('Remove @OpenGradient')?.click();
  });
  await expect.poll(aliases).toEqual(['$OPG', '$NEW']);
  for (const text of ['#OPG', '@OpenGradient']) {
    const told = popup.getByRole('dialog', { name: `${text} removed from`, includeHidden: true });
    await told.getByRole('button', { name: 'Undo', includeHidden: true }).click();
    await expect.poll(aliases).toContain(text);
  }
  expect((await aliases()).toSorted()).toEqual(['$NEW', ...opg].toSorted());
});

test('a project that another surface deletes says so, and Restore brings it back with its notes', async ({
  openExtensionPage,
  openPopup,
}) => {
  const [popup, other] = [await openPopup(), await openExtensionPage('sidepanel.html')];
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  for (const body of ['First', 'Second']) await addNote(popup, id, body);
  await openProject(popup, 'Watching');
  const notes = popup.getByRole('list', { name: 'Notes' }).getByRole('article');
  await expect(notes).toHaveText([/Second/, /First/]);

  await carryOut(other, { type: 'trash-project', id });
  await expect(popup.getByText('OpenGradient is in the trash')).toBeVisible();
  await expect(notes).toHaveCount(0);
  await popup.getByRole('button', { name: 'Restore' }).click();
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  await expect(popup.getByRole('radio', { name: 'Watching' })).toBeChecked();
  await expect(notes).toHaveText([/Second/, /First/]);
});
