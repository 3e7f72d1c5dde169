import type { Locator, Page } from '@playwright/test';
import type { StoredProject } from '../../lib/library/schema.ts';
import { axeViolations } from './axe.ts';
import { stored } from './commands.ts';
import { settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject } from './library.ts';

/** Where each project stands: its status, or that it is in the trash. */
const states = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await stored(page))
      .filter(([key]) => key.startsWith('project:'))
      .map(([, record]) => {
        const { name, status, trashedAt } = record as StoredProject;
        return [name, trashedAt === null ? (status ?? 'none') : 'trash'];
      }),
  );

async function openLibrary(openExtensionPage: (path: string) => Promise<Page>): Promise<Page> {
  const page = await openExtensionPage('sidepanel.html');
  for (const name of ['Akash', 'Bittensor', 'Celestia', 'Dymension']) {
    const id = await keepProject(
      page,
      name,
      [`$${name.slice(0, 4)}`],
      name === 'Dymension' ? 'passed' : 'watching',
    );
    await addNote(page, id, `About ${name}`);
  }
  await page.getByRole('tab', { name: 'Library' }).click();
  await expect(page.getByRole('button', { name: /Dymension/ })).toBeVisible();
  return page;
}

const row = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) });
const bar = (page: Page) => page.getByRole('group', { name: 'Selected projects' });
const announced = (page: Page) => page.getByRole('status').filter({ hasText: 'selected' });

test('three projects are chosen with the keyboard, get a status, and give it back', async ({
  openExtensionPage,
}) => {
  const page = await openLibrary(openExtensionPage);
  const before = await states(page);
  await row(page, 'Bittensor').focus();
  await page.keyboard.press('x');
  await expect(announced(page)).toHaveText('1 selected');
  // Into the next group of the list, too.
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(announced(page)).toHaveText('3 selected');
  await expect(row(page, 'Dymension')).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'Select Akash' })).not.toBeChecked();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(announced(page)).toHaveText('2 selected');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(announced(page)).toHaveText('3 selected');
  await settles(() => axeViolations(page, 'all'), 'three are chosen');

  const convinced = bar(page).getByRole('button', { name: 'Set status: Convinced' });
  for (let tabs = 0; tabs < 12 && !(await convinced.evaluate((at) => at.matches(':focus'))); tabs += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Status of 3 projects: Convinced')).toBeVisible();
  expect(await states(page)).toEqual({
    Akash: 'watching',
    Bittensor: 'convinced',
    Celestia: 'convinced',
    Dymension: 'convinced',
  });
  await expect(bar(page)).toBeHidden();
  await expect(row(page, 'Dymension'), 'the focus is back in the list').toBeFocused();

  await page.keyboard.press('Control+z');
  await expect.poll(() => states(page), 'each has its own back').toEqual(before);
});

test('what is chosen goes to the trash together, and comes back with one undo', async ({
  openExtensionPage,
}) => {
  const page = await openLibrary(openExtensionPage);
  const before = await states(page);
  await page.getByRole('checkbox', { name: 'Select Akash' }).click();
  await page.getByRole('checkbox', { name: 'Select Celestia' }).click({ modifiers: ['Shift'] });
  await expect(announced(page)).toHaveText('3 selected');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await expect(page.getByRole('checkbox', { name: 'Select Celestia' })).toBeChecked();
  const dymension = page.getByRole('checkbox', { name: 'Select Dymension' });
  await dymension.click({ modifiers: ['Control'] });
  await expect(dymension).toBeChecked();
  await dymension.click({ modifiers: ['Control'] });
  await expect(dymension).not.toBeChecked();
  await expect(announced(page)).toHaveText('3 selected');
  await bar(page).getByRole('button', { name: 'Move to the trash' }).click();
  await expect(page.getByText('3 projects moved to the trash')).toBeVisible();
  expect(await states(page)).toMatchObject({
    Akash: 'trash',
    Bittensor: 'trash',
    Celestia: 'trash',
    Dymension: 'passed',
  });
  await expect(row(page, 'Akash')).toHaveCount(0);
  await expect(row(page, 'Dymension'), 'the focus is on what stays').toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => states(page)).toEqual(before);
  await expect(row(page, 'Akash')).toBeVisible();
});

