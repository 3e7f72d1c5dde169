import { type BrowserContext, expect, type Page } from '@playwright/test';
import { backgroundOf } from '../../scripts/launch.mjs';

/** Lets the extension into private windows, as the user does in the browser's list of extensions. It starts anew. */
export async function allowInPrivateWindows(context: BrowserContext, extensionId: string): Promise<void> {
  const before = await backgroundOf(context);
  const list = await context.newPage();
  await list.goto('chrome://extensions');
  await list.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
    };
    await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
  }, extensionId);
  // The extension starts anew for it, and for a moment none of its pages opens.
  await expect.poll(() => context.serviceWorkers().includes(before)).toBe(false);
  await expect(() => list.goto(`chrome-extension://${extensionId}/popup.html`)).toPass();
  await list.close();
}

/** Opens the address in a private window. */
export async function openPrivately(context: BrowserContext, url: string): Promise<Page> {
  const worker = await backgroundOf(context);
  const opened = context.waitForEvent('page', (page) => page.url().startsWith(url));
  await worker.evaluate((address) => chrome.windows.create({ url: address, incognito: true }), url);
  const page = await opened;
  await page.waitForLoadState();
  await page.bringToFront();
  return page;
}
