import type { BrowserContext, Page } from '@playwright/test';

const cspMark = 'Content Security Policy report:';

/** Collects every console error, uncaught error and CSP report of the pages and frames of a browser. */
export async function watchPages(context: BrowserContext, problems: string[]): Promise<void> {
  const watch = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${page.url()}: console: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.stack ?? error.message}`));
  };
  for (const page of context.pages()) watch(page);
  context.on('page', watch);
  // Report-only policies say nothing in the console.
  await context.addInitScript((mark) => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(mark, event.effectiveDirective, event.blockedURI, event.sourceFile);
    });
  }, cspMark);
}

interface ExtensionError {
  message: string;
  severity: 'LOG' | 'WARN' | 'ERROR';
  source: string;
  contextUrl?: string;
}

/**
 * What the browser itself recorded of the extension: its background, from the first line on and across restarts, its
 * content scripts, its pages and its manifest. Playwright does not see the background's start.
 */
export async function extensionProblems(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/strings.m.js');
  const errors = await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        developerPrivate: {
          getExtensionsInfo(): Promise<
            { manifestErrors: ExtensionError[]; runtimeErrors: ExtensionError[] }[]
          >;
        };
      };
    };
    const extensions = await chrome.developerPrivate.getExtensionsInfo();
    return extensions.flatMap(({ manifestErrors, runtimeErrors }) => [...manifestErrors, ...runtimeErrors]);
  });
  await page.close();
  return errors
    .filter(({ severity }) => severity !== 'LOG')
    .map(({ severity, message, contextUrl, source }) => `${contextUrl || source}: ${severity}: ${message}`);
}
