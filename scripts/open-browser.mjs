import { demoPage } from '../tests/e2e/demo-page.ts';
import { openSite } from '../tests/e2e/site.ts';
import { launch } from './launch.mjs';

/**
 * Opens the browser with the extension and the demo page, until the user closes it.
 * @param {{ browserPath: string, extensionPath: string, profile: string }} options `profile` is kept for the next time.
 */
export async function openBrowser({ browserPath, extensionPath, profile }) {
  const site = await openSite();
  const context = await launch({ browserPath, extensionPath, profile, headless: false });
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  console.log(`The demo page is open in ${browserPath}. Close the browser to end.`);
  await new Promise((resolve) => context.on('close', resolve));
  await site.close();
}
