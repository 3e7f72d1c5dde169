import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { partKeys } from '../../lib/extension/index-parts.ts';
import { run, stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, carryOut } from '../e2e/library.ts';
import { stopWorker } from '../e2e/worker-events.ts';
import { healthOf } from './broken-copy.ts';
import { expectMirrored, expectWhole, inMirror, mutateMirror, notesIn } from './copies.ts';
import { importing, makeLibrary } from './made-library.ts';

/** More than one record of the index holds: they lie in seven parts of 192. */
const projects = 1_200;

/** Under which keys the index lies in the store, and in the second copy. */
async function indexKeys(page: Page): Promise<string[][]> {
  const inStore = await page.evaluate(() => chrome.storage.local.getKeys());
  return [inStore, Object.keys(await inMirror(page))].map((keys) =>
    keys.filter((key) => key.startsWith('index')).toSorted(),
  );
}

/** Imports a library of so many; answers its projects' ids in their order, and the import's operation id. */
async function importLarge(page: Page): Promise<{ ids: string[]; op: string }> {
  const library = makeLibrary(projects, 1);
  const op = randomUUID();
  const [answer] = await run(page, [{ op, command: importing(library) }]);
  expect(answer).toMatchObject({ ok: true });
  await expectMirrored(page);
  return { ids: library.projects.map(({ id }) => id), op };
}

test('a library of many projects is whole whatever is changed in it, by a worker that starts in between too', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  const { ids, op } = await importLarge(popup);
  const apart = ['index', ...partKeys.slice(0, 7)];
  expect(await indexKeys(popup)).toEqual([apart, apart]);
  for (const at of [0, 191, 192, 700, 1_199]) {
    await carryOut(popup, { type: 'set-status', id: ids[at] ?? '', status: 'passed' });
    await addNote(popup, ids[at] ?? '', `About ${at}`);
    await stopWorker(popup);
  }
  const records = await expectWhole(popup);
  const index = records.index as { projects: Record<string, { status: string; notes: number }> };
  expect(Object.keys(index.projects)).toEqual(ids);
  const passed = ids.filter((id) => index.projects[id]?.status === 'passed');
  expect(passed).toEqual([0, 191, 192, 700, 1_199].map((at) => ids[at]));
  // Stopped before it wrote there, the last worker left that to the next one.
  await healthOf(popup);
  await expectMirrored(popup);

  // What every surface shows of it, followed from before the changes, and read anew.
  for (const surface of [popup, await openExtensionPage('popup.html')]) {
    await surface.getByRole('combobox', { name: 'Search projects and notes' }).fill('Project 700');
    await expect(
      surface
        .getByRole('option')
        .filter({ hasText: /Project 700/ })
        .first(),
    ).toContainText('Passed');
  }

  expect((await run(popup, [{ op: randomUUID(), command: { type: 'undo-import', op } }]))[0]).toMatchObject({
    ok: true,
  });
  await expect.poll(() => indexKeys(popup), 'nothing of what is gone stays').toEqual([['index'], ['index']]);
  await expectWhole(popup);
});

const half = { 'index:2': 'json:{"a":' };

for (const [what, damage] of [
  ['removed', (page: Page) => page.evaluate(() => chrome.storage.local.remove('index:2'))],
  ['half', (page: Page) => page.evaluate((part) => chrome.storage.local.set(part), half)],
  [
    'half in both copies',
    async (page: Page) => {
      await page.evaluate((part) => chrome.storage.local.set(part), half);
      await mutateMirror(page, half);
    },
  ],
] as const) {
  test(`a part of the index that is ${what} is damage: it is said, nothing is saved, and it is repaired`, async ({
    openExtensionPage,
  }) => {
    const popup = await openExtensionPage('popup.html');
    const { ids } = await importLarge(popup);
    const before = notesIn(await expectWhole(popup));
    await damage(popup);
    await stopWorker(popup);
    await expect.poll(async () => (await healthOf(popup)).problem).not.toBeNull();
    const command = { type: 'set-status', id: ids[0] ?? '', status: 'passed' } as const;
    expect((await run(popup, [{ op: randomUUID(), command }]))[0]).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });

    const options = await openExtensionPage('options.html#data');
    await options.getByRole('button', { name: 'Repair…' }).click();
    await options.getByRole('button', { name: 'Repair now' }).click();
    await expect(options.getByText('No damage is known')).toBeVisible();
    const after = await expectWhole(popup);
    expect(notesIn(after)).toHaveLength(before.length);
    expect(Object.keys(Object(Reflect.get(Object(after.index), 'projects'))).toSorted()).toEqual(
      ids.toSorted(),
    );
    const aside = Object.entries(await stored(popup)).filter(([key]) => /^aside:.*:store:index$/.test(key));
    expect(JSON.stringify(aside), 'what was left of the index is kept').toContain('Project 100');
    await carryOut(popup, command);
    await expectWhole(popup);
    await expectMirrored(popup);
  });
}
