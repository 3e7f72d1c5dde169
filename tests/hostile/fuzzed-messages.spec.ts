import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { markers } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';
import { type ContentWorld, contentWorld } from './content-world.ts';

/** Printed, so that the same 10,000 can come again. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

const types = [
  'askStatuses',
  'requestCard',
  'claimCard',
  'findNamed',
  'findInRuns',
  'everydayWords',
  'run',
  'cancelRun',
  'backUp',
  'askHealth',
  'checkLibrary',
  'repairLibrary',
  'ask-again',
  'show',
  'constructor',
  '__proto__',
];
const id = '5c0cc826-7613-4cbc-8883-25ae8e76a1a3';
const good = [
  { site: '', aliases: ['$vxlm'] },
  { site: '', text: 'About $VXLM', hosts: ['x.com'] },
  { site: '', runs: ['About $VXLM'] },
  { op: id, expected: '0'.repeat(32) },
  { op: id, command: { type: 'pause', on: true } },
  { op: id, command: { type: 'trash-project', id } },
  { op: id, command: { type: 'trash-projects', ids: [id] } },
  { op: id, command: { type: 'change-tags', changes: [{ id, add: ['x'], remove: [] }] } },
  { op: id, command: { type: 'set-statuses', statuses: [{ id, status: null }] } },
  {
    op: id,
    command: {
      type: 'merge-projects',
      from: id,
      into: 'another-project',
      choice: { name: 'into', status: 'into', thesis: 'both' },
    },
  },
  {
    op: id,
    command: {
      type: 'keep-project',
      name: 'X',
      aliases: [{ text: '$X', site: null }],
      status: null,
      thesis: '',
    },
  },
  { op: id, command: { type: 'import', text: '{}', ignoreChecksum: true, expected: {} } },
];

const json = fc.jsonValue({ maxDepth: 4 });
const deep = fc.nat(400).map((depth) => JSON.parse('['.repeat(depth + 1) + ']'.repeat(depth + 1)) as unknown);
const huge = fc.constantFrom('x', '\u202e', '💣', '\u0000').map((char) => char.repeat(50_000));
const polluting = fc
  .tuple(fc.constantFrom('__proto__', 'constructor', 'prototype'), json)
  .map(
    ([name, value]) =>
      JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify({ known: true, value })}}`) as unknown,
  );
const unicode = fc.string({ unit: 'binary', maxLength: 40 });
const mutated = fc
  .tuple(fc.constantFrom(...good), fc.nat(), fc.oneof(json, unicode, polluting))
  .map(([whole, at, value]) => {
    const names = [...Object.keys(whole), 'extra'];
    return { ...whole, [names[at % names.length] ?? '']: value };
  });
const data = fc.oneof(
  { weight: 60, arbitrary: mutated },
  { weight: 40, arbitrary: json },
  { weight: 20, arbitrary: fc.constantFrom<unknown>(...good) },
  { weight: 20, arbitrary: polluting },
  { weight: 20, arbitrary: unicode },
  { weight: 10, arbitrary: deep },
  { weight: 1, arbitrary: huge },
);
const enveloped = fc.record(
  {
    id: fc.oneof(fc.nat(), json),
    type: fc.oneof(fc.constantFrom(...types), unicode),
    data,
  },
  { requiredKeys: [] },
);
const wellFramed = fc.record({ type: fc.constantFrom(...types), data });
const message = fc.oneof(
  { weight: 6, arbitrary: wellFramed },
  { weight: 3, arbitrary: enveloped },
  { weight: 1, arbitrary: data },
);

/** What is good for one of them, sent to each of them: every kind of answer comes, whatever the seed. */
const everyGood = types.flatMap((type) => good.map((data) => ({ type, data })));

/** Some hundreds at a time: text that a script parses, so that `__proto__` stays a key. */
const batches = (count: number, turn: number) => [
  JSON.stringify(everyGood),
  ...Array.from({ length: count / 500 }, (_, batch) =>
    JSON.stringify(fc.sample(message, { numRuns: 500, seed: seed + turn * 1_000 + batch })),
  ),
];

