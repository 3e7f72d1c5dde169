import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { openBeside } from '../e2e/surfaces.ts';
import { contentWorld } from './content-world.ts';

const slowly = { timeout: 30_000 };
const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';
const text = `About Vexlumzan Labs, at vexlumzan.ai, ${evm}`;

test('a content script is told nothing of names, domains and addresses, whoever asks however', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'Secret', ['$VXLM', 'Vexlumzan Labs', 'vexlumzan.ai', evm]);
  const inner = site.elsewhere(site.page({ path: '/inner', body: `<p>${text}</p>` }));
  const page = await context.newPage();
  const url = site.page({ path: '/outer', body: `<p>${text}</p><iframe src="${inner}"></iframe>` });
  await page.goto(url);
  const frame = page.frames().find((each) => each.url() === inner);
  if (!frame) throw new Error('The page has no such frame');
  const words = { site: new URL(url).host, text, hosts: ['vexlumzan.ai'] };

  for (const world of [await contentWorld(page), await contentWorld(frame)]) {
    expect(await world.send('findNamed', words)).toEqual({ answer: null });
    expect(await world.send('everydayWords', ['render'])).toEqual({ answer: null });
    // Nor by the question that it may ask.
    const keys = [
      'vexlumzan labs',
      'Vexlumzan Labs',
      'name:vexlumzan labs',
      'vexlumzan.ai',
      'domain:vexlumzan.ai',
    ];
    const aliases = [...keys, evm, `address:${evm.toLowerCase()}`, '$vxlm'];
    const told = (await world.send('askStatuses', { site: words.site, aliases })) as {
      answer: { statuses: Record<string, { known: boolean }> };
    };
    const known = Object.entries(told.answer.statuses).filter(([, status]) => status.known);
    expect(known.map(([key]) => key)).toEqual(['$vxlm']);
  }

  const asked = (type: string, data: unknown) =>
    popup.evaluate((message) => chrome.runtime.sendMessage(message), { type, data });
  expect(await asked('findNamed', words), 'a page of ours is told').toMatchObject({ answer: [{ id }] });
  expect(await asked('everydayWords', ['render', 'vexlumzan'])).toEqual({ answer: ['render'] });
});

test('no text of the page is sent while no surface follows it, and none to anybody else', async ({
  context,
  openPopup,
  site,
  worker,
}) => {
  const popup = await openPopup();
  await keepProject(popup, 'Secret', ['Vexlumzan Labs']);
  await popup.close();
  const page = await context.newPage();
  const listener = await context.newPage();
  await listener.goto(site.page({ path: '/listener', body: '<p>Nothing</p>' }));
  await page.goto(site.page({ path: '/words', body: `<p id="post">${text}</p>` }));
  const heard = await contentWorld(listener);
  await heard.evaluate(`globalThis.told = []; chrome.runtime.onMessage.addListener((message) => void told.push(message));
    chrome.runtime.onConnect.addListener((port) => told.push(port.name));`);
  const world = await contentWorld(page);
  await world.evaluate(`globalThis.posts = [];
    chrome.runtime.onConnect.addListener((port) => {
      const post = port.postMessage.bind(port);
      port.postMessage = (message) => { posts.push({ at: performance.now(), text: message.text }); post(message); };
    });
    globalThis.sent = [];
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = (message) => { sent.push(JSON.stringify(message)); return send(message); };`);
  const messages = async () => (await world.evaluate<string[]>('sent')).join();
  // What follows the second is what followed the first, too.
  for (const mention of ['$ZZKL', '$ZZKM']) {
    await page.evaluate((added) => document.querySelector('#post')?.append(` ${added}`), mention);
    await expect.poll(messages).toContain(mention.toLowerCase());
  }
  expect(await messages()).not.toMatch(/vexlumzan/i);
  expect(await world.evaluate('posts.length')).toBe(0);

  const surface = await openBeside(page, worker, 'popup.html');
  const yours = surface.getByRole('region', { name: 'Your projects' });
  await expect(yours).toContainText('by name: Vexlumzan Labs');
  // Ten times a second, for as long as the text is sent three times.
  await page.evaluate(() => {
    let turn = 0;
    setInterval(() => document.querySelector('#post')?.append(` ${turn++}`), 100);
  });
  const sent = () =>
    world.evaluate<number[]>(`posts.filter(({ text }) => typeof text === 'string').map(({ at }) => at)`);
  await expect.poll(async () => (await sent()).length).toBeGreaterThan(2);
  const times = await sent();
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
  expect(gaps.filter((gap) => gap < 990)).toEqual([]);
  expect(await heard.evaluate('told')).toEqual([]);
});

test('hostile text harms nothing: a megabyte of one word, marks nobody sees, names that every object has', async ({
  context,
  openPopup,
  site,
  worker,
}) => {
  // Thrice a megabyte to read.
  test.setTimeout(180_000);
  const store = await openPopup();
  await keepProject(store, 'Vexlumzan', ['Vexlumzan', 'constructor labs', '__proto__', 'toString']);
  const mega = (part: string) => part.repeat(Math.ceil(1_000_000 / part.length));
  const page = await context.newPage();
  const url = site.page({ path: '/hostile', body: '<p id="post">Vexlumzan</p>' });
  await page.goto(url);
  const popup = await openBeside(page, worker, 'popup.html');
  const yours = popup.getByRole('region', { name: 'Your projects' });
  await expect(yours).toContainText('by name: Vexlumzan');

  for (const [part, count] of [
    ['Vexlumzan', 1],
    ['\u202e\u200b', 2],
    ['a.a/', 3],
  ] as const) {
    await page.evaluate(
      ([flood, names]) => {
        const post = document.querySelector('#post');
        if (post) post.textContent = flood;
        post?.before(Object.assign(document.createElement('p'), { textContent: names }));
      },
      [mega(part), 'Vexlum\u200bzan'] as const,
    );
    await expect(yours.getByRole('listitem'), `after ${JSON.stringify(part)}`).toContainText(
      `×${count}`,
      slowly,
    );
    await expect(popup.getByText('This page is very long')).toBeVisible(slowly);
  }
  await page.evaluate(() => document.body.replaceChildren('__proto__ and constructor labs'));
  await expect(yours).toContainText('by name: __proto__, constructor labs', slowly);
  await expect(popup.getByText('This page is very long')).toHaveCount(0);
  expect(await worker.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});
