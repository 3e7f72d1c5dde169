import { randomUUID } from 'node:crypto';
import type { Command } from '../../lib/library/command.ts';
import { run, stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { tinted } from './on-page.ts';
import { stopWorker } from './worker-events.ts';

const keep = (name: string): Command => ({
  type: 'keep-project',
  name,
  aliases: [{ text: `$${name.toUpperCase()}`, site: null }],
  status: null,
  thesis: '',
});
const note = (projectId: string, body: string): Command => ({
  type: 'add-note',
  projectId,
  kind: { type: 'note' },
  body,
  source: null,
});
const enveloped = (command: Command) => ({ op: randomUUID(), command });

test('ten pages that write at once lose nothing', async ({ openExtensionPage }) => {
  const pages = await Promise.all(Array.from({ length: 10 }, () => openExtensionPage('card.html')));
  const [first] = pages;
  if (!first) throw new Error('There is no page');
  const [kept] = await run(first, [enveloped(keep('Busy'))]);
  const id = kept?.ok ? (kept.value.id ?? '') : '';

  const answers = await Promise.all(
    pages.map((page, i) =>
      run(
        page,
        Array.from({ length: 40 }, (_, k) => enveloped(note(id, `Note ${k} from page ${i}`))),
      ),
    ),
  );
  expect(answers.flat().filter((answer) => answer?.ok)).toHaveLength(400);

  const store = await stored(first);
  const notes = Object.keys(store).filter((key) => key.startsWith('note:'));
  expect(notes).toHaveLength(400);
  expect(store).toMatchObject({
    manifest: { generation: 401, counts: { projects: 1, notes: 400 } },
    index: { projects: { [id]: { notes: 400 } } },
  });
});

test('a repeated operation answers the same and changes nothing, also after the worker was stopped', async ({
  openExtensionPage,
}) => {
  const page = await openExtensionPage('popup.html');
  const envelope = enveloped(keep('Once'));
  const [first] = await run(page, [envelope]);
  const before = await stored(page);

  await stopWorker(page);
  // Until somebody answers; what is answered is the same then.
  let again: typeof first;
  const isAnswered = async () => {
    [again] = await run(page, [envelope]);
    return again !== undefined;
  };
  await expect.poll(isAnswered).toBe(true);

  expect(again).toEqual(first);
  expect(await stored(page)).toEqual(before);
});

test('a page that is not ours cannot write: content scripts may only ask', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/plain', body: '<p>$OPG</p>' }));
  await expect.poll(() => tinted(page), 'the content script runs').toEqual(['$OPG']);
  const session = await context.newCDPSession(page);
  const worlds: { id: number; auxData: { type?: string; frameId?: string } }[] = [];
  session.on('Runtime.executionContextCreated', ({ context: world }) =>
    worlds.push({ id: world.id, auxData: world.auxData ?? {} }),
  );
  await session.send('Runtime.enable');
  await expect
    .poll(() => worlds.filter(({ auxData }) => auxData.type === 'isolated').length)
    .toBeGreaterThan(0);

  const tryToWrite = `chrome.runtime?.id && chrome.runtime.sendMessage({ type: 'run',
    data: ${JSON.stringify(enveloped(keep('Intruder')))} }).then((answer) => JSON.stringify(answer))`;
  const answers: unknown[] = [];
  for (const { id } of worlds) {
    const { result } = await session.send('Runtime.evaluate', {
      expression: tryToWrite,
      contextId: id,
      awaitPromise: true,
    });
    if (typeof result.value === 'string') answers.push(JSON.parse(result.value));
  }
  expect(answers).toEqual([
    { answer: { ok: false, error: expect.objectContaining({ code: 'bad-command' }) } },
  ]);
  expect(await worker.evaluate(() => chrome.storage.local.get(null))).toEqual({});
});

test('a content script cannot read the store where the browser has a fence for it', async ({
  context,
  site,
  worker,
}) => {
  await worker.evaluate(() => chrome.storage.local.set({ secret: 'canary' }));
  const page = await context.newPage();
  await page.goto(site.page({ path: '/plain', body: '<p>$OPG</p>' }));
  await expect.poll(() => tinted(page), 'the content script runs').toEqual(['$OPG']);
  const session = await context.newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, auxData } }) => {
    if (auxData?.type === 'isolated') worlds.push(id);
  });
  await session.send('Runtime.enable');
  await expect.poll(() => worlds.length).toBeGreaterThan(0);
  const reads: unknown[] = [];
  for (const contextId of worlds) {
    const expression = `chrome.storage ? chrome.storage.local.get('secret').then(JSON.stringify, (error) => 'refused: ' + error.message) : 'no storage'`;
    const { result } = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true });
    reads.push(result.value);
  }
  expect(reads.join()).not.toContain('canary');
  expect(reads.join()).toContain('refused');
});
