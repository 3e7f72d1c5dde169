import type { Frame, Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { expect } from './fixtures.ts';
import { overlapping, scrollingSideways, squeezed } from './reflow.ts';
import { popupSize } from './surfaces.ts';

/** The looks in which a surface is judged. */
export const looks = [
  { look: 'light', what: 'all', media: { colorScheme: 'light', forcedColors: 'none' } },
  // Nothing but the colours differs.
  { look: 'dark', what: 'contrast', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { look: 'forced colors', what: 'all', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;
/** 1280 × 1024 at a zoom of 400 %. */
const zoomed = { width: 320, height: 256 };

/** What a user's browser may be set to, done to the document itself; undone with `false`. */
const changes = [
  {
    changed: 'letters twice as large',
    change: (on: boolean) => {
      document.documentElement.style.fontSize = on ? '200%' : '';
    },
  },
  {
    changed: 'right to left',
    change: (on: boolean) => {
      document.documentElement.dir = on ? 'rtl' : '';
    },
  },
];

/** How long a change of look takes at most, in milliseconds. */
const settleMs = 3_000;

/** Colours and markers follow a change of look or size a moment later; what is wrong by then is told, and the test goes on. */
export async function settles(findings: () => Promise<string[]>, message: string): Promise<void> {
  const until = Date.now() + settleMs;
  let found = await findings();
  // On a slow machine one look alone takes longer than that: four are taken anyway.
  for (let looks = 1; found.length > 0 && (looks < 4 || Date.now() < until); looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    found = await findings();
  }
  expect.soft(found, message).toEqual([]);
}

const brokenLayout = async (surface: Page | Frame): Promise<string[]> => [
  ...(await scrollingSideways(surface)),
  ...(await overlapping(surface)),
  ...(await squeezed(surface)),
];

/** Looks at a state in large letters and right to left. */
export async function lookChanged(surface: Page | Frame, state: string): Promise<void> {
  for (const { changed, change } of changes) {
    await surface.evaluate(change, true);
    await settles(() => brokenLayout(surface), `${state}, ${changed}`);
    await surface.evaluate(change, false);
  }
}

/** Looks at a state in every look, then as far zoomed in as a page must bear. All findings are told at once. */
export async function look(page: Page, state: string, { size = popupSize, reflow = true } = {}) {
  for (const { look, what, media } of looks) {
    // Nothing is judged while it fades in.
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await settles(() => axeViolations(page, what), `${state}, ${look}`);
  }
  if (!reflow) return;
  await page.setViewportSize(zoomed);
  await settles(() => brokenLayout(page), `${state}, zoomed in`);
  await page.setViewportSize(size);
  await lookChanged(page, state);
}
