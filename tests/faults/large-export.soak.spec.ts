import '../unit/words.ts';
import { readFile } from 'node:fs/promises';
import { planImport } from '../../lib/library/import-plan.ts';
import { largestImport } from '../../lib/library/limits.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { importInto, makeLibrary } from './made-library.ts';

test('a library that is too large for one file is exported as several that can all be imported', async ({
  openExtensionPage,
}, testInfo) => {
  test.setTimeout(180_000);
  const panel = await openExtensionPage('sidepanel.html');
  // Two files of 30 MB came in, one at a time.
  const [first, second] = [makeLibrary(30, 11, 90_000), makeLibrary(30, 11, 90_000)];
  await importInto(panel, first);
  await importInto(panel, second, first.settings);
  await panel.getByRole('button', { name: 'More' }).click();
  const download = (click: () => Promise<void>) =>
    Promise.all([panel.waitForEvent('download', { timeout: 60_000 }), click()]);
  const exported = () =>
    panel.evaluate(async () =>
      Reflect.get(Object((await chrome.storage.local.get('manifest')).manifest), 'exported'),
    );
  const [one] = await download(() => panel.getByRole('menuitem', { name: 'Export' }).click());
  await expect(panel.getByText('Too large for one file. Saved 1 of 2.')).toBeVisible();
  expect(await exported(), 'not before all of it is saved').toBeUndefined();
  const [two] = await download(() => panel.getByRole('button', { name: 'Save 2 of 2' }).click());
  await expect(panel.getByText('All 2 files are saved.')).toBeVisible();
  await expect.poll(exported).toBeDefined();

  let added = 0;
  for (const [at, file] of [one, two].entries()) {
    expect(file.suggestedFilename()).toMatch(new RegExp(`^underline-.*-${at + 1}-of-2\\.json$`));
    const path = testInfo.outputPath(`${at}.json`);
    await file.saveAs(path);
    const text = await readFile(path, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestImport);
    const plan = planImport(
      text,
      { projects: [], notes: [], settings: first.settings },
      { ignoreChecksum: false },
    );
    if (!plan.ok) throw new Error(plan.error.message);
    expect(plan.value.rejected).toEqual([]);
    added += plan.value.notes.added;
  }
  expect(added).toBe(first.notes.length + second.notes.length);
});
