import { expect, test } from '../e2e/fixtures.ts';
import { hover, tinted } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';
import { leaveCard, seenBy, visit } from './visits.ts';

/** Notes every error and every stack that this page is shown, after making errors likely. */
function noteErrors(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  for (const type of [
    'error',
    'unhandledrejection',
    'rejectionhandled',
    'messageerror',
    'securitypolicyviolation',
  ])
    addEventListener(
      type,
      (event) => seen.push(`${type}: ${Reflect.get(event, 'message') ?? Reflect.get(event, 'reason')}`),
      true,
    );
  window.onerror = (message, source) => void seen.push(`onerror ${message} ${source}`);
  Reflect.set(Error, 'stackTraceLimit', 100);
  Reflect.set(Error, 'prepareStackTrace', (error: Error, sites: { getFileName(): string }[]) => {
    const files = sites.map((site) => String(site.getFileName()));
    seen.push(...files.filter((file) => /extension/.test(file)));
    return `${error}`;
  });
  // What the page does in the middle of our work: its getters, its observers, its thenables.
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode') as PropertyDescriptor;
  Object.defineProperty(Node.prototype, 'parentNode', {
    configurable: true,
    get() {
      void new Error('seen from here').stack;
      return get?.call(this);
    },
  });
  for (const type of ['beforetoggle', 'toggle', 'focusin', 'pointerover', 'blur'])
    addEventListener(type, () => void new Error(type).stack, true);
}

test('no error and no stack of the page’s names the extension, not even when its ground is taken away', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await visit(page, site, { path: '/errors', body: feed, early: noteErrors });
  await hover(page, '$VXLM');
  await leaveCard(page);
  // Each takes something away that is in use: registry, text, hosts, sheets, the card under the pointer.
  await page.evaluate(() => {
    CSS.highlights.clear();
    document.adoptedStyleSheets = [];
    for (const host of [...document.documentElement.children].slice(2)) host.remove();
    for (const paragraph of document.querySelectorAll('p')) paragraph.normalize();
    document.getElementById('mention-0')?.replaceChildren('$VXLM', document.createComment('x'));
    document.getElementById('mention-1')?.replaceChildren();
  });
  await hover(page, '$VXLM');
  await page.evaluate(() => {
    const card = document.querySelector<HTMLElement>(':popover-open');
    card?.hidePopover();
    card?.showPopover();
    document.body.append(card ?? '');
  });
  await hover(page, '$BRND');
  await leaveCard(page);
  expect(await tinted(page)).toContain('$BRND');
  expect(await seenBy(page)).toEqual([]);

  await page.evaluate(() => {
    dispatchEvent(new ErrorEvent('error', { message: 'mine' }));
  });
  expect(await seenBy(page)).toContain('error: mine');
});
