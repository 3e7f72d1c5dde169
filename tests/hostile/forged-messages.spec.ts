import { randomUUID } from 'node:crypto';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen, markers, tinted } from '../e2e/on-page.ts';
import { canaries, keepCanaries } from './canaries.ts';
import { contentWorld } from './content-world.ts';

/** Every shape that Underline's own parts say to each other, and some that they might. */
const shapes = (token: string) => [
  token,
  'ask-again',
  'next-mention',
  'previous-mention',
  'open-card',
  { type: 'jump', key: '$vxlm', by: 1, frame: null },
  { type: 'ready' },
  { type: 'painted' },
  { type: 'close' },
  { type: 'pointer', inside: false },
  { type: 'pin', on: true },
  { type: 'hold', on: true },
  {
    type: 'show',
    mention: { key: '$vxlm', text: '$VXLM', kind: 'cashtag', strength: 'strong' },
    beside: [],
    onPage: [],
    site: '127.0.0.1',
    source: { url: 'https://forged.example/', title: 'Forged', quote: 'Forged' },
    theme: 'dark',
  },
  { type: 'run', data: { op: token, command: { type: 'pause', on: true } } },
  { type: 'askStatuses', data: { site: '127.0.0.1', aliases: ['$vxlm'] } },
  { type: 'claimCard', data: token },
  { type: '@webext-core/messaging/window', message: { type: 'run', id: 1 }, namespace: undefined },
  { type: 'wxt:content-script-started', contentScriptName: 'page' },
];

test('messages of every shape, to every window and with ports: nothing answers, changes, opens or closes', async ({
  context,
  site,
  openPopup,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  const inner = site.elsewhere(site.page({ path: '/inner', body: '<p>Inside: $BRND</p>' }));
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/forged',
      body: `<p style="margin: 40px">About $VXLM</p><iframe src="${inner}" width="300" height="200"></iframe>`,
      scripts: [`window.heard = []; addEventListener('message', ({ data }) => window.heard.push(data))`],
    }),
  );
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();
  const before = { store: await stored(popup), tinted: await tinted(page), markers: await markers(page) };
  const html = await card.locator('main').innerHTML();

  const sent = await page.evaluate(async (messages) => {
    // The window of every frame that the page can reach, by every way that it has.
    const windows = [window, ...Array.from({ length: window.length }, (_, i) => window[i] as Window)];
    for (const name of ['Underline', 'card', '_blank-not']) {
      const named = Reflect.get(window, name);
      if (named && typeof named.postMessage === 'function') windows.push(named);
    }
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow) windows.push(frame.contentWindow);
    }
    const answers: unknown[] = [];
    for (const target of new Set(windows)) {
      for (const message of messages) {
        target.postMessage(message, '*');
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answers.push(data);
        target.postMessage(message, '*', [port2]);
      }
    }
    const forged = messages.map((data) => new MessageEvent('message', { data, source: window, ports: [] }));
    for (const event of forged) dispatchEvent(event);
    const channel = new BroadcastChannel('underline');
    for (const message of messages) channel.postMessage(message);
    // One more that is sure to come after all of them.
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      setTimeout(() => port2.postMessage(null), 500);
    });
    channel.close();
    return { answers, windows: new Set(windows).size, heard: Reflect.get(window, 'heard').length };
  }, shapes(randomUUID()));
  // The page's own listener heard what it sent to itself, thrice each; of the card's window it knows nothing.
  expect(sent).toEqual({ answers: [], windows: 2, heard: shapes('').length * 3 });
  expect(await isCardOpen(page), 'the card stays open').toBe(true);
  expect(await card.locator('main').innerHTML(), 'the card shows the same').toBe(html);
  expect({
    store: await stored(popup),
    tinted: await tinted(page),
    markers: await markers(page),
  }).toEqual(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => isCardOpen(page)).toBe(false);
});

test('the card’s own window, if a page ever reached it, takes no port without a token of the background', async ({
  context,
  site,
  openPopup,
  extensionId,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/reached', body: '<p style="margin: 40px">About $VXLM</p>' }));
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();
  // Worse than any page can do: the messages come from the card's parent itself, and ports with them.
  const answers = await card.evaluate(async (messages) => {
    const heard: unknown[] = [];
    for (const data of messages) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => heard.push(event.data);
      dispatchEvent(new MessageEvent('message', { data, source: parent, ports: [port2] }));
      dispatchEvent(new MessageEvent('message', { data, source: window, ports: [port2] }));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return heard;
  }, shapes(randomUUID()));
  expect(answers).toEqual([]);
  await expect(card.getByText(canaries.note)).toBeVisible();

  // A card that nobody has claimed yet, in a tab of its own: it is its own parent, and still no token is right.
  const bare = await context.newPage();
  await bare.goto(`chrome-extension://${extensionId}/card.html`);
  const unclaimed = await bare.evaluate(async (messages) => {
    const heard: unknown[] = [];
    for (const data of messages) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => heard.push(event.data);
      postMessage(data, '*', [port2]);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return heard;
  }, shapes(randomUUID()));
  expect(unclaimed).toEqual([]);
  // Not even with a token of the page script's, because it stands in a tab of its own and not in a frame of that page's.
  const world = await contentWorld(page);
  const { answer: token } = (await world.send('requestCard', null)) as { answer: string };
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
  const withToken = await bare.evaluate(async (word) => {
    const heard: unknown[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => heard.push(event.data);
    postMessage(word, '*', [port2]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return heard;
  }, token);
  expect(withToken).toEqual([]);
});
