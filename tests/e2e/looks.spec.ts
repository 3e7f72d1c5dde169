import type { BrowserContext, Page, Worker } from '@playwright/test';
import { backgroundOf } from '../../scripts/launch.mjs';
import { libraries, post, postUrl } from '../looks/looked-at.ts';
import { matchPictures, pinLooks, schemes } from '../looks/pictures.ts';
import {
  type CardLook,
  cardLooks,
  type Look,
  optionsLooks,
  panelLooks,
  popupLooks,
  privateCardLooks,
  welcomeLooks,
} from '../looks/states.ts';
import { forgetLibrary, putRecords } from './big-library.ts';
import { expect, test } from './fixtures.ts';
import { hover, isCardOpen } from './on-page.ts';
import { allowInPrivateWindows, openPrivately } from './private-windows.ts';
import { openBeside, welcomed } from './surfaces.ts';

// Each state is pictured up to a dozen times.
test.describe.configure({ timeout: 240_000 });

const surfaces: { path: string; looks: Look[]; width: number; height: number }[] = [
  { path: 'popup.html', looks: popupLooks, width: 400, height: 560 },
  { path: 'sidepanel.html', looks: panelLooks, width: 400, height: 640 },
  { path: 'options.html', looks: optionsLooks, width: 800, height: 640 },
  { path: 'welcome.html', looks: welcomeLooks, width: 1000, height: 800 },
];

/** Answers the post, open where this library is the user's. */
async function openPost(
  library: keyof typeof libraries,
  context: BrowserContext,
  worker: Worker,
): Promise<Page> {
  await pinLooks(context);
  const page = await context.newPage();
  await context.route(postUrl, (route) => route.fulfill({ contentType: 'text/html', body: post }));
  await page.goto(postUrl);
  await putRecords(worker, libraries[library]);
  await forgetLibrary(page);
  await page.reload();
  return page;
}

for (const { path, looks, width, height } of surfaces)
  for (const library of Object.keys(libraries) as (keyof typeof libraries)[]) {
    const these = looks.filter((look) => look.library === library);
    if (these.length === 0) continue;
    const name = path.replace('.html', '');
    test(`${name}: ${these.map(({ state }) => state).join(', ')}`, async ({ context, worker }) => {
      const opener = await welcomed(context);
      const page = await openPost(library, context, worker);
      for (const { state, arrive, widths = [width] } of these)
        await test.step(state, async () => {
          // Anew each time: one that was clicked in is the window that had the focus last, and so about itself.
          const surface = await openBeside(page, opener, path, { width, height });
          await surface.emulateMedia({ reducedMotion: 'reduce' });
          // A window that the extension opens may have loaded before its letters and clock could be pinned.
          await surface.reload();
          await arrive(surface, page);
          // Nothing lies under the pointer.
          await surface.mouse.move(1, height - 1);
          for (const each of widths) {
            await surface.setViewportSize({ width: each, height });
            await matchPictures(surface, `${name}-${state}${each === widths[0] ? '' : `-${each}`}`);
          }
          await surface.close();
        });
    });
  }

test('card', async ({ context, worker }) => {
  await pictureCards(await openPost('full', context, worker), cardLooks);
});

test('card in a private window', async ({ context, extensionId }) => {
  await allowInPrivateWindows(context, extensionId);
  await openPost('full', context, await backgroundOf(context));
  // What a new window loads first is not answered by the test.
  const page = await openPrivately(context, 'about:blank');
  await page.goto(postUrl);
  await pictureCards(page, privateCardLooks);
});

/** Pictures the card on mentions of a post. */
async function pictureCards(page: Page, looks: readonly CardLook[]): Promise<void> {
  await page.setViewportSize({ width: 1000, height: 800 });
  const clip = { x: 180, y: 40, width: 640, height: 640 };
  for (const { state, mention, arrive } of looks)
    for (const scheme of schemes)
      await test.step(`${state}, ${scheme}`, async () => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        const card = await hover(page, mention);
        await arrive(card, page);
        await matchPictures(page, `card-${state}`, { schemes: [scheme], clip });
        await page.mouse.click(20, 780);
        await expect.poll(() => isCardOpen(page)).toBe(false);
      });
}
