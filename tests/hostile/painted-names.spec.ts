import { expect, test } from '../e2e/fixtures.ts';
import { carryOut, keepProject } from '../e2e/library.ts';
import { tinted } from '../e2e/on-page.ts';
import { contentWorld } from './content-world.ts';

const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';
const text = `About Vexlumzan Labs, at vexlumzan.ai, ${evm}`;
const spans = [
  { start: 6, end: 20, status: 'passed' },
  { start: 25, end: 37, status: 'passed' },
  { start: 39, end: 81, status: 'passed' },
];
/** Nothing for the page script itself to ask for. */
const empty = '<p>1 2 3</p>';

test('where names stand, a content script is told on the allowed site alone, and places and a status alone', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepProject(popup, 'Secret', ['Vexlumzan Labs', 'vexlumzan.ai', evm], 'passed');
  const framed = site.page({ path: '/framed', body: empty });
  const url = site.page({
    path: '/outer',
    body: `${empty}<iframe name="foreign" src="${site.elsewhere(framed)}"></iframe><iframe name="own" src="${framed}"></iframe>`,
  });
  const host = new URL(url).host;
  const page = await context.newPage();
  await page.goto(url);
  const world = await contentWorld(page);
  const foreign = await contentWorld(page.frame({ name: 'foreign' })!);
  const question = { site: host, runs: [text, 'nothing'] };
  const refused = { answer: null };

  expect(await world.send('findInRuns', question), 'nobody allowed it').toEqual(refused);
  const allow = (allowed: string, on = true) => carryOut(popup, { type: 'paint-weak', site: allowed, on });
  await allow('secret.example');
  expect(await world.send('findInRuns', question)).toEqual(refused);
  expect(await world.send('findInRuns', { ...question, site: 'secret.example' })).toEqual(refused);
  expect(await world.send('findInRuns', { ...question, site: '' })).toEqual(refused);

  await allow(host);
  expect(await world.send('findInRuns', question), 'allowed').toEqual({ answer: [spans, []] });
  expect(await foreign.send('findInRuns', question), 'a frame from elsewhere').toEqual(refused);
  expect(
    await popup.evaluate((data) => chrome.runtime.sendMessage({ type: 'findInRuns', data }), question),
  ).toEqual(refused);
  expect(await world.send('findNamed', { ...question, text, hosts: [] }), 'whose they are').toEqual(refused);

  await carryOut(popup, { type: 'ignore-mention', key: 'domain:vexlumzan.ai', site: host });
  expect(await world.send('findInRuns', question)).toEqual({ answer: [[spans[0], spans[2]], []] });
  await carryOut(popup, { type: 'pause', on: true });
  expect(await world.send('findInRuns', question), 'paused').toEqual(refused);
  await carryOut(popup, { type: 'pause', on: false });
  await allow(host, false);
  expect(await world.send('findInRuns', question), 'not any more').toEqual(refused);
});

test('guessing ends: so much at once, and so much text a document in an hour', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepProject(popup, 'Secret', ['Vexlumzan Labs', 'vexlumzan.ai', evm], 'passed');
  const url = site.page({ path: '/guesses', body: empty });
  const host = new URL(url).host;
  await carryOut(popup, { type: 'paint-weak', site: host, on: true });
  const page = await context.newPage();
  await page.goto(url);
  const world = await contentWorld(page);
  const ask = (...runs: unknown[]) => world.send('findInRuns', { site: host, runs });
  const guesses = (count: number, from: number) =>
    Array.from({ length: count }, (_, i) => `${from + i} `.padEnd(200, 'x'));

  for (const [wrong, runs] of [
    ['too many', Array(101).fill(text)],
    ['too long', ['x'.repeat(20_001)]],
    ['too long together', [...guesses(100, 0), 'x']],
    ['no text', [1]],
  ] as const) {
    expect(await ask(...runs), wrong).toEqual({ answer: null });
  }
  expect(await world.send('findInRuns', { site: host, runs: [text], id: 1 })).toEqual({ answer: null });

  expect(await ask(text)).toEqual({ answer: [spans] });
  // The same text costs once; nine questions of the longest kind leave room for less than another.
  for (let turn = 0; turn < 20; turn++) expect(await ask(text)).toEqual({ answer: [spans] });
  for (let turn = 0; turn < 9; turn++) await ask(...guesses(100, turn * 100));
  expect(await ask(`${text}.`), 'still told').toEqual({ answer: [spans] });
  await ask(...guesses(98, 900));
  expect(await ask(`${text} `.padEnd(200, 'x')), 'the last').toEqual({ answer: [spans] });
  expect(await ask(`${text}!`), 'beyond').toEqual({ answer: [[]] });
  expect(await ask(text), 'told before').toEqual({ answer: [spans] });
});

test('where nothing is allowed the page’s text is not asked about; where it is, no mention is covered', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepProject(popup, 'Secret', ['Vexlumzan Labs', '以太'], 'passed');
  const body =
    '<p id="post">Vexlumzan Labs, #以太坊以太 and 以太 <a href="/x">Vexlumzan</a></p><p>Labs</p><p>$AKT</p>';
  const url = site.page({ path: '/asked', body });
  const page = await context.newPage();
  const asked: unknown[] = [];
  await page.goto(url);
  const world = await contentWorld(page);
  await world.evaluate(`globalThis.sent = [];
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = (message) => { sent.push(message); return send(message); };`);
  const sent = () => world.evaluate<{ type: string; data: { runs?: string[] } }[]>('sent');
  const types = async () => (await sent()).map(({ type }) => type);
  // A mention is tinted before its status is asked for. What follows the second would follow the first too.
  await page.evaluate(() => document.querySelector('#post')?.append(' $ZZKL'));
  await expect.poll(types).toEqual(['askStatuses']);
  await page.evaluate(() => document.querySelector('#post')?.append(' $ZZKM'));
  await expect.poll(types).toEqual(['askStatuses', 'askStatuses']);

  await carryOut(popup, { type: 'paint-weak', site: new URL(url).host, on: true });
  const all = ['#以太坊以太', '$AKT', '$ZZKL', '$ZZKM', 'Vexlumzan Labs', '以太'];
  await expect.poll(async () => (await tinted(page)).toSorted()).toEqual(all);
  asked.push(...(await sent()).flatMap(({ data }) => data?.runs ?? []));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.join()).toContain('Vexlumzan Labs');
  expect(asked.join(), 'mentions stay out').not.toMatch(/[#$]/);
});
