import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page, type Worker } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { extensionPath } from '../../scripts/build.mjs';
import { backgroundOf, launch } from '../../scripts/launch.mjs';
import { watchBackground, watchPages } from './guard.ts';
import { openRecordingProxy, type RecordingProxy } from './recording-proxy.ts';
import { openSite, type Site } from './site.ts';
import { speaking } from './speaking.ts';
import { welcomed } from './surfaces.ts';

export { expect };

interface Underline {
  /** The browser that is open now; another one after `restart`. */
  readonly context: BrowserContext;
  /** Closes the browser, or takes note that it was killed, and opens it again with the same profile. */
  restart(): Promise<BrowserContext>;
}

/** What a project of `playwright.config.ts` may set. */
export interface TestOptions {
  /** How many pixels of the screen a CSS pixel is. */
  pixelRatio: number;
  /** The file of `locales/` that the extension speaks, whatever the browser does; null: as the browser does. */
  language: string | null;
}

interface Fixtures extends TestOptions {
  /** Problems that the test provokes on purpose: it fails unless each of these comes, and no other. */
  expectedProblems: RegExp[];
  /** Requests that the test provokes on purpose, as `expectedProblems`. */
  expectedRequests: RegExp[];
  /** Folder of the browser's profile: new for each test, kept by `restart`. */
  profile: string;
  underline: Underline;
  restart: Underline['restart'];
  /** The background's worker at the test's start; later ones by `backgroundOf(context)`. */
  worker: Worker;
  extensionId: string;
  /** Opens a page of the extension, such as `options.html`, in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  openPopup(): Promise<Page>;
  /** Opens another browser with a profile of its own, guarded like the first. */
  otherProfile(): Promise<{ context: BrowserContext; openExtensionPage(path: string): Promise<Page> }>;
  site: Site;
  /** What every browser of the test goes through. */
  recorder: RecordingProxy;
}

const asExpected = { unexpected: [], missing: [] };

/** What was found and not expected, and what was expected and not found. */
const unlike = (found: string[], expected: RegExp[]) => ({
  unexpected: found.filter((one) => !expected.some((pattern) => pattern.test(one))),
  missing: expected.filter((pattern) => !found.some((one) => pattern.test(one))),
});

export const test = base.extend<Fixtures, { browserPath: string }>({
  expectedProblems: [[], { option: true }],
  expectedRequests: [[], { option: true }],
  pixelRatio: [1, { option: true }],
  language: [null, { option: true }],

  browserPath: [
    async ({ browserName: _ }, use) => {
      await use((await findBrowser()).path);
    },
    { scope: 'worker' },
  ],

  profile: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'underline-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  // After `site` on purpose: a server that ends before the browser makes requests fail.
  underline: async (
    { profile, browserPath, expectedProblems, pixelRatio, language, recorder, site: _ },
    use,
    testInfo,
  ) => {
    const problems: string[] = [];
    const extension = language ? await speaking(language, testInfo.outputPath('extension')) : extensionPath;
    const open = async () => {
      const context = await launch({
        browserPath,
        extensionPath: extension,
        profile,
        proxy: recorder.address,
        pixelRatio,
      });
      await watchPages(context, problems);
      await watchBackground(context, problems);
      return context;
    };
    let context = await open();
    await welcomed(context);
    await use({
      get context() {
        return context;
      },
      async restart() {
        await context.close();
        context = await open();
        return context;
      },
    });
    await context.close();
    expect(unlike(problems, expectedProblems), 'Console errors, uncaught errors and CSP reports').toEqual(
      asExpected,
    );
  },

  context: async ({ underline }, use) => use(underline.context),

  restart: async ({ underline }, use) => use(underline.restart),

  worker: async ({ context }, use) => use(await backgroundOf(context)),

  extensionId: async ({ worker }, use) => use(new URL(worker.url()).host),

  openExtensionPage: async ({ underline, extensionId }, use) => {
    await use(async (path) => {
      const page = await underline.context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    });
  },

  openPopup: async ({ openExtensionPage }, use) => use(() => openExtensionPage('popup.html')),

  otherProfile: async ({ browserPath, extensionId, recorder }, use, testInfo) => {
    const problems: string[] = [];
    const opened: BrowserContext[] = [];
    await use(async () => {
      const profile = testInfo.outputPath(`profile-${opened.length}`);
      const context = await launch({ browserPath, extensionPath, profile, proxy: recorder.address });
      opened.push(context);
      await watchPages(context, problems);
      await watchBackground(context, problems);
      await welcomed(context);
      return {
        context,
        async openExtensionPage(path) {
          const page = await context.newPage();
          await page.goto(`chrome-extension://${extensionId}/${path}`);
          return page;
        },
      };
    });
    for (const context of opened) await context.close();
    expect(problems, 'Problems in another profile').toEqual([]);
  },

  recorder: async ({ expectedRequests }, use) => {
    const recorder = await openRecordingProxy();
    await use(recorder);
    await recorder.close();
    expect(
      unlike(recorder.strange(), expectedRequests),
      'Requests from the extension, or to another machine',
    ).toEqual(asExpected);
  },

  site: async ({ browserName: _ }, use) => {
    const site = await openSite();
    await use(site);
    await site.close();
  },
});
