import { type BrowserContext, expect, type Page, type Worker } from '@playwright/test';

export const popupSize = { width: 400, height: 560 };

/** The welcome page of a new profile, as soon as it is open: a tab that is opened later stays in front. */
export async function welcomed(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  return context.pages().find(isWelcome) ?? (await context.waitForEvent('page', isWelcome));
}

/**
 * Opens a page of the extension in a window of its own, as a popup or side panel stands beside the page that it is
 * about. In a tab of the same window it would be the active tab itself. `opener`: the background, or a page of the extension.
 */
export async function openBeside(
  page: Page,
  opener: Pick<Worker, 'evaluate'>,
  path: string,
  size: { width: number; height: number } = popupSize,
): Promise<Page> {
  await page.bringToFront();
  // What the page itself appends to its address may stand there by then.
  const opened = page.context().waitForEvent('page', (other) => new URL(other.url()).pathname === `/${path}`);
  await opener.evaluate(
    ([url, { width, height }]) =>
      chrome.windows.create({ url, width, height, type: 'popup', focused: false }),
    [`/${path}`, size] as const,
  );
  const surface = await opened;
  await surface.setViewportSize(size);
  // Once loaded it looks again for the tab in front: a click before that would have made it its own.
  await surface.waitForLoadState();
  await expect
    .poll(() => surface.evaluate(async () => (await chrome.tabs.getCurrent())?.status))
    .toBe('complete');
  return surface;
}

/** A surface of the browser's own, popup or side panel. Playwright gives no page for it, so the protocol drives it. */
export interface BrowserSurface {
  evaluate<T>(expression: string): Promise<T>;
  press(key: 'ArrowDown' | 'Enter'): Promise<void>;
}

const codes = { ArrowDown: 40, Enter: 13 };

/** Presses the toolbar button over the page. */
export async function openToolbarPopup(page: Page, worker: Worker): Promise<BrowserSurface> {
  await page.bringToFront();
  await worker.evaluate(() => chrome.action.openPopup());
  return browserSurface(page.context(), 'popup.html');
}

/** The surface with this page of the extension, as soon as it is open. */
export async function browserSurface(context: BrowserContext, path: string): Promise<BrowserSurface> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser gave no debugging session to reach its surfaces with.');
  let targetId = '';
  const find = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    targetId = targetInfos.find(({ url }) => url.endsWith(`/${path}`))?.targetId ?? '';
    return targetId;
  };
  await expect.poll(find, `${path} is open`).not.toBe('');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });

  const answers = new Map<number, (answer: { result?: object; error?: { message: string } }) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, ...answer } = JSON.parse(message);
    answers.get(id)?.(answer);
  });
  let last = 0;
  const send = async (method: string, params: object): Promise<unknown> => {
    last += 1;
    const id = last;
    const answered = new Promise<{ result?: object; error?: { message: string } }>((resolve) => {
      answers.set(id, resolve);
    });
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  return {
    async evaluate<T>(expression: string) {
      const answer = (await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
      })) as {
        result: { value: T };
        exceptionDetails?: { text: string };
      };
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return answer.result.value;
    },
    async press(key) {
      const event = { key, code: key, windowsVirtualKeyCode: codes[key] };
      const text = key === 'Enter' ? { text: '\r' } : {};
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...text });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
  };
}

/** Opens the only project that has a status of this name, from the popup's watchlist or the panel's library. */
export const openProject = async (surface: Page, status: string) => {
  const list = /^(?:Watchlist|Library)/;
  await surface.getByRole('tab', { name: list }).click();
  const glyph = surface.getByRole('img', { name: status, exact: true });
  await surface
    .getByRole('tabpanel', { name: list })
    .getByRole('listitem')
    .filter({ has: glyph })
    .getByRole('button')
    .click();
};
