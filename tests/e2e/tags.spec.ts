import { stored } from './commands.ts';
import { look } from './every-look.ts';
import { exportFrom } from './export.ts';
import { expect, test } from './fixtures.ts';
import { carryOut, keepProject } from './library.ts';
import { popupSize } from './surfaces.ts';
import {
  bar,
  chip,
  choice,
  field,
  openLibrary,
  row,
  rows,
  size,
  tagsIn,
  toggle,
  toLibrary,
} from './tagged.ts';

// Each state is looked at three times and once zoomed in.
test.describe.configure({ timeout: 120_000 });

test('a tag is written with the keyboard, offered again, found by, taken away and taken back', async ({
  openExtensionPage,
}) => {
  const panel = await openLibrary(openExtensionPage);
  await expect(toggle(panel), 'no tags, no filter').toHaveCount(0);
  await row(panel, 'Akash').click();
  await field(panel).focus();
  await panel.keyboard.type('Compute,to read');
  await expect(chip(panel, 'Compute')).toBeVisible();
  await panel.keyboard.press('Enter');
  await expect(chip(panel, 'to read')).toBeVisible();
  await expect(field(panel)).toHaveValue('');
  await expect(panel.getByRole('status').filter({ hasText: 'Added: to read' })).toHaveCount(1);
  await look(panel, 'project with tags', { size });

  await test.step('the tags of others are offered, those of its own are not', async () => {
    await panel.keyboard.press('Escape');
    await row(panel, 'Bittensor').click();
    await field(panel).focus();
    await panel.keyboard.press('ArrowDown');
    await expect(panel.getByRole('option')).toHaveText([/Compute/, /to read/]);
    await look(panel, 'project, tags offered', { size });
    await panel.keyboard.type('co');
    await expect(panel.getByRole('option')).toHaveText([/Compute/]);
    await panel.keyboard.press('ArrowDown');
    await expect(panel.getByRole('option', { selected: true })).toHaveText(/Compute/);
    await panel.keyboard.press('Enter');
    await expect(chip(panel, 'Compute')).toBeVisible();
    await expect(field(panel)).toBeFocused();
    await panel.keyboard.type('to');
    await panel.getByRole('option', { name: 'to read' }).click();
    await expect(chip(panel, 'to read')).toBeVisible();
    await expect(field(panel)).toHaveValue('');
  });

  await test.step('Esc closes what is offered, then empties the field, then goes back', async () => {
    await panel.keyboard.press('Backspace');
    await expect(chip(panel, 'to read')).toHaveCount(0);
    await panel.keyboard.type('to');
    await expect(panel.getByRole('option')).toHaveCount(1);
    await panel.keyboard.press('Escape');
    await expect(panel.getByRole('option')).toHaveCount(0);
    await expect(field(panel)).toHaveValue('to');
    await panel.keyboard.press('Escape');
    await expect(field(panel)).toHaveValue('');
    await panel.keyboard.press('Escape');
    await expect(row(panel, 'Bittensor')).toBeFocused();
  });

  await test.step('what was taken away is given back by one key', async () => {
    await expect(panel.getByText('to read removed from Bittensor')).toBeVisible();
    await panel.keyboard.press('Control+z');
    await expect.poll(() => tagsIn(panel)).toMatchObject({ Bittensor: ['Compute', 'to read'] });
  });

  await test.step('it is still there when the panel is opened anew, and the rows say it', async () => {
    await panel.reload();
    await toLibrary(panel);
    await expect(row(panel, 'Akash')).toHaveAccessibleName(/Tags Compute, to read/);
    await panel.getByRole('textbox', { name: 'Filter by name, alias or tag' }).fill('compu');
    await expect(rows(panel)).toHaveText([/Akash/, /Bittensor/]);
  });
});

test('a tag that is too long is named, one too many too, and what is typed stays', async ({ openPopup }) => {
  const popup = await openPopup();
  await popup.setViewportSize(popupSize);
  const id = await keepProject(popup, 'Akash', ['$AKT'], 'watching');
  const add = Array.from({ length: 20 }, (_, at) => `tag ${at}`);
  await carryOut(popup, { type: 'change-tags', changes: [{ id, add, remove: [] }] });
  await popup.getByRole('tab', { name: 'Watchlist' }).click();
  await row(popup, 'Akash').click();
  await field(popup).fill('x'.repeat(41));
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('This tag is 41 characters long. It can have 40: shorten it.')).toBeVisible();
  await expect(field(popup)).toHaveValue('x'.repeat(41));
  await look(popup, 'project, tag too long');
  await field(popup).fill('more');
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('“Akash” would have 21 tags; 20 is the most.')).toBeVisible();
  await expect(field(popup)).toHaveValue('more');
  await expect.poll(async () => (await stored(popup)).drafts).toMatchObject({ [`tag:${id}`]: 'more' });
  await popup.reload();
  await popup.getByRole('tab', { name: 'Watchlist' }).click();
  await row(popup, 'Akash').click();
  await expect(field(popup), 'also when the popup was closed over it').toHaveValue('more');
});

