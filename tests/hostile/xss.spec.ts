import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame, Page } from '@playwright/test';
import type { Command } from '../../lib/library/command.ts';
import { exportDocument, exportText } from '../../lib/library/export-file.ts';
import { defaultSettings, type Note, type Project, type Source } from '../../lib/library/schema.ts';
import { isAliasText } from '../../lib/mentions/alias.ts';
import { run, stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { misplaced } from '../e2e/marker-boxes.ts';
import { hover } from '../e2e/on-page.ts';
import { openProject } from '../e2e/surfaces.ts';

/** Texts that become more than text where one is taken for HTML, an address, a style or code; with the idea of each. */
const strings: { why: string; text: string }[] = JSON.parse(
  readFileSync(new URL('../fixtures/xss.json', import.meta.url), 'utf8'),
);
const now = '2026-03-01T10:00:00.000Z';
const sourceOf = (text: string): Source => ({
  url: 'https://example.org/post?id=7',
  title: text,
  quote: text,
  author: text,
  date: now,
});

/** Kinds of elements that stand in the strings and in none of our pages. */
const foreign = (
  'script style link base meta img iframe object embed template noscript math marquee video audio source ' +
  'animate use foreignObject x is-land'
).split(' ');

/** Collects every dialog that any page of the browser opens from now on. */
function watchDialogs(context: BrowserContext): string[] {
  const dialogs: string[] = [];
  context.on('dialog', (dialog) => {
    dialogs.push(`${dialog.page()?.url()}: ${dialog.message()}`);
    void dialog.accept();
  });
  return dialogs;
}

/** Kinds of elements that a document holds, and everything in it that could run or lead somewhere. */
const madeOf = (surface: Page | Frame) =>
  surface.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')];
    const addresses = [
      'href',
      'src',
      'srcset',
      'srcdoc',
      'action',
      'formaction',
      'data',
      'style',
      'xlink:href',
    ];
    // The last is a style of the messages that come and go, set by script.
    const own = [location.origin, 'https://example.org/', 'http://127.0.0.1:', '--toast-'];
    // Where the rows of a long list stand, set by script too.
    const ownPlace = /^(?:height: [\d.]+px|transform: translateY\([\d.]+px\));$/;
    return {
      kinds: [...new Set(all.map(({ localName }) => localName))].toSorted(),
      live: all.flatMap(({ localName, attributes }) =>
        [...attributes]
          .filter(({ name }) => name.startsWith('on') || addresses.includes(name))
          .filter(({ value }) => !own.some((start) => value.startsWith(start)) && !/^[/.\w-]*$/.test(value))
          .filter(({ name, value }) => name !== 'style' || !ownPlace.test(value))
          .map(({ name, value }) => `<${localName} ${name}=${value}>`),
      ),
    };
  });

/** What a surface says of a project and of the first note that it shows, field by field. */
const shownBy = (surface: Page | Frame) =>
  surface.evaluate(() => {
    const field = (label: string) =>
      document.querySelector<HTMLTextAreaElement>(`textarea[aria-label=${label}]`);
    const note = [...document.querySelectorAll('article')].find((one) => one.checkVisibility());
    const link = note?.querySelector('footer [title]');
    const name = note?.querySelector('header button') ?? document.querySelector('h1 bdi');
    return {
      name: field('Name')?.value ?? name?.textContent,
      thesis: field('Thesis')?.value ?? document.querySelector('figure blockquote')?.textContent,
      body: note?.querySelector('header + p')?.textContent,
      quote: note?.querySelector('footer blockquote')?.textContent,
      title: link?.getAttribute('title'),
      author: link?.textContent,
    };
  });

// Sixty rounds through three surfaces: seconds alone, many times that on a busy machine.
test.describe.configure({ timeout: 240_000 });

const soon = { timeout: 20_000, intervals: [20] };

