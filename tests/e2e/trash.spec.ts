import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { importing, makeLibrary } from '../faults/made-library.ts';
import { run, stored } from './commands.ts';
import { exportFrom } from './export.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject, opg } from './library.ts';
import { hover } from './on-page.ts';
import { openBeside, openProject } from './surfaces.ts';

const openTrash = async (surface: Page) => {
  await surface.getByRole('button', { name: 'More' }).click();
  await surface.getByRole('menuitem', { name: /^Trash/ }).click();
  await expect(surface.getByRole('heading', { name: 'Trash', exact: true })).toBeFocused();
};
const rows = (surface: Page) => surface.getByRole('list', { name: 'In the trash' }).getByRole('listitem');
const recordsOf = async (page: Page) =>
  Object.keys(await stored(page)).filter((key) => /^(project|note):/.test(key));

test('what is deleted is found in the trash long after its toast, and comes back from there', async ({
  openPopup,
}) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  for (const body of ['First', 'Second', 'Third']) await addNote(popup, id, body);
  const render = await keepProject(popup, 'Render', ['$RNDR']);
  await addNote(popup, render, 'Emissions look fine for a year');

  await test.step('deleted: a note, then a project', async () => {
    await openProject(popup, 'Watching');
    const second = popup.getByRole('article').filter({ hasText: 'Second' });
    await second.hover();
    await second.getByRole('button', { name: 'Delete note' }).click();
    await expect(popup.getByText('Note moved to the trash')).toBeVisible();
    await popup.getByRole('button', { name: 'Back' }).click();
    await openProject(popup, 'No status');
    await popup.getByRole('button', { name: 'Delete Render' }).click();
    await expect(popup.getByText('Render moved to the trash')).toBeVisible();
    await popup.reload();
  });

  await test.step('both lie there, the newest first', async () => {
    await openTrash(popup);
    await expect(rows(popup)).toHaveText([/Render.*1 note/s, /Second.*OpenGradient/s]);
    await expect(popup.getByText('stays here for 30 days')).toBeVisible();
  });

  await test.step('the project comes back with its note', async () => {
    await popup.getByRole('button', { name: 'Restore Render' }).click();
    await expect(popup.getByText('Render is back')).toBeVisible();
    await expect(rows(popup)).toHaveText([/Second/]);
    await expect(popup.getByRole('button', { name: /^Restore/ }), 'the focus goes on').toBeFocused();
  });

  await test.step('the note comes back to its place', async () => {
    await popup.keyboard.press('Enter');
    await expect(popup.getByText('The trash is empty')).toBeVisible();
    await expect(popup.getByRole('heading', { name: 'Trash', exact: true })).toBeFocused();
    await popup.getByRole('button', { name: 'Back' }).click();
    await openProject(popup, 'Watching');
    await expect(popup.getByRole('list', { name: 'Notes' }).getByRole('article')).toHaveText([
      /Third/,
      /Second/,
      /First/,
    ]);
  });
});

test('a note whose project is in the trash too comes back with it', async ({ openExtensionPage }) => {
  const panel = await openExtensionPage('sidepanel.html');
  const id = await keepProject(panel, 'OpenGradient', opg);
  const note = await addNote(panel, id, 'Mine');
  await carryOut(panel, { type: 'trash-note', id: note });
  await carryOut(panel, { type: 'trash-project', id });
  await openTrash(panel);
  await panel.getByRole('button', { name: 'Restore “Mine” and OpenGradient' }).click();
  await expect(panel.getByText('The trash is empty')).toBeVisible();
  expect((await stored(panel))[`note:${note}`]).toMatchObject({ trashedAt: null });
  expect((await stored(panel))[`project:${id}`]).toMatchObject({ trashedAt: null });
});