test('the library is narrowed by tags, with all else; the choice stays while other views are shown', async ({
  openExtensionPage,
}) => {
  const panel = await openLibrary(openExtensionPage, {
    Akash: ['Compute', 'DePIN'],
    Bittensor: ['compute', 'ai'],
    Celestia: ['modular'],
  });
  await toggle(panel).click();
  await expect(toggle(panel)).toHaveAttribute('aria-expanded', 'true');
  const names = panel.getByRole('group', { name: 'Tags' }).getByRole('button');
  await expect(names).toHaveText([/^ai1$/, /^Compute2$/, /^DePIN1$/, /^modular1$/]);
  await expect(panel.getByRole('textbox', { name: 'Find a tag' }), 'few are found by looking').toHaveCount(0);
  await look(panel, 'library, tags to choose from', { size });

  await choice(panel, 'Compute').click();
  await expect(rows(panel)).toHaveText([/Akash/, /Bittensor/]);
  await expect(names, 'only what leaves something').toHaveText([/ai/, /Compute/, /DePIN/]);
  await choice(panel, 'DePIN').click();
  await expect(rows(panel)).toHaveText([/Akash/]);
  await expect(panel.getByRole('status').filter({ hasText: '1 of 3' })).toHaveCount(1);
  await toggle(panel).click();
  await expect(names, 'what is chosen stays in view').toHaveText([/Compute/, /DePIN/]);
  await look(panel, 'library, narrowed by tags', { size });

  await row(panel, 'Akash').click();
  await chip(panel, 'DePIN').click();
  await panel.getByRole('button', { name: 'Back' }).click();
  await expect(panel.getByText('No project fits')).toBeVisible();
  await choice(panel, 'depin').click();
  await expect(rows(panel)).toHaveText([/Akash/, /Bittensor/]);
  const asks = panel
    .getByRole('group', { name: 'Show only' })
    .getByRole('button', { name: 'Open questions' });
  await asks.click();
  await expect(panel.getByText('No project fits')).toBeVisible();
  await panel.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(rows(panel)).toHaveCount(3);
  await expect(choice(panel, 'Compute')).toHaveCount(0);
});

test('of many tags the right one is typed', async ({ openExtensionPage }) => {
  const panel = await openLibrary(openExtensionPage, {
    Akash: Array.from({ length: 12 }, (_, at) => `subject number ${at}`),
    Celestia: ['modular'],
  });
  await toggle(panel).click();
  const names = panel.getByRole('group', { name: 'Tags' }).getByRole('button');
  await expect(names).toHaveCount(13);
  await look(panel, 'library, many tags', { size });
  await panel.getByRole('textbox', { name: 'Find a tag' }).fill('mod');
  await expect(names).toHaveText([/modular/]);
  await names.first().press('Space');
  await expect(rows(panel)).toHaveText([/Celestia/]);
  await expect(choice(panel, 'modular')).toHaveAttribute('aria-pressed', 'true');
  await panel.getByRole('textbox', { name: 'Find a tag' }).fill('none like it');
  await expect(names, 'what is chosen can be let go').toHaveText([/modular/]);
});

