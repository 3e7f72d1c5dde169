import type { CDPSession, Frame, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { enterCard, hover, isCardOpen } from '../e2e/on-page.ts';
import { canaries, keepCanaries } from './canaries.ts';
import { lonePost, seenBy, visit } from './visits.ts';

/** Notes every event there is a name for, as early as an event can be caught, with all that it tells. */
function noteEvents(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  const named = new Set<string>();
  for (const owner of [Window, Document, HTMLElement, Element, Node])
    for (const name of Object.getOwnPropertyNames(owner.prototype))
      if (name.startsWith('on')) named.add(name.slice(2));
  for (const name of Object.getOwnPropertyNames(window)) if (name.startsWith('on')) named.add(name.slice(2));
  for (const name of [
    'compositionstart',
    'compositionupdate',
    'compositionend',
    'focusin',
    'focusout',
    'textInput',
  ])
    named.add(name);
  const note = (event: Event) => {
    const told = ['key', 'code', 'data', 'inputType', 'buttons'].map((key) => Reflect.get(event, key) ?? '');
    const target = event.target instanceof Element ? event.target.localName : String(event.target);
    seen.push(`${event.type} on ${target} ${told.join(' ')}`.trim());
  };
  for (const name of named) {
    addEventListener(name, note, true);
    document.addEventListener(name, note, true);
  }
}

/** All that a hand can do in a text field. Leaves the pointer in the card. */
async function write(page: Page, card: Frame, session: CDPSession): Promise<string> {
  const field = card.getByRole('textbox').first();
  await field.click();
  await field.press('Control+A');
  await page.keyboard.type('First half');
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '日本' });
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+C');
  await page.keyboard.press('Control+X');
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Z');
  await field.dblclick();
  await field.hover({ position: { x: 8, y: 8 } });
  await page.mouse.down();
  await field.hover({ position: { x: 60, y: 8 } });
  await page.mouse.up();
  return field.inputValue();
}

test('nothing done in the card is an event of the page: no key, text, press, paste or selection', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const twoFrames = () =>
    page.evaluate(() => new Promise((two) => requestAnimationFrame(() => requestAnimationFrame(two))));
  const heard: string[][] = [];
  for (const text of ['$VXLM', '$ZZKL']) {
    await visit(page, site, { path: '/events', body: `${lonePost(text)}<input>`, early: noteEvents });
    const card = await hover(page, text);
    const box = await card.locator('main').boundingBox();
    if (!box) throw new Error('The card has no place');
    await enterCard(page, box.x + 50, box.y + 150);
    // What the pointer's way into the card makes the page hear has been heard by then.
    await twoFrames();
    await page.evaluate(() => Reflect.get(window, 'seen').splice(0));
    expect(await write(page, card, await context.newCDPSession(card))).toContain('日本First half日本');
    expect(await isCardOpen(page)).toBe(true);
    await twoFrames();
    heard.push(await seenBy(page));
  }
  const [known = [], unknown] = heard;
  expect(unknown).toEqual(known);
  // That the focus went somewhere, and no more.
  expect(known.filter((event) => !/^(blur|focusout|selectionchange) on/.test(event))).toEqual([]);
  expect(known.join('\n')).not.toContain(canaries.draft);

  const own = page.getByRole('textbox');
  await own.click();
  await own.press('Control+V');
  await page.keyboard.type('x');
  const control = (await seenBy(page)).join('\n');
  for (const type of ['pointerdown', 'keydown', 'beforeinput', 'input', 'paste', 'click', 'focusin'])
    expect(control).toContain(`${type} on input`);
});
