import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen, markers, placeOf } from '../e2e/on-page.ts';
import { pastDwell } from './past-dwell.ts';

const body =
  '<p style="margin: 40px">About <b tabindex="0">$OPG</b></p><p style="margin-top: 450px">And #TAO</p>';

/** Dispatches every pointer and mouse event that a hand makes, at this place, wherever a listener of ours may be. */
const forgePointer = (page: Page, place: { x: number; y: number }) =>
  page.evaluate(async ({ x, y }) => {
    const types = [
      'pointerover',
      'pointerenter',
      'pointermove',
      'pointerrawupdate',
      'pointerdown',
      'pointerup',
    ];
    const legacy = ['mouseover', 'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'click', 'pointerleave'];
    // Ours among them: whatever lies beside the body.
    const targets = [
      document.elementFromPoint(x, y),
      document.body,
      document,
      window,
      ...document.documentElement.children,
    ];
    for (let turn = 0; turn < 8; turn++) {
      for (const type of [...types, ...legacy]) {
        for (const target of targets) {
          const at = { clientX: x + turn / 8, clientY: y, screenX: x + turn / 8, screenY: y };
          const init = {
            ...at,
            bubbles: true,
            composed: true,
            cancelable: true,
            pointerId: 1,
            isPrimary: true,
          };
          const moves = { movementX: 1, movementY: 1, pointerType: 'mouse', view: window };
          const event = types.includes(type)
            ? new PointerEvent(type, { ...init, ...moves })
            : new MouseEvent(type, { ...at, bubbles: true, composed: true, cancelable: true, view: window });
          // As far as a page can make it look real.
          for (const [name, value] of Object.entries({ isTrusted: true, timeStamp: performance.now() })) {
            try {
              Object.defineProperty(event, name, { value });
            } catch {
              // `isTrusted` cannot be forged.
            }
          }
          target?.dispatchEvent(event);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }, place);

/** Dispatches the keys of our commands, and Esc, wherever a listener of ours may be. */
const forgeKeys = (page: Page) =>
  page.evaluate(() => {
    const keys = [
      { key: 'Escape', code: 'Escape', keyCode: 27 },
      { key: '.', code: 'Period', keyCode: 190, altKey: true, shiftKey: true },
      { key: ',', code: 'Comma', keyCode: 188, altKey: true, shiftKey: true },
      { key: 'Enter', code: 'Enter', keyCode: 13 },
    ];
    const targets = [document.activeElement, document, window, ...document.documentElement.children];
    for (const key of keys) {
      for (const type of ['keydown', 'keypress', 'keyup']) {
        for (const target of targets)
          target?.dispatchEvent(
            new KeyboardEvent(type, { ...key, bubbles: true, composed: true, cancelable: true }),
          );
      }
    }
  });

test('pointer, mouse and key events that a page makes open nothing and close nothing', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/synthetic',
      body,
      scripts: [
        `window.seen = []; for (const type of ['pointermove', 'keydown'])
          addEventListener(type, ({ isTrusted }) => window.seen.push(type + isTrusted), true);`,
      ],
    }),
  );
  const place = await placeOf(page, '$OPG');
  const elsewhere = { x: 900, y: 700 };
  await expect.poll(() => markers(page)).toHaveLength(2);

  await test.step('nothing opens, before and after the real pointer was here', async () => {
    for (const prepare of [
      async () => undefined,
      async () => page.mouse.move(elsewhere.x, elsewhere.y, { steps: 3 }),
    ]) {
      await prepare();
      await forgePointer(page, place);
      await forgeKeys(page);
      await pastDwell(page);
      expect(await isCardOpen(page)).toBe(false);
    }
    const seen = await page.evaluate(() => [...new Set(Reflect.get(window, 'seen') as string[])].sort());
    expect(seen, 'the page’s own ears heard the forged ones').toEqual(
      expect.arrayContaining(['keydownfalse', 'pointermovefalse', 'pointermovetrue']),
    );
  });

  await test.step('nothing closes', async () => {
    await hover(page, '$OPG');
    await forgePointer(page, elsewhere);
    await forgeKeys(page);
    await pastDwell(page);
    expect(await isCardOpen(page)).toBe(true);
  });

  await test.step('the real Esc does', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  });
});

test('a real Esc that a page re-dispatches, and events that it copies, close no later card', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/again',
      body,
      scripts: [
        `addEventListener('pointermove', (event) => { window.real ??= event; }, true);
         addEventListener('keyup', (event) => { window.key ??= event; }, true);`,
      ],
    }),
  );
  await page.keyboard.press('Escape');
  await hover(page, '$OPG');
  // A trusted event that is dispatched again is trusted no more.
  const kinds = await page.evaluate(() => {
    const trusted: boolean[] = [];
    addEventListener('pointermove', ({ isTrusted }) => trusted.push(isTrusted));
    for (const name of ['real', 'key']) {
      const event = Reflect.get(window, name);
      if (event) document.body.dispatchEvent(event);
    }
    return { trusted, had: ['real', 'key'].map((name) => Boolean(Reflect.get(window, name))) };
  });
  expect(kinds).toEqual({ trusted: [false], had: [true, true] });
  await pastDwell(page);
  expect(await isCardOpen(page)).toBe(true);
});
