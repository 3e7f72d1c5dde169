import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { kindOf } from './browser.mjs';

/**
 * Opens a browser with the extension, or without any to compare with.
 * @param {object} options
 * @param {string} options.browserPath as `findBrowser` answers it
 * @param {string} [options.extensionPath] folder of the built extension
 * @param {string} options.profile folder of the browser's profile; made if missing
 * @param {boolean} [options.headless]
 * @param {string} [options.proxy] address of a proxy that everything goes through, this machine's own pages included
 * @param {number} [options.pixelRatio] how many pixels of the screen a CSS pixel is, if no window is seen
 * @returns {Promise<import('playwright-core').BrowserContext>}
 */
export async function launch({
  browserPath,
  extensionPath,
  profile,
  headless = true,
  proxy,
  pixelRatio = 1,
}) {
  await turnOnDeveloperMode(profile);
  const branded = kindOf(browserPath) === 'branded';
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless,
    // Playwright leaves it out; a person who browses in this window wants it. Root cannot have it.
    chromiumSandbox: !headless && process.getuid?.() !== 0,
    viewport: headless ? { width: 1280, height: 800 } : null,
    ...(headless && { deviceScaleFactor: pixelRatio }),
    ignoreDefaultArgs: ['--disable-extensions', ...(headless ? [] : ['--enable-automation'])],
    args: [
      // Where there is no network, each of these would try to reach it at every start.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      // A host that is neither local nor secure, for pages as most of the web once was.
      '--host-resolver-rules=MAP plain.test 127.0.0.1',
      // Letters are drawn alike on every machine.
      ...(headless ? ['--font-render-hinting=none', '--disable-lcd-text'] : []),
      // What Playwright emulates does not reach a frame of another process, as the card's is: it was drawn at 1 and enlarged.
      ...(headless && pixelRatio !== 1 ? [`--force-device-scale-factor=${pixelRatio}`] : []),
      ...(proxy ? [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
      ...(branded ? ['--enable-unsafe-extension-debugging'] : []),
      ...(extensionPath && !branded
        ? [`--disable-extensions-except=${extensionPath}`, `--load-extension=${extensionPath}`]
        : []),
    ],
  });
  if (branded && extensionPath) {
    const session = await context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error(`${browserPath} gave no debugging session to load the extension with.`);
    // Not among Playwright's types: it came with Chrome 132.
    await /** @type {any} */ (session).send('Extensions.loadUnpacked', { path: extensionPath });
    await session.detach();
  }
  return context;
}

/** Without developer mode, an unpacked extension is disabled as soon as it reloads. @param {string} profile */
async function turnOnDeveloperMode(profile) {
  const preferences = join(profile, 'Default/Preferences');
  if (existsSync(preferences)) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

/**
 * The extension's background worker, as soon as it runs.
 * @param {import('playwright-core').BrowserContext} context
 */
export async function backgroundOf(context) {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}
