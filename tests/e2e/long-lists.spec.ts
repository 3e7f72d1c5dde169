import type { Page } from '@playwright/test';
import {
  bigId,
  bigLibrary,
  bigName,
  countReads,
  forgetLibrary,
  indexOnly,
  keysRead,
  putRecords,
} from './big-library.ts';
import { run } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { addNote, keepProject } from './library.ts';
import { hover, isCardOpen } from './on-page.ts';
import { openBeside, popupSize } from './surfaces.ts';

/** More than that never stands in the page, however long the lists are. */
const mostRows = 200;

const rowsIn = (page: Page) => page.locator('[data-row]').count();

/** The number of the project whose row has the focus. */
const focusedProject = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Number(document.activeElement?.getAttribute('data-row')?.match(/\d+$/)?.[0] ?? Number.NaN),
  );

/** The number of the project whose row stands in the middle of the popup. */
const projectInView = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const row = document.elementFromPoint(200, 300)?.closest('[data-row]');
    return Number(row?.getAttribute('data-row')?.match(/\d+$/)?.[0] ?? Number.NaN);
  });

/** Whether the row with the focus can be seen, whole and not below the title of its group. */
const focusedRowShows = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const row = document.activeElement;
    const box = row?.getBoundingClientRect();
    if (!row || !box) return false;
    return [box.top + 2, box.bottom - 2].every((y) =>
      row.contains(document.elementFromPoint(box.left + 20, y)),
    );
  });

test('ten thousand projects: few rows in the page, and the arrow keys, Home and End reach every one', async ({
  context,
  worker,
  openPopup,
}) => {
  await putRecords(worker, indexOnly());
  await countReads(context);
  const popup = await openPopup();
  await popup.setViewportSize(popupSize);

  await test.step('the first screen reads nothing but what every surface needs', async () => {
    await expect(popup.getByRole('tab', { name: 'Watchlist' })).toHaveText(/10000/);
    await popup.getByRole('tab', { name: 'Watchlist' }).click();
    await expect(popup.getByRole('button', { name: bigName(0) })).toBeVisible();
    expect((await keysRead(popup)).toSorted()).toEqual(['drafts', 'index', 'manifest', 'ops', 'settings']);
  });
  expect(await rowsIn(popup)).toBeLessThan(mostRows);
  await expect(popup.getByRole('button', { name: /^Show .* more/ })).toHaveCount(0);
  const watching = popup.getByRole('region', { name: 'Watching' });
  await expect(watching.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '2000');

  await test.step('one Tab leads into a group, the arrow keys through it', async () => {
    await popup.getByRole('tab', { name: 'Watchlist' }).focus();
    await popup.keyboard.press('Tab');
    if (Number.isNaN(await focusedProject(popup))) await popup.keyboard.press('Tab');
    expect(await focusedProject(popup)).toBe(0);
    for (let presses = 1; presses <= 60; presses += 1) {
      await popup.keyboard.press('ArrowDown');
      expect(await focusedProject(popup)).toBe(5 * presses);
    }
    expect(await focusedRowShows(popup)).toBe(true);
    await popup.keyboard.press('Tab');
    expect(await focusedProject(popup), 'the next group').toBe(1);
    await popup.keyboard.press('Shift+Tab');
    expect(await focusedProject(popup), 'back where it was').toBe(300);
  });

  await test.step('the focus stays on its row when that is scrolled away', async () => {
    await popup.mouse.move(200, 300);
    await popup.mouse.wheel(0, 20_000);
    await expect.poll(() => projectInView(popup)).toBeGreaterThan(2_000);
    expect(await focusedProject(popup)).toBe(300);
    await popup.keyboard.press('ArrowUp');
    expect(await focusedProject(popup)).toBe(295);
    await expect.poll(() => focusedRowShows(popup)).toBe(true);
  });

  await test.step('End, Home, and from one group into the next', async () => {
    await popup.keyboard.press('End');
    expect(await focusedProject(popup)).toBe(9_999);
    await expect.poll(() => focusedRowShows(popup)).toBe(true);
    const last = popup.getByRole('region', { name: 'No status' }).getByRole('listitem').last();
    await expect(last).toHaveAttribute('aria-posinset', '2000');
    for (let presses = 0; presses < 30; presses += 1) await popup.keyboard.press('ArrowUp');
    expect(await focusedProject(popup)).toBe(9_999 - 5 * 30);
    await expect.poll(() => focusedRowShows(popup)).toBe(true);
    await popup.keyboard.press('Home');
    expect(await focusedProject(popup)).toBe(0);
    await popup.keyboard.press('ArrowUp');
    expect(await focusedProject(popup)).toBe(0);
    expect(await rowsIn(popup)).toBeLessThan(mostRows);
  });

  await test.step('a project opened far down, and the way back to its row', async () => {
    await popup.keyboard.press('End');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue(new RegExp(bigName(9_999)));
    await popup.keyboard.press('Escape');
    await expect.poll(() => focusedProject(popup)).toBe(9_999);
    await expect.poll(() => focusedRowShows(popup)).toBe(true);
  });
});

