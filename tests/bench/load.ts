import type { CDPSession, Page } from 'playwright-core';
import type { Benches, Opened } from './browsers.ts';
import { quiet } from './quiet.ts';
import { type Recording, record } from './trace.ts';
import { type Variant, withPage } from './variants.ts';

/** Waits until Underline has tinted something: statuses come from a worker that may have to start. */
async function tinted(session: CDPSession, throttle = 1): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    const { result } = await session.send('Runtime.evaluate', { expression: 'CSS.highlights.size > 0' });
    if (result.value) return;
    await quiet(session, throttle);
  }
  throw new Error('Underline painted nothing on the page.');
}

/**
 * What a variant does on a static page from the end of its document on until all is still. The page itself was laid out
 * and painted before: its parser waited at the last element.
 */
export function load(
  benches: Benches,
  variant: Variant,
  html: string,
  { throttle = 1, paints = false }: { throttle?: number; paints?: boolean } = {},
): Promise<Recording> {
  return withPage(benches, variant, async (page, session, { browser }) => {
    const { url, letGo } = benches.server.hold(html);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.querySelector('script[src^="/hold"]') !== null);
    await quiet(session);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const recording = await record(browser, session, async () => {
      letGo();
      await quiet(session, throttle);
      if (variant === 'Underline' && paints) await tinted(session, throttle);
    });
    if (variant === 'Underline' && recording.evaluation === 0)
      throw new Error('Underline did not run on the page.');
    return recording;
  });
}

/** A page on which the variant has done its work, for what happens afterwards. */
export function withReadyPage<T>(
  benches: Benches,
  variant: Variant,
  html: string,
  use: (page: Page, session: CDPSession, opened: Opened) => Promise<T>,
  { paints = true }: { paints?: boolean } = {},
): Promise<T> {
  return withPage(benches, variant, async (page, session, opened) => {
    await page.goto(benches.server.show(html));
    await quiet(session);
    if (variant === 'Underline' && paints) {
      await tinted(session);
      await quiet(session);
    }
    return use(page, session, opened);
  });
}
