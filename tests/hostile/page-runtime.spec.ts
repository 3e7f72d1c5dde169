import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { keepCanaries } from './canaries.ts';

/** What a page may try to say to the background. */
const messages = [
  { type: 'askStatuses', data: { site: '127.0.0.1', aliases: ['$vxlm'] } },
  { type: 'requestCard' },
  { type: 'run', data: { op: 'forged', command: { type: 'pause', on: true } } },
];

test('a page has no runtime.sendMessage() or connect() that reaches us, with our id or without', async ({
  context,
  site,
  openPopup,
  worker,
  extensionId,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  // The background would note it; nobody but a page that was let in can raise these.
  await worker.evaluate(() => {
    const heard: unknown[] = [];
    Reflect.set(globalThis, 'external', heard);
    chrome.runtime.onMessageExternal.addListener((message) => {
      heard.push(message);
    });
    chrome.runtime.onConnectExternal.addListener(({ name }) => {
      heard.push(name);
    });
  });
  const before = await stored(popup);
  const page = await context.newPage();
  const inner = site.elsewhere(site.page({ path: '/inner', body: '<p>Inside: $BRND</p>' }));
  await page.goto(
    site.page({
      path: '/runtime',
      body: `<p style="margin: 40px">About $VXLM</p><iframe src="${inner}"></iframe>`,
    }),
  );
  await hover(page, '$VXLM');

  for (const frame of [page.mainFrame(), ...page.frames().filter((each) => each.url() === inner)]) {
    const got = await frame.evaluate(
      async ([id, forged]) => {
        const runtime = Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime');
        const other = Reflect.get(Reflect.get(window, 'browser') ?? {}, 'runtime');
        const answers: unknown[] = [];
        for (const api of [runtime, other].filter(Boolean)) {
          for (const message of forged) {
            for (const args of [[message], [id, message]]) {
              await Promise.resolve()
                .then(() => api.sendMessage(...args))
                .then((answer) => answers.push(answer))
                .catch(() => undefined);
            }
          }
          for (const args of [[], [id], [id, { name: 'page' }], [{ name: 'page' }]]) {
            try {
              const port = api.connect(...args);
              port.onMessage.addListener((answer: unknown) => answers.push(answer));
              port.postMessage('hello');
            } catch {
              // Refused, as it should be.
            }
          }
        }
        return { runtime: typeof runtime, other: typeof other, answers };
      },
      [extensionId, messages] as const,
    );
    expect(got).toEqual({ runtime: 'undefined', other: 'undefined', answers: [] });
  }
  // The probe works: the same from a page of the extension is answered.
  const answer = await popup.evaluate((message) => chrome.runtime.sendMessage(message), messages[2]);
  expect(answer.answer.error.code).toBe('bad-command');
  expect(await worker.evaluate(() => Reflect.get(globalThis, 'external'))).toEqual([]);
  expect(await stored(popup)).toEqual(before);
});
