import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { extensionPath } from '../../scripts/build.mjs';
import { backgroundOf, launch } from '../../scripts/launch.mjs';
import { stored } from '../e2e/commands.ts';
import { test as base, expect } from '../e2e/fixtures.ts';
import { addNote, keepProject, opg } from '../e2e/library.ts';
import { hover } from '../e2e/on-page.ts';
import { openProject, welcomed } from '../e2e/surfaces.ts';
import { stopWorker } from '../e2e/worker-events.ts';
import { expectMirrored } from './copies.ts';
import { killBrowser } from './killed-browser.ts';
import { buildLater, putBuild } from './later-underline.ts';
import { importInto, makeLibrary } from './made-library.ts';
import { tier } from './tier.ts';

interface Versions {
  /** A browser whose Underline is now this one, now the next. */
  versions: {
    profile: string;
    open(which: 'this' | 'later'): Promise<BrowserContext>;
    /** Closes the browser, and has the next one open with a profile that is new. */
    forget(): Promise<void>;
    page(context: BrowserContext, path: string): Promise<Page>;
  };
}

const test = base.extend<Versions, { later: string }>({
  later: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'underline-later-'));
      await use(await buildLater(folder));
      await rm(folder, { recursive: true, force: true });
    },
    // A build of its own: not within the time of the test that comes first.
    { scope: 'worker', timeout: 240_000 },
  ],
  versions: async ({ browserPath, profile, later }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'underline-versions-'));
    const place = join(folder, 'extension');
    let context: BrowserContext | null = null;
    /** The extension's, which its folder makes: a worker that was stopped tells none. */
    let host = '';
    await use({
      profile,
      async forget() {
        await context?.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      },
      async open(which) {
        await context?.close();
        await putBuild(which === 'this' ? extensionPath : later, place, profile);
        context = await launch({ browserPath, extensionPath: place, profile });
        return context;
      },
      async page(opened, path) {
        if (host === '') host = new URL((await backgroundOf(opened)).url()).host;
        const page = await opened.newPage();
        await page.goto(`chrome-extension://${host}/${path}`);
        return page;
      },
    });
    await (context as BrowserContext | null)?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

const bodiesIn = (records: Record<string, unknown>): string[] =>
  Object.entries(records).flatMap(([key, record]) =>
    key.startsWith('note:') ? [String(Reflect.get(Object(record), 'body'))] : [],
  );

const schemaOf = (records: Record<string, unknown>) => Reflect.get(Object(records.manifest), 'schema');

