import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { countFlashes, flashes, inMiddle, jump } from '../e2e/jumps.ts';
import { carryOut } from '../e2e/library.ts';
import { isCardOpen, markers } from '../e2e/on-page.ts';
import type { SitePage } from '../e2e/site.ts';
import { welcomed } from '../e2e/surfaces.ts';
import { keepCanaries } from './canaries.ts';
import { contentWorld } from './content-world.ts';
import { pastDwell } from './past-dwell.ts';
import { seenBy, visit } from './visits.ts';

/** Jumps, again and again where the page does not hear it yet, until it has scrolled; then until no outline is to come any more. */
async function jumpFar(page: Page, surface: Page, key: string): Promise<void> {
  await expect
    .poll(async () => {
      await jump(surface, page, key);
      return page.evaluate(() => scrollY);
    })
    .toBeGreaterThan(500);
  await expect
    .poll(async () => {
      const seen: string[] = [];
      for (let look = 0; look < 10; look += 1) {
        seen.push(...(await flashes(page)));
        await page.evaluate(() => new Promise((later) => setTimeout(later, 150)));
      }
      return seen;
    }, 'it rests')
    .toEqual([]);
}

const gap = '<div style="height: 1500px"></div>';

/** One mention far below, letter by letter under tiny elements that an observer can watch. */
const post = (text: string): SitePage & { early: () => void } => ({
  path: '/jumped',
  head: '<style>body { font: 20px/30px monospace } i { position: absolute; width: 2px; height: 2px; pointer-events: none }</style>',
  body: `${gap}<p style="position: relative">A post speaks of <span id="mention">${text}</span> today.
    ${Array.from({ length: 50 }, (_, i) => `<i class="watched" style="left: ${190 + (i % 10) * 10}px; top: ${-4 + Math.floor(i / 10) * 8}px"></i>`).join('')}</p>
    <div class="watched" style="height: 20px"></div>${gap}`,
  early: noteAll,
});

