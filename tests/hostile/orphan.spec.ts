import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen, markers, placeOf, tinted } from '../e2e/on-page.ts';
import { pastDwell } from './past-dwell.ts';

/** Remembers the page before Underline draws, and tells when nothing of Underline is left, or after thirty seconds. */
const watchRemoval = `
  const state = () => ({ html: document.documentElement.outerHTML,
    highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length });
  addEventListener('DOMContentLoaded', () => { window.before = state(); });
  window.state = state;
  window.whenGone = () => new Promise((resolve) => {
    const until = Date.now() + 30_000;
    const isGone = () => JSON.stringify(state()) === JSON.stringify(window.before);
    const look = () => (isGone() || Date.now() > until ? resolve(Date.now()) : requestAnimationFrame(look));
    look();
  });`;

const compared = (page: Page) =>
  page.evaluate(() => ({ before: Reflect.get(window, 'before'), now: Reflect.get(window, 'state')() }));

// An update is a disabling and an enabling; apart, the browser's own race between two workers stays out of it.
test('an extension that goes, as for an update: the open page is left as it was, at once and for good', async ({
  context,
  site,
  extensionId,
}) => {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  const enable = (on: boolean) =>
    settings.evaluate(([id, enabled]) => chrome.management.setEnabled(id, enabled), [
      extensionId,
      on,
    ] as const);
  const url = site.page({
    path: '/orphan',
    body: '<p style="margin: 40px">About $OPG</p><p style="margin-top: 450px">And #TAO</p><main></main>',
    scripts: [watchRemoval],
  });
  const page = await context.newPage();
  await page.goto(url);
  await hover(page, '$OPG');
  await expect.poll(() => markers(page)).toHaveLength(2);
  const drawn = await compared(page);
  expect(drawn.now, 'what was drawn shows in the comparison').not.toEqual(drawn.before);

  await test.step('nothing is left, within the half second between two looks', async () => {
    const gone = page.evaluate(() => Reflect.get(window, 'whenGone')() as Promise<number>);
    await enable(false);
    // The browser needs its own time to end the extension, more of it on a busy machine.
    const ended = Date.now();
    const tookMs = (await gone) - ended;
    console.log(`the extension goes: nothing of Underline is left after ${tookMs} ms`);
    const left = await compared(page);
    expect(left.now).toEqual(left.before);
    expect(tookMs).toBeLessThan(2_000);
  });

  const staysSilent = async () => {
    await page.evaluate(() => {
      const text = document.createElement('p');
      text.textContent = 'Come later: $AKT';
      document.querySelector('main')?.append(text);
    });
    const { x, y } = await placeOf(page, '#TAO');
    await page.mouse.move(x + 180, y + 120);
    await page.mouse.move(x, y, { steps: 6 });
    await pastDwell(page);
    expect({ open: await isCardOpen(page), tinted: await tinted(page) }).toEqual({ open: false, tinted: [] });
    await page.evaluate(() => document.querySelector('main')?.replaceChildren());
    const later = await compared(page);
    expect(later.now).toEqual(later.before);
  };
  await test.step('nothing comes back: text that comes, a pointer that rests', staysSilent);

  await test.step('nor with the next version, which serves pages that are loaded from then on', async () => {
    await enable(true);
    const next = await context.newPage();
    await expect(async () => {
      await next.goto(url);
      await expect.poll(() => markers(next), { timeout: 5_000 }).toHaveLength(2);
    }, 'the browser hands the next version to its pages').toPass();
    await hover(next, '$OPG');
    await page.bringToFront();
    await staysSilent();
  });
});