/** Sends every message from a content script's world, and some through ports; answers every answer but silence. */
async function sendAll(world: ContentWorld, count: number, turn: number): Promise<string[]> {
  const answers: string[] = [];
  for (const batch of batches(count, turn)) {
    const some = await world.evaluate<(string | undefined)[]>(`Promise.all(
      JSON.parse(${JSON.stringify(batch)}).map(async (message, i) => {
        if (i % 10 === 0) {
          const port = chrome.runtime.connect({ name: i % 20 === 0 ? 'page' : (typeof message === 'string' ? message : JSON.stringify(message)).slice(0, 50) });
          port.onDisconnect.addListener(() => void chrome.runtime.lastError);
          port.postMessage(message);
          port.disconnect();
        }
        return chrome.runtime.sendMessage(message).then(JSON.stringify, () => undefined);
      }))`);
    answers.push(...some.filter((answer) => typeof answer === 'string'));
  }
  return answers;
}

/** The same from a page's own world: words to its windows, and to the extension where the page may speak at all. */
async function postAll(page: Pick<Page, 'evaluate'>, count: number, turn: number): Promise<void> {
  for (const batch of batches(count, turn)) {
    await page.evaluate((text) => {
      for (const each of JSON.parse(text)) {
        for (const target of [
          window,
          parent,
          ...Array.from({ length: frames.length }, (_, i) => frames[i]),
        ]) {
          target?.postMessage(each, '*', [new MessageChannel().port1]);
        }
        dispatchEvent(new MessageEvent('message', { data: each, source: window }));
        // Only pages that a manifest names may speak to an extension: none does, so there is nobody to speak to.
        if (Reflect.get(window, 'chrome')?.runtime) throw new Error('A page can speak to the extension');
      }
    }, batch);
  }
}

test('10,000 fuzzed messages change nothing and break nothing', async ({
  context,
  openPopup,
  site,
  worker,
}) => {
  // Some seconds alone; ten times that on a machine that does much else.
  test.setTimeout(120_000);
  // Repeat a failure with FUZZ_SEED.
  console.log(`  seed ${seed}`);
  const popup = await openPopup();
  await keepCanaries(popup);
  const inner = site.elsewhere(site.page({ path: '/inner', body: '<p>Inside: $VXLM</p>' }));
  const page = await context.newPage();
  const url = site.page({ path: '/fuzz', body: `${feed}<iframe src="${inner}"></iframe>` });
  await page.goto(url);
  const frame = page.frames().find((each) => each.url() === inner);
  if (!frame) throw new Error('The page has no such frame');
  await expect.poll(() => markers(page)).toContain('convinced');
  const [world, foreign] = [await contentWorld(page), await contentWorld(frame)];
  const before = await stored(popup);
  const listen = `globalThis.told = []; chrome.runtime.onMessage.addListener((message) => void told.push(message));`;
  for (const each of [world, foreign]) await each.evaluate(listen);

  await postAll(page, 1_000, 1);
  await postAll(frame, 1_000, 2);
  const answers = [...(await sendAll(world, 4_000, 3)), ...(await sendAll(foreign, 4_000, 4))];

  // Many are answered, also of those that chance made, and with nothing but what our types answer.
  expect(answers.length).toBeGreaterThan(2 * everyGood.length + 1_000);
  const kinds = new Set(
    answers.map((answer) => {
      const { answer: said, ...rest } = JSON.parse(answer);
      const shape =
        said?.ok === false ? said.error.code : [null, '', false].includes(said) ? said : Object.keys(said);
      return JSON.stringify([typeof said === 'string' && said !== '' ? 'a token' : shape, rest]);
    }),
  );
  expect([...kinds].sort()).toEqual([
    '["a token",{}]',
    '["bad-command",{}]',
    '[["on","weak","dwellMs","kinds","tint","markers","modifier","statuses"],{}]',
    '[false,{}]',
    '[null,{}]',
  ]);
  expect(await stored(popup)).toEqual(before);
  for (const each of [world, foreign]) expect(await each.evaluate('told')).toEqual([]);
  expect(await worker.evaluate(() => Object.keys(Object.prototype))).toEqual([]);

  const asked = await world.send('askStatuses', { site: new URL(url).host, aliases: ['$vxlm'] });
  expect(asked).toMatchObject({ answer: { statuses: { $vxlm: { known: true, status: 'convinced' } } } });
});