test('many projects get a tag, lose it, and get their own back', async ({ openExtensionPage }) => {
  const panel = await openLibrary(openExtensionPage, { Bittensor: ['AI', 'l2'] });
  await row(panel, 'Akash').focus();
  await panel.keyboard.press('x');
  await panel.keyboard.press('Shift+ArrowDown');
  await bar(panel).getByRole('button', { name: 'Tags…' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Tags of 2 projects' });
  await expect(dialog.getByRole('option')).toHaveText([/AI.*1 of 2/, /l2.*1 of 2/]);
  await look(panel, 'tags of the chosen projects', { size });
  await panel.keyboard.type('ai');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await panel.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(panel.getByText('1 project tagged “AI”')).toBeVisible();
  await expect(bar(panel).getByRole('button', { name: 'Tags…' }), 'ready for another').toBeFocused();
  await expect.poll(() => tagsIn(panel)).toMatchObject({ Akash: ['AI'], Bittensor: ['AI', 'l2'] });

  await test.step('a new one', async () => {
    await panel.keyboard.press('Enter');
    await panel.keyboard.type('to watch');
    await expect(dialog.getByRole('option')).toHaveText(['Add to watch']);
    await look(panel, 'a new tag for the chosen projects', { size });
    await panel.keyboard.press('Enter');
    await expect(panel.getByText('2 projects tagged “to watch”')).toBeVisible();
  });

  await test.step('Enter takes what is typed, not the tag of theirs that only begins so', async () => {
    await bar(panel).getByRole('button', { name: 'Tags…' }).click();
    await panel.keyboard.type('to');
    await expect(dialog.getByRole('option')).toHaveText([/^Add to$/, /to watch/]);
    await panel.keyboard.press('Enter');
    await expect(panel.getByText('2 projects tagged “to”')).toBeVisible();
    await panel.keyboard.press('Control+z');
    await expect.poll(() => tagsIn(panel)).toMatchObject({ Akash: ['AI', 'to watch'] });
  });

  await test.step('taken away where all have it, and given back', async () => {
    await bar(panel).getByRole('button', { name: 'Tags…' }).click();
    await dialog.getByRole('option', { name: 'AI' }).click();
    await expect(panel.getByText('“AI” removed from 2 projects')).toBeVisible();
    await expect
      .poll(() => tagsIn(panel))
      .toMatchObject({ Akash: ['to watch'], Bittensor: ['l2', 'to watch'] });
    await panel.keyboard.press('Control+z');
    await expect
      .poll(() => tagsIn(panel))
      .toMatchObject({ Akash: ['AI', 'to watch'], Bittensor: ['AI', 'l2', 'to watch'] });
  });

  await test.step('Esc closes it and chooses nothing', async () => {
    await bar(panel).getByRole('button', { name: 'Tags…' }).click();
    await panel.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(bar(panel)).toBeVisible();
  });

  await test.step('rows that the filter hides then leave the focus to one that stays', async () => {
    await toggle(panel).click();
    await choice(panel, 'AI').click();
    await bar(panel).getByRole('button', { name: 'Tags…' }).click();
    await dialog.getByRole('option', { name: 'AI' }).click();
    await expect(bar(panel)).toHaveCount(0);
    await expect.poll(() => panel.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  await test.step('a choice that goes when it is let go leaves the focus beside it', async () => {
    await toggle(panel).click();
    await choice(panel, 'AI').focus();
    await panel.keyboard.press('Space');
    await expect(choice(panel, 'AI')).toHaveCount(0);
    await expect(toggle(panel)).toBeFocused();
  });
});

test('tags go out with an export and come in with an import', async ({
  openExtensionPage,
  otherProfile,
}, testInfo) => {
  const panel = await openLibrary(openExtensionPage, { Akash: ['Compute', '标签'], Celestia: ['modular'] });
  const file = testInfo.outputPath('export.json');
  await exportFrom(panel, file);
  const before = await tagsIn(panel);
  const other = await otherProfile();
  const elsewhere = await other.openExtensionPage('sidepanel.html#import');
  await elsewhere.getByLabel(/choose an export file/i).setInputFiles(file);
  await elsewhere.getByRole('button', { name: /^Import \d/ }).click();
  await expect.poll(() => tagsIn(elsewhere)).toEqual(before);
});

test('a tag that looks like HTML, or like what every object has, is a word like any other', async ({
  openExtensionPage,
}) => {
  const hostile = ['<b>bold</b>', '<img src=x onerror=alert(1)>', '__proto__', 'constructor'];
  const panel = await openLibrary(openExtensionPage, { Akash: hostile, Bittensor: ['__proto__'] });
  const dialogs: string[] = [];
  panel.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await expect(row(panel, 'Bittensor')).toHaveAccessibleName(/Tags __proto__/);
  await toggle(panel).click();
  const names = panel.getByRole('group', { name: 'Tags' }).getByRole('button');
  await expect(names).toHaveCount(4);
  await expect(choice(panel, '__proto__')).toHaveText('__proto__2');
  await expect(choice(panel, 'constructor')).toHaveText('constructor1');
  await choice(panel, '__proto__').click();
  await expect(rows(panel)).toHaveText([/Akash/, /Bittensor/]);
  await choice(panel, 'constructor').click();
  await expect(rows(panel)).toHaveText([/Akash/]);
  await row(panel, 'Akash').click();
  for (const tag of hostile) await expect(chip(panel, tag)).toBeVisible();
  expect(await panel.locator('main img, main b').count()).toBe(0);
  await chip(panel, '__proto__').click();
  await expect(chip(panel, '__proto__')).toHaveCount(0);
  expect(dialogs).toEqual([]);
  await expect.poll(async () => (await tagsIn(panel)).Akash).not.toContain('__proto__');
  expect(await tagsIn(panel)).toMatchObject({ Bittensor: ['__proto__'] });
});
