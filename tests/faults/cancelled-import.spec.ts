import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { exportDocument, exportText } from '../../lib/library/export-file.ts';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { backUp } from './broken-copy.ts';
import { heal, hits, inject } from './broken-storage.ts';
import { makeLibrary } from './made-library.ts';

const text = exportText(
  exportDocument(makeLibrary(2, 3), { now: '2026-03-01T10:00:00.000Z', appVersion: '0.1.0' }),
);
const expected = { added: 8, changed: 1, same: 0, rejected: 0 };
const importing = (op: string) => ({
  op,
  command: { type: 'import', text, ignoreChecksum: false, expected },
});

/** What the background answers; null where it was stopped before it did. */
const send = (page: Page, type: 'run' | 'cancelRun', data: unknown) =>
  page.evaluate(
    async (message) => (await chrome.runtime.sendMessage(message).catch(() => null))?.answer ?? null,
    { type, data },
  );

const isCancelled = { ok: false, error: { code: 'cancelled' } };

test('an import that was cancelled is carried out by no worker, however often it is sent', async ({
  context,
  openPopup,
  worker,
}) => {
  const page = await openPopup();
  await addNote(page, await keepProject(page, 'Mine', ['$MINE']), 'Was there before');
  await backUp(page);
  const before = await stored(page);

  await test.step('sent twice: both are cancelled', async () => {
    const op = randomUUID();
    await inject(worker, { call: 'get', way: 'is held', key: 'project:', times: 1 });
    const answers = [send(page, 'run', importing(op)), send(page, 'run', importing(op))];
    await expect.poll(() => hits(worker)).toBe(1);
    await send(page, 'cancelRun', op);
    await heal(worker);
    expect(await Promise.all(answers)).toMatchObject([isCancelled, isCancelled]);
    expect(await stored(page)).toEqual(before);
  });

  await test.step('sent again to a worker that did not see it begin', async () => {
    const op = randomUUID();
    await inject(worker, { call: 'get', way: 'is held', key: 'project:', times: 1 });
    const first = send(page, 'run', importing(op));
    await expect.poll(() => hits(worker)).toBe(1);
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    expect(await first, 'the worker was stopped on the way').toBeNull();
    // The user cancels what nobody works on any more.
    await expect.poll(() => send(page, 'cancelRun', op)).not.toBeNull();
    expect(await send(page, 'run', importing(op))).toMatchObject(isCancelled);
    expect(await send(page, 'run', importing(op))).toMatchObject(isCancelled);
    expect(await stored(page)).toEqual(before);
  });

  await test.step('what was saved by then is told as saved', async () => {
    const op = randomUUID();
    const saved = await send(page, 'run', importing(op));
    expect(saved).toMatchObject({ ok: true });
    await send(page, 'cancelRun', op);
    expect(await send(page, 'run', importing(op))).toEqual(saved);
  });
});
