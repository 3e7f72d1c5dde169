import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { markers, tinted } from '../e2e/on-page.ts';

/** Runs code where the page script runs, as only a debugger can. */
async function inPageScript(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const own = () => contexts.findLast(({ origin }) => origin.startsWith('chrome-extension:'));
  await expect.poll(own, 'the page script has a context').toBeDefined();
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: own()?.id ?? 0,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Signs in between are not looked at (lib/extension/lifetime.ts), and the markers that have just come are one. */
const lookEveryMs = 50;

const signs = [
  {
    sign: 'the pointer moves',
    by: "document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))",
  },
  {
    sign: 'a key is pressed',
    by: "document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))",
  },
  { sign: 'the page scrolls', by: "document.dispatchEvent(new Event('scroll'))" },
  { sign: 'a box in the page scrolls', by: "document.querySelector('p').dispatchEvent(new Event('scroll'))" },
  { sign: 'text comes', by: "document.body.append('Come later: $AKT')" },
];

for (const { sign, by } of signs) {
  test(`an orphan removes what it drew before anything else when ${sign}`, async ({ context, site }) => {
    const page = await context.newPage();
    await page.goto(site.page({ path: '/sign', body: '<p>About $OPG</p>' }));
    await expect.poll(() => tinted(page)).toEqual(['$OPG']);
    await expect.poll(() => markers(page)).toHaveLength(1);
    // As the browser does it: the id goes away. Both in one task, so that no timer looks in between.
    const left = await inPageScript(
      page,
      `(async () => {
        await new Promise((later) => setTimeout(later, ${lookEveryMs + 10}));
        const before = CSS.highlights.size;
        for (const api of [globalThis.chrome, globalThis.browser]) {
          if (api) Object.defineProperty(api, 'runtime', { value: {} });
        }
        const stillThere = CSS.highlights.size;
        ${by};
        await null;
        return { before, stillThere, after: CSS.highlights.size, hosts: document.documentElement.children.length };
      })()`,
    );
    expect(left).toEqual({ before: 1, stillThere: 1, after: 0, hosts: 2 });
  });
}