test('a page with a thousand mentions: few rows, and what is typed in one outlives scrolling', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  const letters = (at: number) =>
    [at / 676, (at / 26) % 26, at % 26]
      .map((each) => String.fromCharCode(65 + (Math.floor(each) % 26)))
      .join('');
  const body = Array.from({ length: 1_000 }, (_, at) => `<p>About $QQ${letters(at)}</p>`).join('');
  await page.goto(site.page({ path: '/many', body }));
  const popup = await openBeside(page, worker, 'popup.html');
  const region = popup.getByRole('region', { name: 'Not in your library' });
  await expect(region.getByRole('heading')).toHaveText(/1000/);
  expect(await rowsIn(popup)).toBeLessThan(mostRows);

  await region.getByRole('button', { name: `Keep $QQ${letters(2)} as` }).click();
  await popup.getByRole('textbox', { name: 'Name' }).fill('Half a name');
  const first = region.getByRole('button', { name: `Keep $QQ${letters(0)} as` });
  await first.focus();
  await popup.keyboard.press('End');
  await expect(region.getByRole('button', { name: `Keep $QQ${letters(999)} as` })).toBeFocused();
  await expect.poll(() => focusedRowShows(popup)).toBe(true);
  await popup.keyboard.press('Home');
  await expect(first).toBeFocused();
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('Half a name');

  await test.step('rows stand below one another, the open one too', async () => {
    const widestGap = async () => {
      const boxes = await region
        .getByRole('listitem')
        .evaluateAll((rows) =>
          rows.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
        );
      const apart = boxes.slice(1).map(({ top }, at) => Math.abs(top - (boxes[at]?.bottom ?? 0)));
      // The last row is far from its neighbour here.
      return apart.length > 1 ? Math.max(...apart.slice(0, -1)) : Number.NaN;
    };
    // A row is measured a frame after it was put in.
    await expect.poll(widestGap).toBeLessThan(1);
  });
});

