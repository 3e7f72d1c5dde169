import type { Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { run, stored } from './commands.ts';
import { settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject, opg } from './library.ts';
import { hover } from './on-page.ts';

const records = async (page: Page) =>
  Object.fromEntries(
    Object.entries(await stored(page)).filter(([key]) => /^(project:|note:|index$)/.test(key)),
  );

/** The same project twice, each with notes and a thesis. */
async function keepTwice(page: Page): Promise<{ into: string; from: string }> {
  const into = await keepProject(page, 'OpenGradient', ['$OPG', '@OpenGradient'], 'watching');
  const from = await keepProject(page, 'OPG Labs', ['$opg', '@opg_labs'], 'convinced');
  await carryOut(page, { type: 'edit-project', id: into, thesis: 'Verifiable inference' });
  await carryOut(page, { type: 'edit-project', id: from, thesis: 'Who pays for it?' });
  await addNote(page, into, 'The whitepaper is out');
  await addNote(page, into, 'A second round');
  await addNote(page, from, 'Their testnet halted');
  return { into, from };
}

const result = (page: Page) => page.getByRole('region', { name: /OpenGradient|OPG Labs/ }).first();

test('two chosen projects are looked at, merged, and made two again', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('sidepanel.html');
  const { into, from } = await keepTwice(page);
  const before = await records(page);
  await page.getByRole('tab', { name: 'Library' }).click();
  await page.getByRole('checkbox', { name: 'Select OpenGradient' }).click();
  const merge = page.getByRole('button', { name: 'Merge…' });
  await expect(merge, 'it takes two').toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Select OPG Labs' }).click();
  await merge.click();

  await test.step('what it will be stands there before anything changes', async () => {
    await expect(page.getByRole('heading', { name: 'Merge two projects' })).toBeFocused();
    await expect(result(page)).toContainText('OpenGradient');
    await expect(result(page)).toContainText('3 notes');
    await expect(result(page)).toContainText('@opg_labs');
    await expect(result(page)).toContainText('Verifiable inference\n\nWho pays for it?', {
      useInnerText: true,
    });
    // `$OPG` and `$opg` are one.
    await expect(result(page).getByText('$opg', { exact: true })).toHaveCount(0);
    await page.getByRole('group', { name: 'Status' }).getByRole('radio', { name: 'Convinced' }).check();
    await expect(result(page).getByRole('img', { name: 'Convinced' })).toBeVisible();
    await page
      .getByRole('group', { name: 'Thesis' })
      .getByRole('radio', { name: 'Who pays for it?' })
      .check();
    await expect(result(page)).not.toContainText('Verifiable inference');
    await settles(() => axeViolations(page, 'all'), 'preview');
    expect(await records(page)).toEqual(before);
  });

  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('Merged OPG Labs into OpenGradient')).toBeVisible();
  const merged = await records(page);
  expect(merged[`project:${into}`]).toMatchObject({
    name: 'OpenGradient',
    status: 'convinced',
    thesis: 'Who pays for it?',
    trashedAt: null,
  });
  expect(merged[`project:${from}`]).toMatchObject({ notes: [], trashedAt: expect.any(String) });
  await page
    .getByRole('button', { name: /OpenGradient/ })
    .first()
    .click();
  for (const note of ['The whitepaper is out', 'A second round', 'Their testnet halted'])
    await expect(page.getByText(note)).toBeVisible();

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('The merge is undone', { exact: true })).toBeVisible();
  expect(await records(page)).toEqual(before);
  await expect(page.getByText('Their testnet halted')).toHaveCount(0);
});

