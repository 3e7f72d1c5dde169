import { stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { addNote, keepProject, opg } from './library.ts';
import { popupSize } from './surfaces.ts';
import { unseenFocus } from './unseen-focus.ts';

test('the focus is never out of sight in the popup’s lists', async ({ openPopup }) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  await addNote(popup, id, 'A note');
  for (const list of ['This page', 'Watchlist', 'Recent']) {
    await popup.getByRole('tab', { name: list }).click();
    for (let presses = 0; presses < 12; presses++) {
      await popup.keyboard.press('Tab');
      expect.soft(await unseenFocus(popup), list).toBeNull();
    }
  }
});

test('a project in the popup by keys alone: every control is reached, and does its work', async ({
  openPopup,
}) => {
  const popup = await openPopup();
  await popup.setViewportSize(popupSize);
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  for (const body of ['First', 'Second']) await addNote(popup, id, body);
  const press = async (...keys: string[]) => {
    for (const key of keys) await popup.keyboard.press(key);
  };
  const focused = () =>
    popup.evaluate(() => {
      const it = document.activeElement;
      if (!it || it === document.body) return '';
      const label = it instanceof HTMLInputElement ? it.labels?.[0]?.innerText : null;
      return (it.ariaLabel ?? label ?? (it as HTMLElement).innerText).trim();
    });
  /** Tab until the control with this name has the focus. */
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40; presses++) {
      if ((await focused()) === name) return;
      await press('Tab');
    }
    throw new Error(`Tab never reaches “${name}”`);
  };
  const project = async () => (await stored(popup))[`project:${id}`];

  await expect(popup.getByRole('combobox', { name: 'Search projects and notes' })).toBeFocused();
  await tabTo('This page');
  await press('ArrowRight', 'Enter', 'ArrowDown');
  const row = popup.getByRole('region', { name: 'Watching' }).getByRole('button');
  for (let presses = 0; presses < 3 && !(await row.evaluate((it) => it.matches(':focus'))); presses++)
    await press('Tab');
  await expect(row).toBeFocused();
  await press('Enter');
  await expect(popup.getByText('Second')).toBeVisible();

  await test.step('every control is reached by Tab', async () => {
    const reached = new Set<string>();
    for (let presses = 0; presses < 40; presses++) {
      reached.add(await focused());
      expect.soft(await unseenFocus(popup)).toBeNull();
      await press('Tab');
    }
    const wanted = ['Pause on all sites', 'More', 'Back', 'Delete OpenGradient', 'Name', 'Remove $OPG'];
    wanted.push('Add an alias', 'Watching', 'Thesis', 'New note', 'Note', 'Edit note', 'Delete note');
    expect(wanted.filter((name) => !reached.has(name))).toEqual([]);
  });

  await test.step('name, aliases, status, thesis', async () => {
    await tabTo('Name');
    await press('Control+a');
    await popup.keyboard.type('Gradient');
    await press('Enter');
    await tabTo('Remove $OPG');
    await press('Enter');
    await expect(popup.getByRole('textbox', { name: 'Add an alias' })).toBeFocused();
    await popup.keyboard.type('#OPG');
    await press('Enter');
    await tabTo('Watching');
    await press('ArrowRight');
    await tabTo('Thesis');
    await popup.keyboard.type('Because');
    await press('Enter');
    await expect.poll(project).toMatchObject({
      name: 'Gradient',
      aliases: [{ text: '#OPG', site: null }],
      status: 'researching',
      thesis: 'Because',
    });
  });

  const notes = popup.getByRole('list', { name: 'Notes' }).getByRole('article');
  await test.step('a question', async () => {
    await tabTo('Note');
    await press('ArrowRight');
    await expect(popup.getByRole('radio', { name: 'Question' })).toBeChecked();
    await tabTo('New note');
    await popup.keyboard.type('Why?');
    await press('Enter');
    await expect(notes.first()).toContainText('Open question');
  });

  await test.step('a note edited, deleted, and brought back', async () => {
    await tabTo('Edit note');
    await press('Enter', 'Control+a');
    await popup.keyboard.type('Why not?');
    await press('Enter');
    await expect(notes.first()).toContainText('Why not?');
    await expect(popup.getByRole('button', { name: 'Edit note' }).first()).toBeFocused();
    await press('Tab');
    expect(await focused()).toBe('Delete note');
    await press('Enter');
    await expect(notes).toHaveCount(2);
    await expect(popup.getByText('Note moved to the trash')).toBeVisible();
    await tabTo('Undo');
    await press('Enter');
    await expect(notes).toHaveCount(3);
  });

  await test.step('the project deleted and brought back, then Esc leads home to its row', async () => {
    await tabTo('Delete Gradient');
    await press('Enter');
    await expect(popup.getByText('Gradient moved to the trash')).toBeVisible();
    await tabTo('Undo');
    await press('Enter');
    await expect(popup.getByRole('region', { name: 'Researching' }).getByRole('button')).toBeVisible();
  });
});
