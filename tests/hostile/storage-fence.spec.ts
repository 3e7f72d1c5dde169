import { randomUUID } from 'node:crypto';
import type { Command } from '../../lib/library/command.ts';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { carryOut } from '../e2e/library.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { contentWorld } from './content-world.ts';

/** What a content script could call of the store, each answering what it got or the browser's refusal. */
const readers = `(async () => {
  const tries = {
    'local.get': () => chrome.storage.local.get(null),
    'local.getKeys': () => chrome.storage.local.getKeys(),
    'local.getBytesInUse': () => chrome.storage.local.getBytesInUse(null),
    'local.set': () => chrome.storage.local.set({ settings: 'overwritten' }),
    'local.remove': () => chrome.storage.local.remove('settings'),
    'local.clear': () => chrome.storage.local.clear(),
    'session.get': () => chrome.storage.session.get(null),
    'session.set': () => chrome.storage.session.set({ 'panel-view': { windowId: 1, projectId: 'x' } }),
    'local.setAccessLevel': () => chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }),
    'session.setAccessLevel': () => chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }),
  };
  const found = {};
  for (const [name, attempt] of Object.entries(tries)) {
    found[name] = await (async () => attempt())().then((got) => JSON.stringify(got) ?? 'done', () => 'refused');
  }
  return found;
})()`;

const refused = (names: string[]) => Object.fromEntries(names.map((name) => [name, 'refused']));
const everyTry = [
  ...['get', 'getKeys', 'getBytesInUse', 'set', 'remove', 'clear'].map((call) => `local.${call}`),
  ...['session.get', 'session.set', 'local.setAccessLevel', 'session.setAccessLevel'],
];

test('the store is closed to a content script, and nothing of chrome.* leads around it', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/fence', body: feed }));
  const world = await contentWorld(page);

  expect(await world.evaluate(readers)).toEqual(refused(everyTry));
  expect(JSON.stringify(await stored(popup)), 'our own pages read it').toContain(canaries.note);

  // What else there is: messages, and names without a secret. No tabs, no pages of ours, no other store.
  const names = await world.evaluate<string[]>(
    `Object.keys(chrome).concat(Object.keys(chrome.runtime).filter((name) => typeof chrome.runtime[name] === 'function')).sort()`,
  );
  expect(names).toEqual([
    'connect',
    'csi',
    'dom',
    'extension',
    'getManifest',
    'getURL',
    'getVersion',
    'i18n',
    'loadTimes',
    'runtime',
    'sendMessage',
    'storage',
  ]);
  // Changes are not told either; our own pages hear of them.
  const listen = `globalThis.heard = [];
    for (const area of [chrome.storage, chrome.storage.local, chrome.storage.session])
      area.onChanged.addListener((changes) => heard.push(...Object.keys(changes)));`;
  await world.evaluate(listen);
  await popup.evaluate(listen);
  await carryOut(popup, { type: 'pause', on: true });
  await popup.evaluate(() => chrome.storage.session.set({ probe: 'changed' }));
  await expect.poll(() => popup.evaluate('heard')).toEqual(expect.arrayContaining(['settings', 'probe']));
  // Answered after both changes were told to whoever is told.
  await world.send('askStatuses', { site: '', aliases: [] });
  expect(await world.evaluate('heard')).toEqual([]);
});

test('the fence stands while the background sleeps, also in the browser’s next run', async ({
  underline,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const context = await underline.restart();
  const page = await context.newPage();
  // A content script may run before any event starts the worker, which raises the fence again.
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.goto(site.page({ path: '/early', body: '<p>Nothing here asks the worker.</p>' }));
  const world = await contentWorld(page);
  expect(await world.evaluate(readers)).toEqual(refused(everyTry));
});

const id = randomUUID();
const commands: Command[] = [
  {
    type: 'keep-project',
    name: 'Intruder',
    aliases: [{ text: '$INTR', site: null }],
    status: null,
    thesis: '',
  },
  { type: 'edit-project', id, name: 'Intruder' },
  { type: 'add-aliases', id, aliases: [{ text: '$INTR', site: null }] },
  { type: 'remove-aliases', id, aliases: [{ text: '$INTR', site: null }] },
  { type: 'set-status', id, status: 'passed' },
  { type: 'trash-project', id },
  { type: 'restore-project', id },
  { type: 'set-statuses', statuses: [{ id, status: 'passed' }] },
  { type: 'change-tags', changes: [{ id, add: ['intruded'], remove: [] }] },
  { type: 'trash-projects', ids: [id] },
  { type: 'restore-projects', ids: [id] },
  {
    type: 'merge-projects',
    from: id,
    into: 'another-project',
    choice: { name: 'into', status: 'into', thesis: 'both' },
  },
  { type: 'undo-merge', op: id },
  { type: 'add-note', projectId: id, kind: { type: 'note' }, body: 'intruded', source: null },
  { type: 'edit-note', id, kind: { type: 'note' }, body: 'intruded' },
  { type: 'trash-note', id },
  { type: 'restore-note', id },
  { type: 'keep-draft', about: id, body: 'intruded' },
  { type: 'ignore-mention', key: '$vxlm', site: null },
  { type: 'heed-mention', key: '$vxlm', site: null },
  { type: 'switch-site', site: 'a.example', on: false },
  { type: 'pause', on: true },
  {
    type: 'import',
    text: '{}',
    ignoreChecksum: true,
    expected: { added: 0, changed: 0, same: 0, rejected: 0 },
  },
  { type: 'undo-import', op: id },
];

test('no command of a content script is carried out, however well it is formed', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  const [project = ''] = await keepCanaries(popup);
  const before = await stored(popup);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/commands', body: feed }));
  const world = await contentWorld(page);
  for (const command of commands) {
    const real = JSON.parse(JSON.stringify(command).replaceAll(id, project)) as Command;
    const answer = await world.send('run', { op: randomUUID(), command: real });
    expect(answer, command.type).toEqual({
      answer: { ok: false, error: expect.objectContaining({ code: 'bad-command' }) },
    });
  }
  expect(await stored(popup)).toEqual(before);
  // Well formed they are: the first one from our own page is carried out.
  const [first] = commands;
  const own = { type: 'run', data: { op: randomUUID(), command: first } };
  const answer = await popup.evaluate((message) => chrome.runtime.sendMessage(message), own);
  expect(answer.answer.ok).toBe(true);
});