test('in a panel of 640 px the outcome and its button are in view first', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('sidepanel.html');
  const { into, from } = await keepTwice(page);
  const thesis = 'Whoever checks it is paid for it. '.repeat(30).trim();
  await carryOut(page, { type: 'edit-project', id: into, thesis });
  await carryOut(page, { type: 'edit-project', id: from, thesis: `${thesis} Still?` });
  await page.getByRole('tab', { name: 'Library' }).click();
  await expect(page.getByRole('checkbox', { name: /^Select / })).toHaveCount(2);
  await page.getByRole('button', { name: /OpenGradient/ }).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Merge…' }).click();
  const go = page.getByRole('button', { name: 'Merge', exact: true });
  for (const width of [400, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await expect(page.getByRole('heading', { name: 'What it will be' })).toBeInViewport({ ratio: 1 });
    await expect(result(page)).toBeInViewport({ ratio: 1 });
    await expect(go).toBeInViewport({ ratio: 1 });
  }
});

test('a project is merged from its own menu, and that is undone after a restart, from the trash', async ({
  openExtensionPage,
}) => {
  const page = await openExtensionPage('sidepanel.html');
  await keepTwice(page);
  await keepProject(page, 'Render', ['$RNDR']);
  const before = await records(page);
  await page.getByRole('tab', { name: 'Library' }).click();
  await page.getByRole('button', { name: /OpenGradient/ }).click();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge with…' }).click();
  const picker = page.getByRole('combobox', { name: 'Merge OpenGradient with' });
  await expect(picker).toBeFocused();
  await expect(page.getByRole('option'), 'not with itself').toHaveCount(2);
  await settles(() => axeViolations(page, 'all'), 'picker');
  await picker.fill('labs');
  await picker.press('Enter');
  await expect(result(page)).toContainText('3 notes');
  await page.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(page.getByText('Merged OPG Labs into OpenGradient')).toBeVisible();
  await expect(page.getByText('Their testnet halted'), 'back at the project').toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /Trash/ }).click();
  await expect(page.getByText(/Your last merge, into OpenGradient, was/)).toBeVisible();
  await settles(() => axeViolations(page, 'all'), 'trash');
  await page.getByRole('button', { name: 'Undo the last merge' }).click();
  await expect(page.getByText('The merge is undone', { exact: true })).toBeVisible();
  expect(await records(page)).toEqual(before);
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Undo the last merge' })).toHaveCount(0);
});

test('one that is deleted elsewhere meanwhile is merged with nothing', async ({ openExtensionPage }) => {
  const page = await openExtensionPage('sidepanel.html');
  const { from } = await keepTwice(page);
  await page.getByRole('tab', { name: 'Library' }).click();
  await expect(page.getByRole('checkbox', { name: /^Select / })).toHaveCount(2);
  await page.getByRole('button', { name: /OpenGradient/ }).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Merge…' }).click();
  await expect(result(page)).toContainText('3 notes');
  await carryOut(page, { type: 'trash-project', id: from });
  await expect(page.getByText('One of these projects is not in your library any more')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merge', exact: true })).toHaveCount(0);
});

test('the card, which a page can embed, changes no two projects at once', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  const into = await keepProject(popup, 'OpenGradient', opg, 'watching');
  const from = await keepProject(popup, 'OPG Labs', ['@opg_labs']);
  const before = await records(popup);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/post', body: '<p style="padding: 40px">About $OPG</p>' }));
  const card = await hover(page, '$OPG');
  const choice = { name: 'into', status: 'into', thesis: 'both' } as const;
  const ids = [into, from];
  const answers = await run(card, [
    { op: 'card-merges', command: { type: 'merge-projects', from, into, choice } },
    { op: 'card-undoes', command: { type: 'undo-merge', op: 'card-merges' } },
    { op: 'card-trashes', command: { type: 'trash-projects', ids } },
    { op: 'card-restores', command: { type: 'restore-projects', ids } },
    { op: 'card-sets', command: { type: 'set-statuses', statuses: ids.map((id) => ({ id, status: null })) } },
  ]);
  expect(answers).toHaveLength(5);
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'bad-command' } });
  expect(await records(popup)).toEqual(before);
  const [own] = await run(popup, [
    { op: 'popup-merges', command: { type: 'merge-projects', from, into, choice } },
  ]);
  expect(own).toMatchObject({ ok: true });
});
