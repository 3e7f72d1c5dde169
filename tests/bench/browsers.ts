import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Worker } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { extensionPath } from '../../scripts/build.mjs';
import { backgroundOf, launch } from '../../scripts/launch.mjs';
import { bundleHarness } from '../eval/bundle-harness.ts';
import { openPagesServer, type PagesServer } from './pages-server.ts';

/** One browser with a new profile. */
export interface Opened {
  context: BrowserContext;
  browser: Browser;
}

export interface Benches {
  /** Without any extension. */
  plain: Opened;
  /** With the production build of Underline, and nothing kept. */
  underline: Opened;
  /** With an extension whose content script does nothing: what the browser itself does for any. */
  idle: Opened;
  worker: Worker;
  server: PagesServer;
  /** The floor and the peers, for a world beside the page's. */
  harness: string;
  /** Rounds of each measurement. */
  rounds: number;
  /** One more browser with Underline, and a page of it, for a library of its own. */
  another(): Promise<Opened & { popup: Page; worker: Worker; close(): Promise<void> }>;
  close(): Promise<void>;
}

/** Opens a browser without Underline and one with it, side by side for all measurements of a run. */
export async function openBenches(rounds: number): Promise<Benches> {
  const folder = await mkdtemp(join(tmpdir(), 'underline-bench-'));
  const { path: browserPath } = await findBrowser();
  let profiles = 0;
  const open = async (extension?: { extensionPath: string }): Promise<Opened> => {
    profiles += 1;
    const context = await launch({ browserPath, profile: join(folder, `${profiles}`), ...extension });
    const browser = context.browser();
    if (!browser) throw new Error('The browser gave no connection to trace it with.');
    return { context, browser };
  };
  const openUnderline = async () => {
    const opened = await open({ extensionPath });
    const worker = await backgroundOf(opened.context);
    const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
    const { context } = opened;
    const welcome = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', isWelcome));
    await welcome.close();
    return { ...opened, worker };
  };
  const plain = await open();
  const idle = await open({ extensionPath: await writeIdleExtension(join(folder, 'idle')) });
  const { worker, ...underline } = await openUnderline();
  const server = await openPagesServer();
  return {
    plain,
    underline,
    idle,
    worker,
    server,
    harness: await bundleHarness('tests/bench/harness/harness.ts'),
    rounds,
    async another() {
      const opened = await openUnderline();
      const popup = await opened.context.newPage();
      await popup.goto(`chrome-extension://${new URL(opened.worker.url()).host}/popup.html`);
      return { ...opened, popup, close: () => opened.context.close() };
    },
    async close() {
      await plain.context.close();
      await idle.context.close();
      await underline.context.close();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Writes an extension that comes to every page as Underline does, and does nothing there. */
async function writeIdleExtension(folder: string): Promise<string> {
  await mkdir(folder);
  const matches = ['http://*/*', 'https://*/*'];
  const script = { matches, js: ['idle.js'], all_frames: true, match_origin_as_fallback: true };
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Idle', version: '1', content_scripts: [script] }),
  );
  await writeFile(join(folder, 'idle.js'), '0;');
  return folder;
}