test('an update brings the library along by itself, with a backup from before it', async ({ versions }) => {
  const before = await versions.open('this');
  await welcomed(before);
  const popup = await versions.page(before, 'popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await addNote(popup, id, 'Kept across versions');
  await expectMirrored(popup);

  const after = await versions.open('later');
  const later = await versions.page(after, 'popup.html');
  await openProject(later, 'Watching');
  await expect(later.getByText('Kept across versions [2]')).toBeVisible();
  await expect.poll(async () => schemaOf(await stored(later))).toBe(2);
  await addNote(later, id, 'New');
  await expectMirrored(later);
  const options = await versions.page(after, 'options.html#data');
  await expect(options.getByText('No damage is known')).toBeVisible();
  await options.getByRole('button', { name: 'Check every record' }).click();
  await expect(options.getByText('Every record is as it was saved')).toBeVisible();

  await test.step('what the backup holds is of the version before, and comes back in the new one', async () => {
    const row = options.getByRole('listitem').filter({ hasText: 'Before an update' });
    await expect(row).toContainText('1 project, 1 note');
    await row.getByRole('button', { name: 'Restore…' }).click();
    await expect(options.getByText('Your library has all that is in this backup')).toBeVisible();
  });
});

test('an update that is cut off by a stopped worker or a killed browser is done once, whole', async ({
  versions,
}) => {
  const rounds = tier(4, 40);
  test.setTimeout(rounds * 60_000);
  const outcomes = { before: 0, after: 0 };
  for (let round = 0; round < rounds; round += 1) {
    await versions.forget();
    const before = await versions.open('this');
    await welcomed(before);
    const page = await versions.page(before, 'popup.html');
    const library = makeLibrary(20, 50);
    await importInto(page, library);
    await expectMirrored(page);

    let context = await versions.open('later');
    // Somewhere between the first line of the worker and the end of it all.
    const moment = ((round + Math.random()) / rounds) * 3_000;
    const kills = round % 2 === 1;
    console.log(`update cut off: ${kills ? 'a kill' : 'a stop'} after ${moment.toFixed(0)} ms`);
    if (kills) {
      await new Promise((resolve) => setTimeout(resolve, moment));
      await killBrowser(context, versions.profile);
      context = await versions.open('later');
    } else {
      await stopWorker(context.pages()[0] ?? (await context.newPage()), moment);
    }
    const after = await versions.page(context, 'popup.html');
    const found = schemaOf(await stored(after));
    outcomes[found === 2 ? 'after' : 'before'] += 1;
    await expect(after.getByRole('tab', { name: 'Watchlist' })).toBeVisible({ timeout: 20_000 });
    await expect.poll(async () => schemaOf(await stored(after)), { timeout: 20_000 }).toBe(2);
    const wanted = library.notes.map(({ body }) => `${body} [2]`).toSorted();
    expect(bodiesIn(await stored(after)).toSorted(), `each exactly once, after ${moment} ms`).toEqual(wanted);
    const options = await versions.page(context, 'options.html#data');
    await options.getByRole('button', { name: 'Check every record' }).click();
    await expect(options.getByText('Every record is as it was saved')).toBeVisible();
  }
  console.log(
    `update cut off: ${rounds} times, ${outcomes.before} before it was written, ${outcomes.after} after`,
  );
});

test('a library of a later Underline is only looked at: said everywhere, nothing written, what is typed stays', async ({
  versions,
  site,
}) => {
  const first = await versions.open('later');
  await welcomed(first);
  const id = await keepProject(
    await versions.page(first, 'popup.html'),
    'OpenGradient',
    ['$OPG'],
    'watching',
  );
  const before = await versions.page(first, 'sidepanel.html');
  await addNote(before, id, 'Of the future');
  await expectMirrored(before);
  const bytes = JSON.stringify(await stored(before));

  const context = await versions.open('this');
  for (const path of ['popup.html', 'sidepanel.html']) {
    const surface = await versions.page(context, path);
    await expect(surface.getByRole('alert')).toContainText('newer Underline');
    await expect(surface.getByText(/No projects|Nothing on your watchlist/)).toHaveCount(0);
    await surface.close();
  }
  const page = await context.newPage();
  await page.goto(site.page({ path: '/plain', body: '<p>Something about $OPG here</p>' }));
  const options = await versions.page(context, 'options.html#data');
  await expect(options.getByRole('alert')).toContainText('Your library is from a newer Underline');
  await expect(options.getByRole('button', { name: /Repair/ })).toHaveCount(0);
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Save everything as it is' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^underline-as-stored-/);
  await options.screenshot({ path: test.info().outputPath('newer.png') });
  expect(JSON.stringify(await stored(options)), 'not a byte is written').toBe(bytes);

  const again = await versions.open('later');
  const back = await versions.page(again, 'popup.html');
  await openProject(back, 'Watching');
  await expect(back.getByText('Of the future')).toBeVisible();
});

base(
  'a card that is open when the library turns out to be newer says so, and what is typed in it stays',
  async ({ context, openPopup, site }) => {
    const popup = await openPopup();
    await keepProject(popup, 'OpenGradient', opg, 'watching');
    await expectMirrored(popup);
    const page = await context.newPage();
    await page.goto(site.page({ path: '/plain', body: '<p>Something about $OPG here</p>' }));
    const card = await hover(page, '$OPG');
    const composer = card.getByRole('textbox', { name: 'New note about OpenGradient' });
    await composer.fill('Typed before');
    // Saved later it would bring the older manifest back.
    await expect.poll(async () => JSON.stringify((await stored(popup)).drafts)).toContain('Typed before');
    await popup.evaluate(async () => {
      const { manifest } = await chrome.storage.local.get('manifest');
      await chrome.storage.local.set({ manifest: { ...Object(manifest), schema: 99 } });
    });
    await stopWorker(popup);
    const before = JSON.stringify(await stored(popup));
    await composer.press('Enter');
    await expect(card.getByText('copy it, update Underline').first()).toBeVisible();
    await expect(card.getByRole('button', { name: 'More about this' })).toBeVisible();
    await expect(composer).toHaveValue('Typed before');
    expect(JSON.stringify(await stored(popup))).toBe(before);
  },
);
