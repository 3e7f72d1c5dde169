import type { BrowserContext, Page } from '@playwright/test';

/** The browser's answer to what a worker asked while it was being stopped: nobody is left to hear it. */
const ofStoppedWorker = 'Error: No SW';

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

/** What a target's own protocol says of errors; each method's parameters hold one of these. */
interface Report {
  method?: string;
  params?: {
    type?: string;
    args?: { value?: unknown; description?: string }[];
    exceptionDetails?: { text: string; exception?: { description?: string } };
    entry?: { level: string; text: string };
  };
}

/**
 * Collects the same of the extension's background. Playwright tells nothing of what a worker throws, so this attaches
 * to every service worker itself; enabling the protocol's parts replays what happened before.
 */
export async function watchBackground(context: BrowserContext, problems: string[]): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser gave no debugging session to watch the background with.');
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const problem = problemIn(JSON.parse(message));
    if (problem && problem !== ofStoppedWorker) problems.push(`background: ${problem}`);
  });
  session.on('Target.targetCreated', async ({ targetInfo: { targetId } }) => {
    try {
      const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
      for (const [id, method] of ['Runtime.enable', 'Log.enable'].entries()) {
        await session.send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method }),
        });
      }
    } catch (error) {
      // A worker or browser that is gone by now had no time to do anything wrong.
      if (!/closed|No target|No session/i.test(String(error))) problems.push(`background: ${error}`);
    }
  });
  await session.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'service_worker' }] });
}

function problemIn({ method, params = {} }: Report): string | undefined {
  const { type, args = [], exceptionDetails, entry } = params;
  if (method === 'Runtime.consoleAPICalled' && (type === 'error' || type === 'assert')) {
    return `console: ${args.map(({ value, description }) => description ?? String(value)).join(' ')}`;
  }
  if (method === 'Runtime.exceptionThrown')
    return exceptionDetails?.exception?.description ?? exceptionDetails?.text;
  if (method === 'Log.entryAdded' && entry?.level === 'error') return entry.text;
  return undefined;
}
