import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen, markers, tinted } from '../e2e/on-page.ts';
import { keepCanaries } from './canaries.ts';
import { pastDwell } from './past-dwell.ts';

/** What WXT's content script context and the messenger's page variants would listen to or dispatch. */
const names = (id: string) => [
  'wxt:locationchange',
  `${id}:wxt:locationchange`,
  `${id}:page:wxt:locationchange`,
  'wxt:content-script-started',
  `${id}:page:wxt:content-script-started`,
  `${id}:content:wxt:content-script-started`,
  '@webext-core/messaging/custom-events',
  '@webext-core/messaging/custom-events/response',
  '@webext-core/messaging/window',
];

/** Notes every custom event that somebody dispatches, from before any script of an extension runs. */
const hearCustomEvents = `
  window.dispatched = [];
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    window.dispatched.push(event.type);
    return dispatch.call(this, event);
  };`;

test('WXT’s and the messenger’s custom events: forged ones do nothing, and none comes from us', async ({
  context,
  site,
  openPopup,
  extensionId,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  const page = await context.newPage();
  await page.addInitScript((types) => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    for (const target of [window, document]) {
      for (const type of types) target.addEventListener(type, () => heard.push(type), true);
      target.addEventListener('message', (event) => heard.push(JSON.stringify(Reflect.get(event, 'data'))));
    }
  }, names(extensionId));
  await page.addInitScript(hearCustomEvents);
  await page.goto(site.page({ path: '/events', body: '<p style="margin: 40px">About $VXLM</p>' }));
  await hover(page, '$VXLM');
  // A move within the page makes WXT's context, where it is in use, dispatch its own.
  await page.evaluate(() => history.pushState(null, '', '/events?moved'));
  await pastDwell(page);
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as string[]);
  const dispatched = () => page.evaluate(() => Reflect.get(window, 'dispatched') as string[]);
  expect({ heard: await heard(), dispatched: await dispatched() }).toEqual({ heard: [], dispatched: [] });

  const before = { store: await stored(popup), tinted: await tinted(page), markers: await markers(page) };
  await page.evaluate(
    ([types, id]) => {
      const details = [
        undefined,
        { contentScriptName: 'page', messageId: 'forged' },
        {
          message: {
            id: 1,
            type: 'run',
            timestamp: 1,
            data: { op: 'x', command: { type: 'pause', on: true } },
          },
        },
        { namespace: undefined, instanceId: 'x', message: { type: 'close' }, response: null },
      ];
      for (const type of types) {
        for (const target of [
          window,
          document,
          document.documentElement,
          ...document.documentElement.children,
        ]) {
          for (const detail of details)
            target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
        }
      }
      postMessage(
        { type: `${id}:page:wxt:content-script-started`, contentScriptName: 'page', messageId: 'x' },
        '*',
      );
    },
    [names(extensionId), extensionId] as const,
  );
  await pastDwell(page);
  // The probe works: every forged event passed the page's own ears.
  expect(new Set((await heard()).filter((type) => !type.startsWith('{')))).toEqual(
    new Set(names(extensionId)),
  );
  expect(await isCardOpen(page), 'the card stays open').toBe(true);
  expect({
    store: await stored(popup),
    tinted: await tinted(page),
    markers: await markers(page),
  }).toEqual(before);
});
