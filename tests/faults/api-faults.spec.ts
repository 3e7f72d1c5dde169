import { randomUUID } from 'node:crypto';
import type { Page, Worker } from '@playwright/test';
import type { Command } from '../../lib/library/command.ts';
import { run, stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { openProject } from '../e2e/surfaces.ts';
import { breakStorage, type Fault, hangMs, heal, hits, inject, ways } from './broken-storage.ts';

const note = (projectId: string, body: string): { op: string; command: Command } => ({
  op: randomUUID(),
  command: { type: 'add-note', projectId, kind: { type: 'note' }, body, source: null },
});

/** Makes the writer read everything anew: it keeps what it saved last, until a save fails. Nobody reads before the fault is there. */
async function failToRead(page: Page, worker: Worker, projectId: string, fault: Fault): Promise<void> {
  const forgets = fault.key === 'manifest';
  if (forgets) await inject(worker, { call: 'set', way: 'rejects', key: 'manifest', times: 3 });
  await inject(worker, fault);
  if (!forgets) return;
  const [answer] = await run(page, [note(projectId, 'never saved')]);
  expect(answer).toMatchObject({ ok: false, error: { message: /not save/ } });
}

for (const way of ways)
  for (const [what, key] of [
    ['the library’s base', 'manifest'],
    ['a record', 'project:'],
  ] as const)
    test(`the worker’s read of ${what} ${way}: asked again once; said, with nothing changed, if it stays`, async ({
      openExtensionPage,
      worker,
    }) => {
      const page = await openExtensionPage('popup.html');
      const id = await keepProject(page, 'Faulty', ['$FLT']);

      await failToRead(page, worker, id, { call: 'get', way, key, times: 1 });
      const [once] = await run(page, [note(id, 'after one fault')]);
      expect(once?.ok, 'one fault is asked over').toBe(true);
      expect(await hits(worker)).toBe(1);
      await heal(worker);

      const before = await stored(page);
      await failToRead(page, worker, id, { call: 'get', way, key });
      const refused = note(id, 'while it lasts');
      const [answer] = await run(page, [refused]);
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'storage-failed', message: /could not read/ },
      });
      // A record is then looked for by itself, too.
      expect(await hits(worker), 'tries').toBeGreaterThanOrEqual(way === 'hangs' ? 2 : 3);
      await heal(worker);
      expect(await stored(page), 'no defaults, nothing changed').toEqual(before);

      expect((await run(page, [refused]))[0]?.ok, 'the same operation, once the browser is well').toBe(true);
      const bodies = Object.values(await stored(page)).flatMap(
        (record) => Reflect.get(Object(record), 'body') ?? [],
      );
      expect(bodies.sort()).toEqual(['after one fault', 'while it lasts']);
    });

test('a save that is refused once is tried again; refused for good it is said, and what was stored stays', async ({
  openExtensionPage,
  worker,
}) => {
  const page = await openExtensionPage('popup.html');
  const id = await keepProject(page, 'Faulty', ['$FLT']);
  await inject(worker, { call: 'set', way: 'rejects', key: 'manifest', times: 1 });
  expect((await run(page, [note(id, 'second try')]))[0]?.ok).toBe(true);
  await heal(worker);
  const before = await stored(page);
  await inject(worker, { call: 'set', way: 'rejects', key: 'manifest' });
  const refused = note(id, 'later');
  expect((await run(page, [refused]))[0]).toMatchObject({
    error: { code: 'storage-failed', message: /not save/ },
  });
  await heal(worker);
  expect(await stored(page)).toEqual(before);
  expect((await run(page, [refused]))[0]?.ok).toBe(true);
});

test('a save that hangs for 10 s is said before it ends, keeps the order, and is made once', async ({
  openExtensionPage,
  worker,
}) => {
  const page = await openExtensionPage('popup.html');
  const id = await keepProject(page, 'Faulty', ['$FLT']);
  await inject(worker, { call: 'set', way: 'hangs', key: 'manifest', times: 1 });
  const [slow, behind] = [note(id, 'slow'), note(id, 'behind it')];
  // Both are told, also the one that waits behind.
  for (const answer of await run(page, [slow, behind]))
    expect(answer).toMatchObject({ ok: false, error: { code: 'storage-failed', message: /very long/ } });
  // Sent again by hand under the same ids, as a composer does: one of each, in order.
  await expect
    .poll(async () => (await run(page, [slow, behind])).map((answer) => answer?.ok), { timeout: 20_000 })
    .toEqual([true, true]);
  const records = await stored(page);
  const { notes } = records[`project:${id}`] as { notes: string[] };
  const bodies = notes.map((each) => Reflect.get(Object(records[`note:${each}`]), 'body'));
  expect(bodies, 'the newest first').toEqual(['behind it', 'slow']);
});

test('a save whose call throws at once is a refusal like any other', async ({
  openExtensionPage,
  worker,
}) => {
  const page = await openExtensionPage('popup.html');
  const id = await keepProject(page, 'Faulty', ['$FLT']);
  const before = await stored(page);
  await worker.evaluate(() => {
    const { set } = chrome.storage.local;
    Reflect.set(globalThis, 'set', set);
    chrome.storage.local.set = () => {
      throw new Error('Extension context invalidated');
    };
  });
  expect((await run(page, [note(id, 'later')]))[0]).toMatchObject({ error: { code: 'storage-failed' } });
  await worker.evaluate(() => {
    chrome.storage.local.set = Reflect.get(globalThis, 'set');
  });
  expect(await stored(page)).toEqual(before);
});

for (const way of ways)
  test(`a surface’s own read ${way}: it never looks empty, says so, and shows all once the browser is well`, async ({
    context,
    openExtensionPage,
    extensionId,
  }) => {
    const first = await openExtensionPage('popup.html');
    const id = await keepProject(first, 'Faulty', ['$FLT'], 'watching');
    await addNote(first, id, 'Still here');
    const popup = await context.newPage();
    await popup.addInitScript(breakStorage, { call: 'get', way, key: 'index', hangMs } as const);
    await popup.goto(`chrome-extension://${extensionId}/popup.html`);
    await expect(popup.getByRole('alert')).toContainText('could not read your library', { timeout: 30_000 });
    await expect(popup.getByText(/No projects|Nothing on your watchlist|No notes yet/)).toHaveCount(0);
    await expect(popup.getByRole('button', { name: 'Open recovery' })).toBeVisible();
    await popup.evaluate(() => Reflect.get(globalThis, 'fault').heal());
    await popup.getByRole('button', { name: 'Try again' }).click();
    await openProject(popup, 'Watching');
    await expect(popup.getByText('Still here')).toBeVisible();
  });
