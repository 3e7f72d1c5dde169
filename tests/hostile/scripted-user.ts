import { expect, type Page } from '@playwright/test';
import { backgroundOf } from '../../scripts/launch.mjs';
import { isCardOpen, markers, openCard } from '../e2e/on-page.ts';
import type { SitePage } from '../e2e/site.ts';
import { canaries, feed, mentions } from './canaries.ts';
import type { Log } from './observer/log.ts';
import { atRest, calm, observed, observedBy } from './observer.ts';

/** Weak forms of a known and an unknown alias, each in a box of its own: nothing beside them makes them strong. */
const weak = ['$vxlm', '$zzkl'] as const;

const post = (id: string, text: string) =>
  `<p id="${id}">This one speaks of <span id="${id}-mention">${text}</span> too.</p>`;

/** Known and unknown mentions in turn: in sight, weak, and far below. */
export const hostilePage = (): Promise<SitePage> =>
  observed({
    path: '/hostile',
    // Else the browser asks for one, sooner or later.
    head: '<link rel="icon" href="data:,">',
    body: [
      // Under each post something that lies free, and says when it is covered.
      `<main style="width: 480px">${feed.replaceAll('</p>', '</p><div style="height: 8px"></div>')}`,
      ...weak.map((text, i) => `<div>${post(`weak-${i}`, text)}</div>`),
      '<p style="height: 1600px">Far below:</p>',
      ...[mentions.known[1], mentions.unknown[1], mentions.known[2], mentions.unknown[2]].map((text, i) =>
        post(`low-${i}`, text ?? ''),
      ),
      '</main>',
    ].join('\n'),
  });

/**
 * Does on the hostile page all that a user does without writing, the same whatever the library holds; answers what
 * the page observed. Waits for conditions, and after each act until the page observes nothing more.
 */
export async function visit(page: Page, url: string): Promise<Log> {
  await arrive(page, url);
  const opened = [mentions.known[0], mentions.unknown[0], ...weak];
  for (const text of opened) {
    await restOn(page, text ?? '');
    await leave(page);
  }
  await goIntoTheCard(page, mentions.known[1] ?? '');
  await goIntoTheCard(page, mentions.unknown[1] ?? '');
  for (const text of [mentions.known[3], mentions.unknown[3]]) {
    await restOn(page, text ?? '');
    await pressEscape(page);
    await leave(page);
  }
  await stepByKeys(page);
  await scroll(page, 1_600);
  await scroll(page, 0);
  await change(page);
  await page.evaluate((words) => window.observer.probe(words), [...Object.values(canaries), 'speaks of']);
  await atRest(page);
  return observedBy(page);
}

/** The beginning of `visit`: arrives, and opens the cards of a known and an unknown mention. */
export async function lookAround(page: Page, url: string): Promise<Log> {
  await arrive(page, url);
  for (const text of [mentions.known[0], mentions.unknown[0]]) {
    await restOn(page, text ?? '');
    await leave(page);
  }
  return observedBy(page);
}

async function arrive(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await marked(page, 10);
  // Underline follows the pointer from here on; one that was nowhere before does not come to a mention.
  await page.mouse.move(aside.x, aside.y);
  await atRest(page);
}

/** Asked of the markers, which only a debugger sees: what the page can see may be wrong in a build that leaks. */
const marked = (page: Page, count: number) => expect.poll(() => markers(page), soon).toHaveLength(count);

const soon = { intervals: [50] };

/** Where no mention lies, whatever the page does. */
const aside = { x: 1_100, y: 60 };

/** Brings the pointer to rest on the first such mention and waits for its card. */
export async function restOn(page: Page, text: string): Promise<void> {
  // The first one: those far below have the same text.
  const box = await page.evaluate((wanted) => {
    const spans = [...document.querySelectorAll('span')];
    return spans
      .find(({ textContent }) => textContent === wanted)
      ?.getBoundingClientRect()
      .toJSON();
  }, text);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => isCardOpen(page), soon).toBe(true);
  await atRest(page);
}

/** Takes the pointer away and waits until the card is closed. */
export async function leave(page: Page): Promise<void> {
  await page.mouse.move(aside.x, aside.y);
  await closed(page);
}

async function closed(page: Page): Promise<void> {
  await expect.poll(() => isCardOpen(page), soon).toBe(false);
  await atRest(page);
}

/** The key comes up when the card is closed: else it would come before or after the popover's own event. */
async function pressEscape(page: Page): Promise<void> {
  await page.keyboard.down('Escape');
  await closed(page);
  await page.keyboard.up('Escape');
  await atRest(page);
}

async function goIntoTheCard(page: Page, text: string): Promise<void> {
  await restOn(page, text);
  const card = await openCard(page);
  const { x, y, width, height } = (await card.locator('main').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.move(x + width / 2 + 5, y + height / 2 + 5);
  await atRest(page);
  await leave(page);
}

async function stepByKeys(page: Page): Promise<void> {
  const worker = await backgroundOf(page.context());
  for (let i = 0; i < 2; i++) {
    await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const { onCommand } = chrome.commands as unknown as {
        onCommand: { dispatch(...args: unknown[]): void };
      };
      onCommand.dispatch('next-mention', tab);
    });
    const card = await openCard(page);
    await expect.poll(() => card.evaluate(() => document.hasFocus())).toBe(true);
    await atRest(page);
  }
  // In the card, where it closes when the key comes up.
  await page.keyboard.press('Escape');
  await closed(page);
}

/** At once: how often a smooth scroll is painted on its way depends on the machine. */
async function scroll(page: Page, top: number): Promise<void> {
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
  await atRest(page);
}

/**
 * The page puts new posts in, known and unknown, and changes a text from one to the other and back. Each time it is waited
 * until the page counts as calm again (1 s without a change): while it does not, other mentions are tinted.
 */
async function change(page: Page): Promise<void> {
  const [known = '', unknown = ''] = [mentions.known[4], mentions.unknown[4]];
  for (const [i, text] of [known, unknown].entries()) {
    await page.evaluate((html) => window.observer.insert(html), post(`new-${i}`, text));
    await marked(page, 11 + i);
    await calm(page);
  }
  for (const text of [unknown, known]) {
    await page.evaluate((value) => {
      document.querySelector('#mention-0')!.firstChild!.nodeValue = value;
    }, text);
    await calm(page);
  }
}
