import type { Page } from '@playwright/test';
import { bundle } from '../e2e/bundle.ts';
import type { SitePage } from '../e2e/site.ts';
import type { Log } from './observer/log.ts';
import type { Observer } from './observer/start.ts';

declare global {
  interface Window {
    /** The page's own script `observer/start.ts`. */
    observer: Observer;
  }
}

/** A page whose first script logs everything that a page can observe. */
export async function observed(page: SitePage): Promise<SitePage> {
  const script = await bundle('../../hostile/observer/start.ts');
  return { ...page, head: `<script>${script.replaceAll('</', '<\\/')}</script>${page.head ?? ''}` };
}

/** What the page has observed so far. */
export const observedBy = (page: Page): Promise<Log> => page.evaluate(() => window.observer.log);

/** Waits until the page observes nothing any more. Longer than the slowest of what comes by itself, markers at rest (220 ms). */
export const atRest = (page: Page): Promise<void> => page.evaluate(() => window.observer.quiet(15));

/** As `atRest`, and for longer than a page that changes is taken to go on changing (1 s): at 60 frames a second or less. */
export const calm = (page: Page): Promise<void> => page.evaluate(() => window.observer.quiet(90));