test('sixty strings in every field are shown as typed by card, popup and side panel, and nothing comes of them', async ({
  context,
  openExtensionPage,
  openPopup,
  site,
}) => {
  expect(strings).toHaveLength(60);
  const popup = await openPopup();
  const id = await keepProject(popup, 'Harmless', ['$OPG'], 'watching');
  await openProject(popup, 'Watching');
  const panel = await openExtensionPage('sidepanel.html');
  await panel.getByRole('tab', { name: 'Recent' }).click();
  const page = await context.newPage();
  await page.goto(site.page({ path: '/post', body: '<p>Who checks $OPG?</p>' }));
  const card = await hover(page, '$OPG');
  await card.getByRole('button', { name: 'Keep the card open' }).click();
  const dialogs = watchDialogs(context);

  /** Puts the text into every field by the commands that surfaces send; answers what became of the alias. */
  const put = async (text: string) => {
    const commands: Command[] = [
      { type: 'edit-project', id, name: text, thesis: text },
      { type: 'add-note', projectId: id, kind: { type: 'note' }, body: text, source: sourceOf(text) },
      { type: 'add-aliases', id, aliases: [{ text: `#${text}`, site: null }] },
    ];
    const [edited, added, alias] = await run(
      popup,
      commands.map((command) => ({ op: randomUUID(), command })),
    );
    expect([edited?.ok, added?.ok]).toEqual([true, true]);
    return alias;
  };
  const shows = async (text: string) => {
    const all = { name: text, thesis: text, body: text, quote: text, title: text };
    const expected = { ...all, author: `${text} on example.org` };
    await Promise.all([
      expect.poll(() => shownBy(card), soon).toEqual(expected),
      expect.poll(() => shownBy(popup), soon).toEqual(expected),
      // The newest notes, each with the name of its project.
      expect.poll(() => shownBy(panel), soon).toEqual({ ...expected, thesis: undefined }),
    ]);
  };
  const surfaces = [card, popup, panel];

  await put('plain');
  await shows('plain');
  const plain = await Promise.all(surfaces.map(madeOf));
  expect(plain.map(({ live }) => live)).toEqual([[], [], []]);

  for (const { why, text } of strings) {
    await test.step(why, async () => {
      const alias = await put(text);
      if (isAliasText(`#${text}`)) expect(alias?.ok).toBe(true);
      else
        expect(alias).toMatchObject({
          ok: false,
          error: { message: expect.stringContaining('must be a $cashtag, @handle or #hashtag') },
        });
      await shows(text);
    });
  }
  expect(await Promise.all(surfaces.map(madeOf))).toEqual(plain);
  expect(dialogs).toEqual([]);

  await test.step('the probes work: as HTML on an ordinary page, one of them is an element, runs and is seen', async () => {
    const image = strings.find(({ text }) => text.startsWith('<img src="data:,"'))?.text ?? '';
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), image);
    await expect.poll(() => dialogs).toEqual([expect.stringMatching(/\/post: 1$/)]);
    expect(await madeOf(page)).toMatchObject({
      kinds: expect.arrayContaining(['img']),
      live: expect.arrayContaining(['<img onerror=alert(1)>']),
    });
  });
});

