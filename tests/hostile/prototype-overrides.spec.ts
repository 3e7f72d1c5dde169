import { expect, test } from '../e2e/fixtures.ts';
import { hover, markers } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { cardAddress, seenBy, visit } from './visits.ts';

/**
 * Takes the place of everything that Underline builds and talks with, before anything loads. Each function notes
 * the call and whatever it can lay hands on, then does what it should.
 */
function overrideAll(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  const told = (value: unknown): string => {
    if (value instanceof Element) return value.outerHTML.slice(0, 80);
    return typeof value === 'function' ? 'function' : String(value).slice(0, 80);
  };
  const spy = (owner: object, key: PropertyKey, name: string) => {
    const was = Object.getOwnPropertyDescriptor(owner, key);
    if (!was) throw new Error(`${name} is not there`);
    const wrap = (original: unknown) =>
      typeof original === 'function'
        ? function (this: unknown, ...args: unknown[]) {
            seen[seen.length] = `${name} ${told(this)} ${args.length > 0 ? told(args[0]) : ''}`;
            return new.target ? Reflect.construct(original, args) : Reflect.apply(original, this, args);
          }
        : original;
    const { value, get, set } = was;
    const now =
      get || set ? { get: wrap(get) as () => unknown, set: wrap(set) as () => void } : { value: wrap(value) };
    Object.defineProperty(owner, key, { ...was, ...now });
  };
  const doors: [object, string[]][] = [
    [Element.prototype, ['attachShadow', 'append', 'matches', 'closest', 'shadowRoot']],
    [Node.prototype, ['appendChild', 'isConnected', 'getRootNode', 'parentNode']],
    [Document.prototype, ['createElement', 'createRange', 'adoptedStyleSheets', 'activeElement']],
    [ShadowRoot.prototype, ['adoptedStyleSheets', 'activeElement', 'elementFromPoint']],
    [HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'style', 'attachInternals', 'focus']],
    [HTMLIFrameElement.prototype, ['src', 'contentWindow', 'credentialless', 'contentDocument']],
    [EventTarget.prototype, ['addEventListener', 'dispatchEvent']],
    [Event.prototype, ['composedPath', 'target', 'stopImmediatePropagation']],
    [MouseEvent.prototype, ['screenX', 'clientX', 'buttons']],
    [MessagePort.prototype, ['postMessage', 'onmessage', 'start']],
    [Highlight.prototype, ['add', 'delete', 'clear']],
    [HighlightRegistry.prototype, ['set', 'get', 'delete']],
    [CSSStyleSheet.prototype, ['replaceSync', 'replace']],
    [CustomElementRegistry.prototype, ['define', 'get']],
    [MutationObserver.prototype, ['observe']],
    [IntersectionObserver.prototype, ['observe']],
    [AbortController.prototype, ['abort', 'signal']],
    [Crypto.prototype, ['getRandomValues', 'randomUUID']],
    [Promise.prototype, ['then', 'catch']],
    [Map.prototype, ['set', 'get']],
    [Set.prototype, ['add', 'has']],
    [WeakMap.prototype, ['set', 'get']],
    [Array.prototype, ['push', 'map', 'filter', 'includes']],
    [RegExp.prototype, ['exec', 'test']],
    [JSON, ['parse', 'stringify']],
    [Object, ['entries', 'assign', 'keys']],
    [window, ['postMessage', 'setTimeout', 'requestAnimationFrame', 'getComputedStyle', 'queueMicrotask']],
    [window, ['MessageChannel', 'MutationObserver', 'StaticRange', 'Highlight', 'CSSStyleSheet', 'Proxy']],
  ];
  for (const [owner, keys] of doors)
    for (const key of keys) spy(owner, key, `${owner.constructor.name} ${key}`);
  // A library that is read in the page's world would come along here.
  for (const key of ['thesis', 'aliases', 'statuses', 'token', 'known'])
    Object.defineProperty(Object.prototype, key, {
      configurable: true,
      set(value) {
        seen[seen.length] = `set ${key} ${value}`;
      },
    });
}

test('a page that replaced every built-in before anything loaded gets none of our calls, and the card works', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await visit(page, site, { path: '/overridden', body: feed, early: overrideAll });
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();
  await expect
    .poll(async () => (await markers(page)).filter((marker) => marker === 'convinced'))
    .toHaveLength(3);
  const address = await cardAddress(page);

  // The debugger that asks on behalf of this test calls some of them too, but builds nothing and names nothing of ours.
  const calls = await seenBy(page);
  const builders =
    /^(HTMLIFrame|Highlight|Message|Mouse|Crypto|\w+ (attachShadow|append|createElement|\w*[pP]opover|replaceSync|adoptedStyle|Message|postMessage|observe|StaticRange|Highlight|CSSStyle|composedPath)|set )/;
  expect(calls.filter((call) => builders.test(call))).toEqual([]);
  const secrets = [
    extensionId,
    new URL(address).host,
    'card.html',
    '$vxlm',
    'convinced',
    ...Object.values(canaries),
  ];
  expect(calls.filter((call) => secrets.some((secret) => call.includes(secret)))).toEqual([]);

  await page.evaluate(() => document.body.append(document.createElement('p')));
  const own = (await seenBy(page)).filter((call) => builders.test(call));
  expect(own.join('\n')).toMatch(/Document createElement(.|\n)*Element append/);
});