test('emptying the trash asks first, and removes what was shown, and nothing else', async ({
  openPopup,
}, testInfo) => {
  const popup = await openPopup();
  const kept = await keepProject(popup, 'OpenGradient', opg);
  const [mine, theirs] = [await addNote(popup, kept, 'Mine'), await addNote(popup, kept, 'Away')];
  const gone = await keepProject(popup, 'Render', ['$RNDR']);
  await addNote(popup, gone, 'Goes with it');
  await carryOut(popup, { type: 'keep-draft', about: gone, body: 'Goes too' });
  await carryOut(popup, { type: 'trash-note', id: theirs });
  await carryOut(popup, { type: 'trash-project', id: gone });
  await openTrash(popup);

  await popup.getByRole('button', { name: 'Empty the trash' }).click();
  const question = popup.getByRole('alertdialog');
  await expect(question).toHaveAccessibleName(/1 project with its note, and 1 note/);
  await expect(question.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(popup.getByRole('button', { name: 'Empty the trash' })).toBeFocused();
  expect(await recordsOf(popup), 'nothing happened yet').toHaveLength(5);

  await popup.getByRole('button', { name: 'Empty the trash' }).click();
  await popup.getByRole('button', { name: 'Delete for ever' }).click();
  await expect(popup.getByText('The trash is empty')).toBeVisible();
  // Removed after the lists are saved, which say it first.
  await expect
    .poll(async () => (await recordsOf(popup)).toSorted())
    .toEqual([`note:${mine}`, `project:${kept}`]);
  expect((await stored(popup)).drafts).toEqual({});
  const { document } = await exportFrom(popup, testInfo.outputPath('after.json'));
  expect(document.counts).toEqual({ projects: 1, notes: 1 });
});

test('a note keeps its earlier wordings: they are shown at it, and come back', async ({
  openPopup,
}, testInfo) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  const note = await addNote(popup, id, 'Who pays?');
  await openProject(popup, 'Watching');
  const edit = async (body: string) => {
    await popup.getByRole('article').hover();
    await popup.getByRole('button', { name: 'Edit note' }).click();
    await popup.getByRole('textbox', { name: 'Edit note' }).fill(body);
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('article').getByText(body, { exact: true })).toBeVisible();
  };
  await edit('Who pays for proofs?');
  await edit('Who pays for the proofs in the end?');

  await popup.getByRole('button', { name: '2 earlier wordings' }).click();
  const earlier = popup.getByRole('list', { name: 'Earlier wordings' }).getByRole('listitem');
  await expect(earlier).toHaveText([/Who pays for proofs\?/, /Who pays\?/]);
  await earlier.nth(1).getByRole('button', { name: 'Use this wording again' }).click();
  // The earlier ones stand below it, in the same article.
  const says = popup.getByRole('article').locator('p').first();
  await expect(says).toHaveText('Who pays?');
  await expect(popup.getByText('The earlier wording is back')).toBeVisible();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(says).toHaveText('Who pays for the proofs in the end?');

  const { document } = await exportFrom(popup, testInfo.outputPath('wordings.json'));
  expect(document.notes).toEqual([
    expect.objectContaining({
      id: note,
      earlier: expect.arrayContaining([
        expect.objectContaining({ body: 'Who pays?' }),
        expect.objectContaining({ body: 'Who pays for proofs?' }),
      ]),
    }),
  ]);
});

