import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { backgroundOf, launch } from '../../scripts/launch.mjs';
import { test as underlineTest } from '../e2e/fixtures.ts';
import { welcomed } from '../e2e/surfaces.ts';
import { buildLeaky, type Edit } from './leaky-build.ts';

export { expect } from '../e2e/fixtures.ts';

/** Opens browsers with builds that treat known mentions otherwise, and in each a surface of the extension. */
export const test = underlineTest.extend<{
  launchLeaky(edits: readonly Edit[]): Promise<{ context: BrowserContext; surface: Page }>;
}>({
  launchLeaky: async ({ browserPath }, use) => {
    // Outside the project: nothing there has to be checked.
    const folder = await mkdtemp(join(tmpdir(), 'underline-leaky-'));
    const opened: BrowserContext[] = [];
    await use(async (edits) => {
      const extensionPath = await buildLeaky(join(folder, 'extension'), edits);
      const context = await launch({ browserPath, extensionPath, profile: join(folder, 'profile') });
      opened.push(context);
      await welcomed(context);
      const { host } = new URL((await backgroundOf(context)).url());
      const surface = await context.newPage();
      await surface.goto(`chrome-extension://${host}/card.html`);
      return { context, surface };
    });
    for (const context of opened) await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});
