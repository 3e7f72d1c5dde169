import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { extensionPath } from '../../scripts/build.mjs';
import { backgroundOf, launch } from '../../scripts/launch.mjs';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { openProject, welcomed } from '../e2e/surfaces.ts';
import { tier } from './tier.ts';

const run = promisify(execFile);

const pageOf = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL((await backgroundOf(context)).url()).host}/${path}`);
  return page;
};

/** Writes a note where there is no room for it: said, kept where it was typed, and the old value stays. */
async function refuses(popup: Page, typed: string, says: RegExp): Promise<void> {
  const before = await stored(popup);
  const composer = popup.getByRole('textbox', { name: /^New note/ });
  await composer.fill(typed);
  await composer.press('Enter');
  // The composer's own words: its draft, which is told by an alert, is refused before the note.
  await expect(popup.getByRole('status').filter({ hasText: says })).toBeVisible({ timeout: 20_000 });
  await expect(composer).toHaveValue(typed);
  const { drafts: _, ...after } = await stored(popup);
  const { drafts: __, ...old } = before;
  expect(after, 'what was stored').toEqual(old);
}

/** Fills the disk, and whatever the browser frees of it later, until told to stop; resolves once it is full. */
async function keepFull(disk: string, ballast: string): Promise<() => Promise<void>> {
  let isWanted = true;
  const fill = async () => {
    for (;;) {
      const { bavail, bsize } = await statfs(disk);
      if (bavail === 0) return;
      await writeFile(ballast, Buffer.alloc(bavail * bsize), { flag: 'a' }).catch(() => undefined);
    }
  };
  await fill();
  const filling = (async () => {
    for (; isWanted; await fill()) await new Promise((resolve) => setTimeout(resolve, 20));
  })();
  return async () => {
    isWanted = false;
    await filling;
    await rm(ballast);
  };
}

/** The same text, once there is room again. */
async function saves(popup: Page, typed: string): Promise<void> {
  const composer = popup.getByRole('textbox', { name: /^New note/ });
  await expect
    .poll(
      async () => {
        if ((await composer.inputValue()) !== '') await composer.press('Enter');
        return composer.inputValue();
      },
      { timeout: 20_000, intervals: [2_000] },
    )
    .toBe('');
  const bodies = Object.values(await stored(popup)).flatMap(
    (record) => Reflect.get(Object(record), 'body') ?? [],
  );
  expect(bodies.filter((body) => body === typed)).toHaveLength(1);
}

test('a full quota is said; the text stays where it was typed, and is saved once there is room', async ({
  browserPath,
}) => {
  // The same build without the permission that lifts the browser's quota of 10 MB.
  const folder = await mkdtemp(join(tmpdir(), 'underline-quota-'));
  const limited = join(folder, 'extension');
  await cp(extensionPath, limited, { recursive: true });
  const manifest = join(limited, 'manifest.json');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"unlimitedStorage",', ''));
  const context = await launch({ browserPath, extensionPath: limited, profile: join(folder, 'profile') });
  await welcomed(context);
  const popup = await pageOf(context, 'popup.html');
  const id = await keepProject(popup, 'Full', ['$FULL'], 'watching');
  await addNote(popup, id, 'Was there before');
  await openProject(popup, 'Watching');
  for (let round = 0; round < tier(1, 5); round += 1) {
    await popup.evaluate(async () => {
      const used = await chrome.storage.local.getBytesInUse(null);
      // All but a few bytes: not even the shortest note fits.
      await chrome.storage.local.set({ ballast: 'x'.repeat(chrome.storage.local.QUOTA_BYTES - used - 40) });
    });
    await refuses(popup, `Typed in round ${round}`, /no room left/);
    await popup.evaluate(() => chrome.storage.local.remove('ballast'));
    await saves(popup, `Typed in round ${round}`);
  }
  await context.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('a full disk is said; the text stays where it was typed, and is saved once there is room', async ({
  browserPath,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'underline-disk-'));
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk]).then(
    () => true,
    () => false,
  );
  test.skip(!mounted, 'Only root can make a small disk');
  try {
    const context = await launch({ browserPath, extensionPath, profile: join(disk, 'profile') });
    await welcomed(context);
    const popup = await pageOf(context, 'popup.html');
    const id = await keepProject(popup, 'Full', ['$FULL'], 'watching');
    await addNote(popup, id, 'Was there before');
    await openProject(popup, 'Watching');
    const ballast = join(disk, 'ballast');
    for (let round = 0; round < tier(1, 5); round += 1) {
      // Longer than what a file of the store has room for in its last block.
      const typed = `Typed in round ${round} ${'long '.repeat(4_000)}`.trim();
      const makeRoom = await keepFull(disk, ballast);
      await refuses(popup, typed, /no room left/).finally(makeRoom);
      await saves(popup, typed);
    }
    const options = await pageOf(context, 'options.html#data');
    await options.getByRole('button', { name: 'Check every record' }).click();
    await expect(options.getByText('Every record is as it was saved')).toBeVisible();
    await context.close();
  } finally {
    await run('umount', ['-l', disk]).catch(() => undefined);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
