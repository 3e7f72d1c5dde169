import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { bundleHarness } from './bundle-harness.ts';

export interface EvalBrowser {
  version: string;
  /** The script that gives a world what the evaluation asks of a page. */
  harness: string;
  /** A page in a process of its own that nothing ran in before, showing this HTML and nothing it refers to. */
  fresh<T>(html: string, use: (page: Page) => Promise<T>): Promise<T>;
  /** Another document in the same page. */
  show(page: Page, html: string): Promise<void>;
  close(): Promise<void>;
}

/** Nothing on the page runs or loads: what is measured is its text. Isolated, for a clock of 5 µs. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Starts Chromium, and a server on this machine for the pages that are shown in it. */
export async function openEvalBrowser(): Promise<EvalBrowser> {
  const harness = await bundleHarness('tests/eval/harness/harness.ts');
  const shown = new Map<string, string>();
  const server = createServer(({ url = '' }, response) =>
    response.writeHead(200, headers).end(shown.get(url)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser: Browser = await chromium.launch({
    executablePath: (await findBrowser()).path,
  });

  let count = 0;
  async function show(page: Page, html: string): Promise<void> {
    count += 1;
    const path = `/${count}`;
    shown.set(path, html);
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'domcontentloaded' });
    shown.delete(path);
  }

  return {
    version: browser.version(),
    harness,
    show,
    async fresh(html, use) {
      const context: BrowserContext = await browser.newContext();
      try {
        await context.addInitScript({ content: harness });
        const page = await context.newPage();
        await show(page, html);
        return await use(page);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