test('Undo is reached by the keyboard from anywhere, and waits while it has the focus', async ({
  openPopup,
}) => {
  const popup = await openPopup();
  await keepProject(popup, 'OpenGradient', opg, 'watching');
  await openProject(popup, 'Watching');
  await popup.getByRole('button', { name: 'Delete OpenGradient' }).click();
  const toast = popup.getByText('OpenGradient moved to the trash');
  await expect(toast).toBeVisible();
  const region = popup.getByRole('region', { name: 'Notifications' });
  await expect(region).toHaveAttribute('aria-live', 'polite');
  await popup.keyboard.press('F6');
  await expect(region).toBeFocused();
  await popup.keyboard.press('Escape');

  const trashed = async () =>
    Object.values(await stored(popup)).some(
      (each) => Object(each).name === 'OpenGradient' && Object(each).trashedAt !== null,
    );
  const search = popup.getByRole('combobox', { name: 'Search projects and notes' });
  await search.fill('typed');
  await popup.keyboard.press('Control+z');
  await expect(search, 'in a field the keys take back typing').toHaveValue('');
  // Saved after what the keys would have saved.
  await keepProject(popup, 'Later', []);
  expect(await trashed(), 'and nothing else').toBe(true);
  await expect(toast).toBeVisible();
  await popup.getByRole('tab', { name: 'This page' }).focus();
  await popup.keyboard.press('Control+z');
  await expect(toast).toHaveCount(0);
  await expect.poll(trashed).toBe(false);
});

test('a thesis that was replaced, and a mention that went to another project, are taken back by Undo', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/post', body: '<p>About $OPG and $NEW</p>' }));
  const popup = await openBeside(page, worker, 'popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await carryOut(popup, { type: 'edit-project', id, thesis: 'As it was' });
  const projectOf = async () => (await stored(popup))[`project:${id}`];
  const undo = popup.getByRole('button', { name: 'Undo' });

  await popup.getByRole('button', { name: 'Keep $NEW as a project' }).click();
  await popup.getByRole('button', { name: 'It is one I have…' }).click();
  await popup.getByRole('combobox', { name: 'Add $NEW to' }).fill('open');
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('$NEW now means OpenGradient')).toBeVisible();
  const both = [
    { text: '$OPG', site: null },
    { text: '$NEW', site: null },
  ];
  await expect.poll(projectOf).toMatchObject({ aliases: both });
  await undo.click();
  await expect.poll(projectOf).toMatchObject({ aliases: both.slice(0, 1) });

  await openProject(popup, 'Watching');
  const thesis = popup.getByRole('textbox', { name: 'Thesis' });
  await thesis.fill('In other words');
  await thesis.press('Enter');
  await expect(popup.getByText('Thesis changed')).toBeVisible();
  await expect.poll(projectOf).toMatchObject({ thesis: 'In other words' });
  await undo.click();
  await expect(thesis).toHaveValue('As it was');
  await expect.poll(projectOf).toMatchObject({ thesis: 'As it was' });
});

test('the card, which a page can embed, empties no trash and undoes no import', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepProject(popup, 'OpenGradient', opg, 'watching');
  await carryOut(popup, { type: 'trash-project', id: await keepProject(popup, 'Render', ['$RNDR']) });
  const page = await context.newPage();
  await page.goto(site.page({ path: '/post', body: '<p style="padding: 40px">About $OPG</p>' }));
  const card = await hover(page, '$OPG');
  const command = { type: 'empty-trash', until: new Date().toISOString() } as const;
  const [refused] = await run(card, [{ op: 'from-the-card', command }]);
  expect(refused).toMatchObject({ ok: false, error: { code: 'bad-command' } });
  const imported = randomUUID();
  const [brought] = await run(popup, [{ op: imported, command: importing(makeLibrary(1, 1)) }]);
  expect(brought).toMatchObject({ ok: true });
  const undo = { type: 'undo-import', op: imported } as const;
  const [kept] = await run(card, [{ op: 'undone-from-the-card', command: undo }]);
  expect(kept).toMatchObject({ ok: false, error: { code: 'bad-command' } });
  expect(await recordsOf(popup)).toHaveLength(4);
  const [undone] = await run(popup, [{ op: 'undone-from-the-popup', command: undo }]);
  expect(undone).toMatchObject({ ok: true });
  expect(await recordsOf(popup)).toHaveLength(2);
  const [done] = await run(popup, [{ op: 'from-the-popup', command }]);
  expect(done).toMatchObject({ ok: true });
  expect(await recordsOf(popup)).toHaveLength(1);
});