test('sixty strings in a file, a page and its title come in as they stand there', async ({
  context,
  openExtensionPage,
  site,
}) => {
  const times = { createdAt: now, updatedAt: now, trashedAt: null };
  const projects: Project[] = strings.map(({ text }, at) => ({
    id: `project-${at}-0000`,
    name: text,
    aliases: [{ text: `$XSS${String.fromCharCode(65 + (at % 26), 65 + Math.floor(at / 26))}`, site: null }],
    status: 'watching',
    thesis: text,
    ...times,
  }));
  const notes: Note[] = strings.map(({ text }, at) => ({
    id: `note-${at}-0000000`,
    projectId: `project-${at}-0000`,
    kind: { type: 'question', answer: 'open' },
    body: text,
    source: sourceOf(text),
    ...times,
  }));
  const library = { projects, notes, settings: defaultSettings };
  const file = exportText(exportDocument(library, { now, appVersion: '0.1.0' }));
  const dialogs = watchDialogs(context);

  const panel = await openExtensionPage('sidepanel.html#import');
  await panel.getByRole('heading', { name: 'Import' }).waitFor();
  const name = '<img src=x onerror=alert(1)>.json';
  await panel
    .getByLabel(/choose an export file/i)
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(panel.getByRole('heading', { name: `What ${name} would change` })).toBeVisible();
  await panel.getByRole('button', { name: 'Import 120' }).click();
  await expect(panel.getByText(`Imported 120 from ${name}`)).toBeVisible();

  const popup = await openExtensionPage('popup.html');
  await test.step('watchlist and newest notes', async () => {
    await popup.getByRole('tab', { name: 'Watchlist' }).click();
    const rows = popup.getByRole('region', { name: 'Watching' }).getByRole('listitem');
    await expect(rows.first()).toHaveAttribute('aria-setsize', '60');
    // Only what is near the view stands in the page: the keys bring one after another.
    const row = (place: number) => rows.and(popup.locator(`[aria-posinset="${place}"]`));
    await row(1).getByRole('button').focus();
    const said: string[] = [];
    for (let place = 1; place <= 60; place += 1) {
      await expect(row(place).getByRole('button')).toBeFocused();
      said.push((await row(place).textContent()) ?? '');
      await popup.keyboard.press('ArrowDown');
    }
    for (const { text } of strings)
      expect(said.filter((row) => row.includes(text)).length).toBeGreaterThan(0);
    await popup.getByRole('tab', { name: 'Recent' }).click();
    await expect
      .poll(async () => {
        const { body } = await shownBy(popup);
        return strings.some(({ text }) => text === body);
      })
      .toBe(true);
  });
  await test.step('the search', async () => {
    await popup.getByRole('combobox', { name: 'Search projects and notes' }).fill('alert');
    await expect(popup.getByRole('option').first()).toHaveAttribute('aria-setsize', /^\d{2,}$/);
    const said = await popup.getByRole('option').allTextContents();
    for (const row of said) expect(strings.some(({ text }) => row.includes(text))).toBe(true);
  });

  await test.step('a page: its title and the text around a mention', async () => {
    const said = strings
      .map(({ text }) => text)
      // Visible ASCII without a sigil or a space.
      .filter((text) => /^[!"%-?A-~]+$/.test(text))
      .join(' ')
      .slice(0, 400);
    const page = await context.newPage();
    await page.goto(site.page({ path: '/post', body: '<p></p><p>Who checks $XSSAA?</p>' }));
    // In a paragraph of its own: next to so much code a mention would be taken for code too.
    await page.evaluate((text) => {
      document.title = text;
      document.querySelector('p')?.append(text);
    }, said);
    // What moved has no marker for a moment.
    await expect.poll(() => misplaced(page)).toEqual([]);
    const card = await hover(page, '$XSSAA');
    await card.getByRole('textbox', { name: /^New note/ }).fill(said);
    await card.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => shownBy(card))
      .toMatchObject({
        body: said,
        quote: `${said} Who checks $XSSAA?`,
        title: said,
        author: new URL(page.url()).host,
      });
    expect((await madeOf(card)).live).toEqual([]);
  });

  await test.step('a store edited by hand: an address that is a script is no link, and the note is said to be damaged', async () => {
    const [note] = notes;
    await popup.evaluate(([key, record]) => chrome.storage.local.set({ [key]: record }), [
      `note:${note?.id}`,
      { ...note, source: { ...note?.source, url: 'javascript:alert(1)' } },
    ] as const);
    const again = await openExtensionPage('popup.html');
    await again.getByRole('tab', { name: 'Watchlist' }).click();
    const row = again.getByRole('button').filter({ hasText: '$XSSAA' });
    await again.getByRole('region', { name: 'Watching' }).getByRole('button').first().focus();
    for (let place = 1; place < 60 && (await row.count()) === 0; place += 1)
      await again.keyboard.press('ArrowDown');
    await row.click();
    await expect(again.getByText('One note is damaged')).toBeVisible();
    expect((await madeOf(again)).live).toEqual([]);
  });

  for (const surface of [panel, popup]) {
    const { kinds, live } = await madeOf(surface);
    expect({ foreign: kinds.filter((kind) => foreign.includes(kind)), live }).toEqual({
      foreign: [],
      live: [],
    });
  }
  expect(dialogs).toEqual([]);
  const kept = Object.values(await stored(popup)).map((record) => (record as Partial<Note>).body);
  for (const { text } of strings) expect(kept).toContain(text);
});
