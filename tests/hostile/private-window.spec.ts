import type { Page } from '@playwright/test';
import type { Source } from '../../lib/library/schema.ts';
import { backgroundOf } from '../../scripts/launch.mjs';
import { run, stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { carryOut, keepProject } from '../e2e/library.ts';
import { hover, isCardOpen, markers, tinted } from '../e2e/on-page.ts';
import { allowInPrivateWindows, openPrivately } from '../e2e/private-windows.ts';
import { openBeside } from '../e2e/surfaces.ts';
import { chooseMenu } from '../e2e/worker-events.ts';
import { pastDwell } from './past-dwell.ts';

// Each begins with an extension that starts anew.
test.describe.configure({ timeout: 180_000 });

const notes = async (surface: Page) =>
  Object.fromEntries(
    Object.entries(await stored(surface))
      .filter(([key]) => key.startsWith('note:'))
      .map(([, note]) => note as { body: string; source: Source | null })
      .map(({ body, source }) => [body, source && { url: source.url, quote: source.quote }]),
  );

test('a note taken in a private window keeps no page, unless the user asks for this one note', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await allowInPrivateWindows(context, extensionId);
  const store = await openPopup();
  const id = await keepProject(store, 'OpenGradient', ['$OPG'], 'watching');
  const url = site.page({ path: '/post', body: '<p>Who checks $OPG?</p><p>And $AKT</p>' });
  const kept = { url: `${url}?id=7`, quote: 'Who checks $OPG?' };
  const write = async (page: Page, text: string, keepThePage: boolean) => {
    const card = await hover(page, '$OPG');
    if (keepThePage) await card.getByRole('button', { name: 'Keep the page' }).click();
    await card.getByRole('textbox', { name: /^New note/ }).fill(text);
    await card.getByRole('textbox', { name: /^New note/ }).press('Enter');
    await expect.poll(async () => Object.keys(await notes(store))).toContain(text);
    return card;
  };

  await test.step('in an ordinary window the card says nothing of it, and the page is kept, cleaned', async () => {
    const page = await context.newPage();
    await page.goto(`${url}?utm_source=mail&id=7&token=hunter2#access_token=hunter2`);
    const card = await write(page, 'Out in the open', false);
    await expect(card.getByText('Private window')).toHaveCount(0);
    expect(await notes(store)).toEqual({ 'Out in the open': kept });
    await page.close();
  });

  const page = await openPrivately(context, `${url}?id=7`);
  await test.step('in a private one the note is kept alone', async () => {
    const card = await write(page, 'In private', false);
    await expect(card.getByText('Private window: the page is not kept.')).toBeVisible();
    expect(await notes(store)).toMatchObject({ 'In private': null });
  });

  await test.step('asked for, its page is kept, and the next note’s is not', async () => {
    const card = await write(page, 'Asked for', true);
    await expect(card.getByText('Private window: the page is not kept.')).toBeVisible();
    await write(page, 'Not asked for again', false);
    expect(await notes(store)).toMatchObject({ 'Asked for': kept, 'Not asked for again': null });
  });

  await test.step('the writer drops a source that a card sends unasked', async () => {
    const card = await hover(page, '$OPG');
    await card.evaluate(
      async ([projectId, address]) => {
        const source = { url: address, title: '', quote: '', author: null, date: new Date().toISOString() };
        const kind = { type: 'note' };
        const command = { type: 'add-note', projectId, kind, body: 'Smuggled', source };
        const data = { op: crypto.randomUUID(), command };
        await chrome.runtime.sendMessage({ id: 1, type: 'run', data, timestamp: Date.now() });
      },
      [id, url] as const,
    );
    expect(await notes(store)).toMatchObject({ Smuggled: null });
  });
});

