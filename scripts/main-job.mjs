import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPage } from '../tests/e2e/demo-page.ts';
import { openSite } from '../tests/e2e/site.ts';
import { backgroundOf, launch } from './launch.mjs';

/**
 * Walks the main job against the production build without a display, and tells what it saw.
 * @param {{ browserPath: string, extensionPath: string, outFolder: string }} options `outFolder`: for the screenshots.
 */
export async function runMainJob({ browserPath, extensionPath, outFolder }) {
  await mkdir(outFolder, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'underline-main-job-'));
  const site = await openSite();
  const context = await launch({ browserPath, extensionPath, profile });
  try {
    const background = await backgroundOf(context);
    console.log(`Extension: ${new URL(background.url()).host}`);
    const page = await context.newPage();
    await page.goto(site.page(demoPage));
    await page.screenshot({ path: join(outFolder, 'page.png') });
  } finally {
    await context.close();
    await site.close();
    await rm(profile, { recursive: true, force: true });
  }
}