/** Notes all that could tell of an outline: changes, animations and their events, what is covered, what lies at points. */
function noteAll(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  const start = () => {
    new MutationObserver((records) => {
      for (const { type, target } of records) seen.push(`${type} ${target.nodeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const name of ['transition', 'animation'])
      for (const moment of ['run', 'start', 'end', 'cancel', 'iteration'])
        addEventListener(`${name}${moment}`, ({ type }) => seen.push(type), true);
    for (const name of ['focusin', 'focusout', 'selectionchange', 'resize', 'scroll'])
      addEventListener(name, ({ type }) => seen.push(type), true);
    const watched = [...document.querySelectorAll('.watched, #mention')];
    const uncovered = new Set<Element>();
    const told = new Set<Element>();
    Reflect.set(window, 'isTold', () => told.size === watched.length);
    const watching = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          told.add(entry.target);
          if (Reflect.get(entry, 'isVisible') === true) uncovered.add(entry.target);
          else if (uncovered.delete(entry.target)) seen.push(`covered ${watched.indexOf(entry.target)}`);
        }
      },
      { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    );
    for (const element of watched) watching.observe(element);
    let before = '';
    const look = () => {
      const { left, top, right, bottom } = (
        document.querySelector('#mention') as Element
      ).getBoundingClientRect();
      const at = [left - 3, left + 1, right - 1, right + 3].flatMap((x) =>
        [top - 3, top + 1, bottom - 1, bottom + 3].map((y) =>
          document.elementsFromPoint(x, y).map(({ nodeName }) => nodeName),
        ),
      );
      const running = [document, document.documentElement, ...document.documentElement.children].flatMap(
        (root) => root.getAnimations({ subtree: true }),
      );
      const { scrollWidth, scrollHeight } = document.documentElement;
      const now = JSON.stringify([at, running.length, scrollWidth, scrollHeight, [...CSS.highlights.keys()]]);
      if (before !== '' && now !== before) seen.push(now);
      before = now;
      requestAnimationFrame(look);
    };
    look();
  };
  Reflect.set(window, 'start', start);
}

/** Jumps twice to the only mention: to scroll to it, and while the page notes all that it can. */
async function noted(page: Page, surface: Page, key: string): Promise<string[]> {
  const drawn = await countFlashes(page);
  await jump(surface, page, key);
  await inMiddle(page, '#mention');
  await expect.poll(drawn).toBe(1);
  await expect.poll(() => flashes(page)).toEqual([]);
  await expect.poll(() => markers(page)).toHaveLength(1);
  await page.evaluate(() => Reflect.get(window, 'start')());
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'isTold')()), 'each is watched').toBe(true);
  await jump(surface, page, key);
  await expect.poll(drawn, 'it is outlined').toBe(2);
  await expect.poll(() => flashes(page)).toEqual([]);
  return [...new Set(await seenBy(page))].sort();
}

test('of the outline after a jump a page observes that something is drawn around the mention, known or not, and nothing else', async ({
  context,
  openPopup,
  site,
}) => {
  test.setTimeout(120_000);
  const popup = await openPopup();
  await keepCanaries(popup);
  const page = await context.newPage();
  const logs: string[][] = [];
  for (const text of ['$VXLM', '$ZZKL']) {
    await visit(page, site, post(text));
    await jumpFar(page, popup, text.toLowerCase());
    logs.push(await noted(page, popup, text.toLowerCase()));
  }
  const [known = [], unknown] = logs;
  expect(known.filter((seen) => !seen.startsWith('covered'))).toEqual([]);
  expect(known, 'what is drawn is noticed by visibility, as markers are').not.toEqual([]);
  expect(unknown).toEqual(known);
  // The observer works: what lies over the words is noticed at points too.
  await page.evaluate(() => {
    const { left, top, width, height } = (
      document.querySelector('#mention') as Element
    ).getBoundingClientRect();
    const over = document.body.appendChild(document.createElement('div'));
    over.style.cssText = `position: fixed; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`;
  });
  await expect.poll(() => seenBy(page)).toContain('childList BODY');
  await expect.poll(async () => (await seenBy(page)).some((seen) => seen.startsWith('[['))).toBe(true);
});

test('without markers a host comes for the outline alone, the same for known and unknown', async ({
  context,
  openPopup,
  site,
}) => {
  test.setTimeout(120_000);
  const popup = await openPopup();
  await keepCanaries(popup);
  await carryOut(popup, { type: 'set-settings', markers: false });
  const page = await context.newPage();
  const logs: string[][] = [];
  for (const text of ['$VXLM', '$ZZKL']) {
    await visit(page, site, post(text));
    await jumpFar(page, popup, text.toLowerCase());
    await expect.poll(() => page.evaluate(() => document.documentElement.children.length)).toBe(2);
    await page.evaluate(() => Reflect.get(window, 'start')());
    await jump(popup, page, text.toLowerCase());
    const hosts = async () => (await seenBy(page)).filter((seen) => seen.startsWith('childList'));
    await expect.poll(async () => (await hosts()).length, 'it comes and goes').toBeGreaterThan(1);
    await expect.poll(() => page.evaluate(() => document.documentElement.children.length)).toBe(2);
    logs.push(await hosts());
  }
  expect(logs[0]).toEqual(['childList HTML', 'childList HTML']);
  expect(logs[1]).toEqual(logs[0]);
});

test('a page is never led to a weak mention, known or not, where they are not painted', async ({
  context,
  openPopup,
  site,
}) => {
  test.setTimeout(120_000);
  const popup = await openPopup();
  await keepCanaries(popup);
  const page = await context.newPage();
  const posted = (weak: string): SitePage & { early: () => void } => {
    const { body, ...far } = post(weak);
    return { ...far, body: `<p>By @brandoril and @plumbob.</p>${body}` };
  };
  for (const weak of ['$vxlm', '$zzkl']) {
    await visit(page, site, posted(weak));
    await expect.poll(() => markers(page)).toHaveLength(2);
    await page.evaluate(() => Reflect.get(window, 'start')());
    const drawn = await countFlashes(page);
    await jump(popup, page, weak);
    await jump(popup, page, weak, -1);
    // It hears what is asked in order.
    await jump(popup, page, '@plumbob');
    await expect.poll(drawn, 'the page jumps').toBe(1);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await seenBy(page)).not.toContain('scroll');
  }
  // Where the user allowed weak ones to be painted, a row of the panel leads to what is painted.
  const { host } = new URL(page.url());
  await carryOut(popup, { type: 'paint-weak', site: host, on: true });
  await visit(page, site, posted('$vxlm'));
  await expect
    .poll(async () => {
      await jump(popup, page, '$vxlm');
      return page.evaluate(() => scrollY);
    })
    .toBeGreaterThan(500);
});

test('no page and no page script can have another tab jump, step or open a card', async ({
  context,
  site,
}) => {
  const welcome = await welcomed(context);
  await expect.poll(() => markers(welcome)).not.toEqual([]);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/sends', body: '<p>About $VXLM</p>' }));
  await expect.poll(() => markers(page)).toHaveLength(1);
  const world = await contentWorld(page);
  // The welcome page runs a page script too, and hears what is sent within the extension.
  await welcome.bringToFront();
  // An outline is gone by the time at which one could look for it.
  const drawn = [await countFlashes(welcome), await countFlashes(page)];
  const shapes = ['$opg', '#opg', '@opengradient', '$vxlm'].map((key) => ({
    type: 'jump',
    key,
    by: 1,
    frame: null,
  }));
  for (const message of ['next-mention', 'previous-mention', 'open-card', 'ask-again', ...shapes]) {
    const answer = await world.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify(message)}).catch((error) => 'refused: ' + error.message)`,
    );
    expect([
      undefined,
      null,
      'refused: Could not establish connection. Receiving end does not exist.',
    ]).toContain(answer);
  }
  expect(await world.evaluate('typeof chrome.tabs')).toBe('undefined');
  for (const each of [welcome, page]) {
    await pastDwell(each);
    expect(await isCardOpen(each)).toBe(false);
  }
  for (const count of drawn) expect(await count()).toBe(0);
});