test('what somebody looked at in a private window is not kept with a project they did not keep', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await allowInPrivateWindows(context, extensionId);
  const store = await openPopup();
  const id = await keepProject(store, 'OpenGradient', ['$OPG'], 'watching');
  const drafts = async () => (await stored(store)).drafts as Record<string, string>;

  await test.step('in an ordinary window a click on a status is kept with its mention', async () => {
    const page = await context.newPage();
    await page.goto(site.page({ path: '/seen', body: '<p>Nobody kept $TAO</p>' }));
    const card = await hover(page, '$TAO');
    await card.getByRole('radio', { name: 'Convinced' }).click();
    await expect.poll(drafts).toEqual({ 'keep:tao': expect.stringContaining('convinced') });
    await page.close();
  });

  const url = site.page({
    path: '/hidden',
    body: '<p>Nobody kept $AKT</p><p style="margin-top: 300px">And $OPG</p>',
  });
  const page = await openPrivately(context, url);
  await test.step('in a private one it is not, though what is typed about a kept one is', async () => {
    const unknown = await hover(page, '$AKT');
    await unknown.getByRole('radio', { name: 'Convinced' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
    // What the card that closed had to say was sent before this one's.
    const card = await hover(page, '$OPG');
    await card.getByRole('textbox', { name: /^New note/ }).fill('Typed in private');
    await expect.poll(drafts).toMatchObject({ [id]: 'Typed in private' });
    expect(Object.keys(await drafts()).toSorted()).toEqual([id, 'keep:tao'].toSorted());
    expect(JSON.stringify(await stored(store))).not.toMatch(/akt/i);
  });

  await test.step('whatever the card sends, and one that is there can be forgotten', async () => {
    const [card] = page.frames().filter((frame) => frame.url().endsWith('/card.html'));
    const kept = (about: string, body: string) =>
      run(card!, [{ op: crypto.randomUUID(), command: { type: 'keep-draft', about, body } }]);
    expect(await kept('keep:akt', 'seen')).toMatchObject([{ ok: true }]);
    expect(Object.keys(await drafts())).toContain('keep:tao');
    expect(await kept('keep:tao', '')).toMatchObject([{ ok: true }]);
    expect(await drafts()).toEqual({ [id]: 'Typed in private' });
  });
});

test('weak mentions that a site may show are not painted in a private window, which would tell whose it is', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await allowInPrivateWindows(context, extensionId);
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', ['$OPG', 'OpenGradient'], 'watching');
  const url = site.page({
    path: '/weak',
    body: '<div><p>They speak of $opg or OpenGradient here</p></div><p>And of $AKT</p>',
  });
  await carryOut(store, { type: 'paint-weak', site: new URL(url).host, on: true });
  const page = await context.newPage();
  await page.goto(url);
  await expect.poll(async () => (await tinted(page)).toSorted()).toEqual(['$AKT', '$opg', 'OpenGradient']);

  const hidden = await openPrivately(context, `${url}?private`);
  await expect.poll(() => markers(hidden)).toEqual(['unknown']);
  expect(await tinted(hidden)).toEqual(['$AKT']);

  const popup = await openBeside(hidden, await backgroundOf(context), 'popup.html');
  await popup.getByRole('button', { name: 'More' }).click();
  const allow = popup.getByRole('menuitemcheckbox', { name: /^Paint weak mentions/ });
  await expect(allow).toBeDisabled();
  await expect(allow).not.toBeChecked();
  await expect(allow).toHaveAccessibleDescription(/^Never in a private window/);
});

test('what is added from a private window by the menu keeps no page unless asked for, and no draft', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await allowInPrivateWindows(context, extensionId);
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', ['$OPG'], 'watching');
  const url = site.page({ path: '/secret', title: 'Secret', body: '<p>Words of a page</p>' });
  const page = await openPrivately(context, `${url}?id=7`);
  const worker = await backgroundOf(context);
  const choose = async (selectionText: string) => {
    await page.bringToFront();
    const opened = context.waitForEvent('page', (each) => each.url().includes('/sidepanel.html'));
    await chooseMenu(worker, { menuItemId: 'add-selection', selectionText, pageUrl: page.url(), frameId: 0 });
    return opened;
  };
  const write = async (text: string, keepThePage: boolean) => {
    const panel = await choose('Words of a page');
    await panel.getByRole('combobox').press('Enter');
    await expect(panel.getByText('Private window: the page is not kept.')).toBeVisible();
    if (keepThePage) await panel.getByRole('button', { name: 'Keep the page' }).click();
    await panel.getByRole('textbox', { name: /^New note/ }).fill(text);
    await panel.getByRole('textbox', { name: /^New note/ }).press('Enter');
    await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
    await panel.close();
  };
  await write('Unasked', false);
  await write('Asked for', true);
  expect(await notes(store)).toEqual({
    Unasked: null,
    'Asked for': { url: `${url}?id=7`, quote: 'Words of a page' },
  });
  const panel = await choose('$AKT');
  await panel.getByRole('radio', { name: 'Convinced' }).click();
  // A draft would be saved a quarter of a second later, or as the panel closes; what is kept after that, after it.
  await pastDwell(panel);
  await keepProject(store, 'Later', ['$LATER']);
  expect(JSON.stringify(await stored(store))).not.toMatch(/akt/i);
  await panel.close();
  await keepProject(store, 'Last', ['$LAST']);
  expect(JSON.stringify(await stored(store))).not.toMatch(/akt/i);
});