test('all are chosen, none, and with the pointer one more; a click alone opens the project', async ({
  openExtensionPage,
}) => {
  const page = await openLibrary(openExtensionPage);
  await row(page, 'Akash').focus();
  await page.keyboard.press('Control+a');
  await expect(announced(page)).toHaveText('4 selected');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);

  await row(page, 'Bittensor').click({ modifiers: ['Control'] });
  await row(page, 'Celestia').click({ modifiers: ['Control'] });
  await expect(announced(page)).toHaveText('2 selected');
  // Gone in another window: it is acted upon no more.
  const ids = Object.entries(await stored(page)).filter(([key]) => key.startsWith('project:'));
  const gone = ids.map(([, record]) => record as StoredProject).find(({ name }) => name === 'Celestia')!;
  await carryOut(page, { type: 'trash-project', id: gone.id });
  await expect(announced(page)).toHaveText('1 selected');
  await bar(page).getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar(page)).toBeHidden();

  await row(page, 'Bittensor').click();
  await expect(page.getByRole('heading', { name: 'Bittensor' })).toBeAttached();
});

test('the popup, which closes at any moment, has nothing to choose', async ({
  openExtensionPage,
  openPopup,
}) => {
  await openLibrary(openExtensionPage);
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Watchlist' }).click();
  await expect(row(popup, 'Akash')).toBeVisible();
  await row(popup, 'Akash').press('x');
  await expect(popup.getByRole('checkbox')).toHaveCount(0);
  await expect(bar(popup)).toHaveCount(0);
});

test('a row that the filter hides after its new status leaves the focus to the next that stays', async ({
  openExtensionPage,
}) => {
  const page = await openLibrary(openExtensionPage);
  await page.getByRole('group', { name: 'Show only' }).getByRole('button', { name: 'Watching' }).click();
  await expect(row(page, 'Dymension')).toHaveCount(0);
  await row(page, 'Akash').focus();
  await page.keyboard.press('x');
  await bar(page).getByRole('button', { name: 'Set status: Convinced' }).click();
  await expect(row(page, 'Akash')).toHaveCount(0);
  await expect(row(page, 'Bittensor')).toBeFocused();
});

test('the arrows go on from the box of a row, and with Shift they choose', async ({ openExtensionPage }) => {
  const page = await openLibrary(openExtensionPage);
  await page.getByRole('checkbox', { name: 'Select Akash' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Bittensor')).toBeFocused();
  await page.getByRole('checkbox', { name: 'Select Bittensor' }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(announced(page)).toHaveText('3 selected');
  await expect(row(page, 'Dymension')).toBeFocused();
});

test('no gutter stands before the rows: a box covers the status under the pointer, and moves nothing until it is ticked', async ({
  openExtensionPage,
}) => {
  const page = await openLibrary(openExtensionPage);
  const leftOf = (at: Locator) => at.evaluate((each) => each.getBoundingClientRect().left);
  const opacity = (name: string) =>
    page
      .getByRole('checkbox', { name: `Select ${name}` })
      .evaluate((at) => getComputedStyle(at.closest('label') ?? at).opacity);
  const akash = row(page, 'Akash');
  const box = page.getByRole('checkbox', { name: 'Select Akash' });
  const list = await leftOf(page.getByRole('list', { name: 'Projects' }));
  await page.mouse.move(1, 1);
  expect(await leftOf(akash)).toBe(list);
  expect(await opacity('Akash')).toBe('0');

  await akash.hover();
  expect(await opacity('Akash')).toBe('1');
  expect(await opacity('Bittensor')).toBe('0');
  expect(await leftOf(akash)).toBe(list);
  const place = await leftOf(box);
  await box.click();
  expect(await leftOf(box), 'it stays under the pointer').toBe(place);
  expect(await opacity('Bittensor'), 'now all are there').toBe('1');
  expect(await leftOf(row(page, 'Bittensor'))).toBeGreaterThan(place + 14);

  await page.keyboard.press('Escape');
  await page.mouse.move(1, 1);
  await akash.focus();
  expect(await opacity('Akash')).toBe('0');
  await page.keyboard.press('Shift+Tab');
  await expect(box).toBeFocused();
  expect(await opacity('Akash'), 'with the focus, too').toBe('1');
  expect(await leftOf(akash)).toBe(list);
});
