import { demoPage } from './demo-page.ts';
import { exportFrom } from './export.ts';
import { expect, test } from './fixtures.ts';
import { hover, isCardOpen, markers, tinted } from './on-page.ts';

const note = 'Who pays for the proofs once the incentives end?\nAsk again after mainnet.';

test('see a mention, keep it, write a note, watch it, find all of it again', async ({
  context,
  site,
  openPopup,
  restart,
}) => {
  const url = site.page(demoPage);
  const page = await context.newPage();
  await page.goto(url);
  const other = await context.newPage();
  await other.goto(url);
  await page.bringToFront();

  await test.step('six mentions of three aliases are tinted, nothing else', async () => {
    await expect
      .poll(async () => (await tinted(page)).toSorted())
      .toEqual(['#OPG', '#OPG', '$OPG', '$OPG', '@OpenGradient', '@OpenGradient']);
  });

  const card = await hover(page, '$OPG');
  await test.step('the card keeps it as one project with all three aliases', async () => {
    await expect(card.getByText('You don’t keep this yet')).toBeVisible();
    await expect(card.getByLabel('Name')).toHaveValue('OpenGradient');
    for (const alias of ['#OPG', '@OpenGradient']) await expect(card.getByLabel(alias)).toBeChecked();
    await card.getByRole('button', { name: 'Keep as a project' }).click();
    await expect(card.getByRole('heading', { name: 'OpenGradient' })).toBeVisible();
  });

  await test.step('a note of two lines: Shift+Enter breaks the line, Enter saves', async () => {
    const composer = card.getByRole('textbox', { name: /note/i });
    await expect(composer).toBeFocused();
    const [first = '', second = ''] = note.split('\n');
    await page.keyboard.type(first);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type(second);
    await page.keyboard.press('Enter');
    await expect(composer).toHaveValue('');
    await expect(card.getByText('Ask again after mainnet.')).toBeVisible();
  });

  await test.step('watching shows at every mention, on every open tab', async () => {
    await card.getByRole('radio', { name: 'Watching' }).click();
    await expect.poll(async () => new Set(await markers(page))).toEqual(new Set(['watching']));
    await other.bringToFront();
    await expect.poll(async () => new Set(await markers(other))).toEqual(new Set(['watching']));
    await page.bringToFront();
  });

  await test.step('Escape closes the card', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  });

  await test.step('after a restart the popup shows note and status', async () => {
    await restart();
    const popup = await openPopup();
    await popup.getByRole('tab', { name: 'Watchlist' }).click();
    const watching = popup.getByRole('region', { name: 'Watching' });
    await watching.getByRole('button', { name: 'OpenGradient' }).click();
    await expect(popup.getByRole('radio', { name: 'Watching' })).toBeChecked();
    await expect(popup.getByText('Ask again after mainnet.')).toBeVisible();
  });
});

test('what is exported imports into a fresh profile with nothing lost', async ({
  context,
  site,
  openPopup,
  otherProfile,
}, testInfo) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const card = await hover(page, '@OpenGradient');
  await card.getByRole('button', { name: 'Keep as a project' }).click();
  const composer = card.getByRole('textbox', { name: /note/i });
  await composer.fill(note);
  await composer.press('Enter');
  await expect(composer).toHaveValue('');
  await expect(card.getByText('Ask again after mainnet.')).toBeVisible();
  await card.getByRole('radio', { name: 'Convinced' }).click();
  // It is shown as chosen before it is saved; the page hears of it after that.
  await expect.poll(async () => new Set(await markers(page))).toEqual(new Set(['convinced']));

  const first = await exportFrom(await openPopup(), testInfo.outputPath('first.json'));
  expect(first.name).toMatch(/^underline-\d{4}-\d\d-\d\d\.json$/);
  expect(first.document.counts).toEqual({ projects: 1, notes: 1 });
  expect(first.document.projects[0].status).toBe('convinced');
  expect(first.document.notes[0].body).toBe(note);
  expect(first.document.notes[0].source.quote).toContain('$OPG #OPG @OpenGradient');

  const fresh = await otherProfile();
  const importing = await fresh.openExtensionPage('sidepanel.html#import');
  await test.step('a dry run first, and nothing is written by it', async () => {
    await importing.getByLabel(/choose an export file/i).setInputFiles(testInfo.outputPath('first.json'));
    await expect(importing.getByRole('row', { name: /projects/i })).toHaveText('Projects1000');
    await expect(importing.getByRole('row', { name: /notes/i })).toHaveText('Notes1000');
    const untouched = await exportFrom(
      await fresh.openExtensionPage('sidepanel.html'),
      testInfo.outputPath('untouched.json'),
    );
    expect(untouched.document.counts).toEqual({ projects: 0, notes: 0 });
  });

  await test.step('then all of it in one step, the same to the letter', async () => {
    await importing.getByRole('button', { name: 'Import 2' }).click();
    await expect(importing.getByText(/imported 2/i)).toBeVisible();
    // It offers Undo for as long as the pointer is on it.
    await importing.getByText(/imported 2/i).hover();
    const second = await exportFrom(
      await fresh.openExtensionPage('sidepanel.html'),
      testInfo.outputPath('second.json'),
    );
    const { projects, notes, settings, checksum } = first.document;
    expect(second.document).toMatchObject({ projects, notes, settings, checksum });
  });

  await test.step('and it can be undone', async () => {
    await importing.getByRole('button', { name: 'Undo' }).click();
    await expect(importing.getByText('The import is undone')).toBeVisible();
    const undone = await exportFrom(
      await fresh.openExtensionPage('sidepanel.html'),
      testInfo.outputPath('undone.json'),
    );
    expect(undone.document.counts).toEqual({ projects: 0, notes: 0 });
  });
});