test('the search lists all that it finds, and follows what changes without reading the library again', async ({
  context,
  worker,
  openPopup,
}) => {
  await putRecords(worker, bigLibrary(200, 3_000));
  await countReads(context);
  const popup = await openPopup();
  await popup.setViewportSize(popupSize);
  await forgetLibrary(popup);
  await expect(popup.getByRole('tab', { name: 'Watchlist' })).toHaveText(/200/);
  expect(await keysRead(popup), 'nothing is read for a search that nobody made').toHaveLength(5);

  const search = popup.getByRole('combobox', { name: 'Search projects and notes' });
  const options = popup.getByRole('option');
  const found = popup.getByText(/^[\d,]+ found$/);
  await search.fill('the');
  await expect(found).toBeAttached();
  const count = Number((await found.innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(1_000);
  expect(await options.count()).toBeLessThan(mostRows);
  await expect(options.first()).toHaveAttribute('aria-setsize', String(count));
  for (let presses = 0; presses < 40; presses += 1) await search.press('ArrowDown');
  const active = popup.getByRole('option', { selected: true });
  await expect(active).toHaveAttribute('aria-posinset', '41');
  await expect(active).toBeInViewport({ ratio: 1 });
  await expect(search).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? 'none');
  const read = (await keysRead(popup)).length;
  expect(read, 'each record once').toBeLessThanOrEqual(5 + 200 + 3_000);

  await test.step('a new note, a changed project, a trashed one', async () => {
    await search.fill('zymurgy');
    await expect(popup.getByText('Nothing found for “zymurgy”')).toBeVisible();
    await addNote(popup, bigId(7), 'All about zymurgy');
    await expect(options).toHaveText([/All about zymurgy/]);
    await run(popup, [
      { op: 'op-rename-1', command: { type: 'edit-project', id: bigId(8), name: 'Zymurgy Labs' } },
    ]);
    await expect(options).toHaveText([/Zymurgy Labs/, /All about zymurgy/]);
    await run(popup, [{ op: 'op-trash-01', command: { type: 'trash-project', id: bigId(7) } }]);
    await expect(options).toHaveText([/Zymurgy Labs/]);
    await run(popup, [{ op: 'op-restore1', command: { type: 'restore-project', id: bigId(7) } }]);
    await expect(options).toHaveText([/Zymurgy Labs/, /All about zymurgy/]);
    const notesRead = (await keysRead(popup)).slice(read).filter((key) => key.startsWith('note:'));
    // The list of recent notes is followed at the same time.
    expect(notesRead.length).toBeLessThan(300);
  });

  await test.step('damaged notes are told, the others are found', async () => {
    await popup.evaluate(() => chrome.storage.local.set({ 'note:note-000000': { id: 'note-000000' } }));
    await popup.reload();
    await search.fill('zymurgy');
    await expect(options).toHaveText([/Zymurgy Labs/, /All about zymurgy/]);
    await expect(popup.getByText(/^One note is damaged/)).toBeVisible();
  });
});

test('the card reads the index and at most twenty records', async ({ context, site, worker, openPopup }) => {
  const library = bigLibrary(3, 300);
  await putRecords(worker, library);
  const project = library[`project:${bigId(0)}`] as { aliases: { text: string }[] };
  const handle = project.aliases[1]?.text ?? '';
  await countReads(context);
  const popup = await openPopup();
  await forgetLibrary(popup);
  await keepProject(popup, 'Another', ['$T1X', '$TWO']);
  const aliases = [{ text: '$TWO', site: null }];
  await run(popup, [{ op: 'op-alias-01', command: { type: 'add-aliases', id: bigId(0), aliases } }]);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/cards', body: `<p>About ${handle}</p><p>And $TWO</p>` }));
  const isRecord = (key: string) => /^(?:project|note):/.test(key);

  const known = await hover(page, handle);
  await expect(known.getByRole('button', { name: 'Show older notes' })).toBeVisible();
  const read = await keysRead(known);
  expect(read).toContain('index');
  expect(read).toContain(`project:${bigId(0)}`);
  expect(read.filter(isRecord).length).toBeLessThanOrEqual(20);

  await page.mouse.click(1_000, 700);
  await expect.poll(() => isCardOpen(page)).toBe(false);
  const before = read.length;
  const shared = await hover(page, '$TWO');
  await expect(shared.getByText('2 of your projects go by this.')).toBeVisible();
  await expect(shared.getByRole('listitem')).toHaveCount(2);
  const more = (await keysRead(shared)).slice(shared === known ? before : 0).filter(isRecord);
  expect(more).toContain(`project:${bigId(0)}`);
  expect(more.length).toBeLessThanOrEqual(20);
});
