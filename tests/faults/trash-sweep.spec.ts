import type { Page, Worker } from '@playwright/test';
import { exportDocument, exportText } from '../../lib/library/export-file.ts';
import type { Library } from '../../lib/library/read-library.ts';
import { defaultSettings, type Note, type Project } from '../../lib/library/schema.ts';
import { run, stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { carryOut } from '../e2e/library.ts';
import { stopWorker } from '../e2e/worker-events.ts';
import { dayMs, setClock } from './clock.ts';
import { expectMirrored, expectWhole } from './copies.ts';

const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();

/** Something 40 days, something 20 days, and something not at all in the trash; all of it so many days earlier. */
function makeTrash(earlier: number): Library {
  const dates = (trashed: number | null) => {
    const trashedAt = trashed === null ? null : daysAgo(trashed + earlier);
    return { createdAt: daysAgo(60 + earlier), updatedAt: trashedAt ?? daysAgo(60 + earlier), trashedAt };
  };
  const project = (id: string, trashed: number | null): Project => ({
    ...{ id, name: id, aliases: [], status: null, thesis: '' },
    ...dates(trashed),
  });
  const note = (id: string, projectId: string, trashed: number | null): Note => ({
    ...{ id, projectId, kind: { type: 'note' }, body: id, source: null },
    ...dates(trashed),
  });
  return {
    projects: [project('kept-project', null), project('old-project', 40)],
    notes: [
      note('kept-note', 'kept-project', null),
      note('old-note', 'kept-project', 40),
      note('younger-note', 'kept-project', 20),
      note('note-within', 'old-project', null),
    ],
    settings: defaultSettings,
  };
}
const due = ['note:note-within', 'note:old-note', 'project:old-project'];
const kept = ['note:kept-note', 'note:younger-note', 'project:kept-project'];

async function importAll(page: Page, earlier = 0): Promise<void> {
  const text = exportText(exportDocument(makeTrash(earlier), { now: daysAgo(0), appVersion: '0.1.0' }));
  const expected = { added: 6, changed: 0, same: 1, rejected: 0 };
  await carryOut(page, { type: 'import', text, ignoreChecksum: false, expected });
  await expectMirrored(page);
}

/**
 * As if all that had been deleted here, on those days: what an import brings counts from the import. The background is
 * then a new one, with the true clock and its look at the trash still to come.
 */
async function trashThen(worker: Worker, page: Page, earlier = 0): Promise<void> {
  await setClock(worker, { ahead: -(41 + earlier) * dayMs });
  await importAll(page, earlier);
  await startAgain(page);
}

const recordsOf = async (page: Page): Promise<string[]> =>
  Object.keys(await stored(page))
    .filter((key) => /^(project|note):/.test(key))
    .toSorted();

/** Stops the background and wakes it again: what it does at its start it does now. */
async function startAgain(page: Page): Promise<void> {
  await stopWorker(page);
  await page.evaluate(async () => {
    while (!(await chrome.runtime.sendMessage({ type: 'askHealth' }).catch(() => null)));
  });
}

/** The background looks 3 s after its start, which takes its time on a busy machine. */
const soon = { timeout: 30_000 };

const dueSince = async (page: Page) => (await stored(page))['trash-due-since'];
const setDueSince = (page: Page, since: string) =>
  page.evaluate((then) => chrome.storage.local.set({ 'trash-due-since': then }), since);

test('after 30 days the background removes it, once the clock has said so for a day, from both copies', async ({
  openPopup,
  worker,
}) => {
  const page = await openPopup();
  await trashThen(worker, page);

  await test.step('seen for the first time: it stays, as the clock may be wrong', async () => {
    await expect.poll(() => dueSince(page), soon).toEqual(expect.any(String));
    expect(await recordsOf(page)).toEqual([...due, ...kept].toSorted());
  });

  await test.step('a clock that was years ahead then counts from now on', async () => {
    await setDueSince(page, daysAgo(-3_650));
    await startAgain(page);
    await expect.poll(async () => String(await dueSince(page)) < daysAgo(-1), soon).toBe(true);
    expect(await recordsOf(page)).toEqual([...due, ...kept].toSorted());
  });

  await test.step('a day later: what is due is gone, the rest stays', async () => {
    await setDueSince(page, daysAgo(1));
    await startAgain(page);
    await expect.poll(() => recordsOf(page), soon).toEqual(kept);
    await expect.poll(() => dueSince(page), soon).toBeUndefined();
    await expectWhole(page);
    await expectMirrored(page);
  });
});

test('a clock that jumps ten years ahead removes what was due before, and nothing else', async ({
  openPopup,
  worker,
}) => {
  const page = await openPopup();
  // Everything of ten years ago: the clock of now is the one that jumped.
  await trashThen(worker, page, 3_650);
  await setDueSince(page, daysAgo(3_650));
  await startAgain(page);
  await expect.poll(() => recordsOf(page), soon).toEqual(kept);
  await expect.poll(() => dueSince(page), soon).toBeUndefined();
  await expectWhole(page);
});

test('what an import brings into the trash is not due, and that something once was is forgotten', async ({
  openPopup,
}) => {
  const page = await openPopup();
  await importAll(page);
  // As the trash left it that was emptied by hand.
  await setDueSince(page, daysAgo(100));
  await startAgain(page);
  await expect.poll(() => dueSince(page), soon).toBeUndefined();
  expect(await recordsOf(page)).toEqual([...due, ...kept].toSorted());
  await expectWhole(page);
});

test('nothing leaves the trash while the library is damaged, whoever asks', async ({ openPopup, worker }) => {
  const page = await openPopup();
  await trashThen(worker, page);
  await page.evaluate(async () => {
    await chrome.storage.local.remove('note:kept-note');
    await chrome.storage.session.remove('keys-counted');
  });
  await startAgain(page);
  await expect(page.getByRole('status').filter({ hasText: 'One record is damaged' })).toBeVisible();
  // Due only now: a look from before the damage was known would remove it, and rightly.
  await setDueSince(page, daysAgo(2));
  await startAgain(page);
  const command = { type: 'empty-trash', until: daysAgo(0) } as const;
  const [refused] = await run(page, [{ op: 'empty-it-now', command }]);
  expect(refused).toMatchObject({ ok: false, error: { code: 'damaged' } });
  // The background looks 3 s after its start; the test before this one shows that it does.
  await page.waitForTimeout(4_500);
  expect(await recordsOf(page)).toEqual(
    [...due, ...kept].filter((key) => key !== 'note:kept-note').toSorted(),
  );
});

test('a library from before its trash was listed learns what is in it, and loses nothing', async ({
  openPopup,
  worker,
}) => {
  const page = await openPopup();
  await trashThen(worker, page);
  await page.evaluate(async () => {
    const { index } = await chrome.storage.local.get('index');
    delete (index as { trash?: unknown }).trash;
    await chrome.storage.local.set({ index });
  });
  await startAgain(page);
  const trash = async () => ((await stored(page)).index as { trash?: Record<string, string> }).trash;
  await expect
    .poll(async () => Object.keys((await trash()) ?? {}).toSorted(), soon)
    .toEqual(['old-note', 'younger-note']);
  expect(await recordsOf(page)).toEqual([...due, ...kept].toSorted());
  await expectWhole(page);
});
