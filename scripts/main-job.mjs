import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { demoPage } from '../tests/e2e/demo-page.ts';
import { exportFrom } from '../tests/e2e/export.ts';
import { hover, markers, tinted } from '../tests/e2e/on-page.ts';
import { openSite } from '../tests/e2e/site.ts';
import { welcomed } from '../tests/e2e/surfaces.ts';
import { backgroundOf, launch } from './launch.mjs';

const question = 'Who checks that the answer came from the model I asked for?';

/**
 * Walks the main job against the production build without a display, and tells what it saw: see a mention, hover it,
 * keep it, write a note, watch it, find it again after a restart, export it, import it elsewhere.
 * @param {{ browserPath: string, extensionPath: string, outFolder: string }} options `outFolder`: for the screenshots.
 */
export async function runMainJob({ browserPath, extensionPath, outFolder }) {
  await mkdir(outFolder, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'underline-main-job-'));
  const site = await openSite();
  /** @param {string} profile */
  const open = (profile) => launch({ browserPath, extensionPath, profile: join(folder, profile) });
  /** @param {string} profile */
  const openNew = async (profile) => {
    const context = await open(profile);
    await (await welcomed(context)).close();
    return context;
  };
  let context = await openNew('first');
  /** @param {string} text */
  const say = (text) => console.log(`  ${text}`);
  /** @param {import('playwright-core').Page} page @param {string} name */
  const shoot = (page, name) => page.screenshot({ path: join(outFolder, `${name}.png`) });
  /** @param {string} path */
  const openOwn = async (path) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${new URL((await backgroundOf(context)).url()).host}/${path}`);
    return page;
  };

  try {
    const page = await context.newPage();
    await page.goto(site.page(demoPage));
    await expect.poll(async () => (await tinted(page)).length).toBe(6);
    say(`a page with a post: ${(await tinted(page)).join(' ')} are tinted, nothing else`);
    await shoot(page, 'page');

    const card = await hover(page, '$OPG');
    await expect(card.getByLabel('Name')).toHaveValue('OpenGradient');
    say('the pointer rests on $OPG: the card offers to keep OpenGradient with all three aliases');
    await shoot(page, 'card-unknown');
    await card.getByRole('button', { name: 'Keep as a project' }).click();
    await card.getByRole('textbox', { name: /note/i }).fill(question);
    await card.getByRole('textbox', { name: /note/i }).press('Enter');
    await expect(card.getByText(question)).toBeVisible();
    say('kept, and a note written');
    await card.getByRole('radio', { name: 'Watching' }).click();
    await expect.poll(async () => new Set(await markers(page))).toEqual(new Set(['watching']));
    say('set to watching: the markers of all its mentions show it');
    await shoot(page, 'card-known');

    await context.close();
    context = await open('first');
    const popup = await openOwn('popup.html');
    await popup.setViewportSize({ width: 400, height: 560 });
    await popup.getByRole('tab', { name: 'Watchlist' }).click();
    await shoot(popup, 'popup-watchlist');
    await popup.getByRole('button', { name: 'OpenGradient' }).click();
    await expect(popup.getByText(question)).toBeVisible();
    await shoot(popup, 'popup-project');
    say('after a restart the popup shows status and note');

    const file = join(folder, 'export.json');
    const { name, document } = await exportFrom(popup, file);
    say(`exported as ${name}: ${document.counts.projects} project, ${document.counts.notes} note`);
    await context.close();

    context = await openNew('second');
    const panel = await openOwn('sidepanel.html#import');
    await panel.getByLabel(/choose an export file/i).setInputFiles(file);
    await panel.getByRole('button', { name: 'Import 2' }).click();
    await expect(panel.getByText(/imported 2/i)).toBeVisible();
    const again = await exportFrom(await openOwn('sidepanel.html'), join(folder, 'again.json'));
    expect(again.document.checksum).toBe(document.checksum);
    say('imported into a fresh profile: the same to the letter');
    await shoot(panel, 'panel-imported');
  } finally {
    await context.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
