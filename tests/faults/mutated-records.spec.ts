import { readFile } from 'node:fs/promises';
import { noteKey, projectKey } from '../../lib/library/keys.ts';
import { quarantineIn } from '../../lib/library/quarantine.ts';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { expectMirrored, expectWhole, mirrored, mutateMirror, notesIn } from './copies.ts';
import { importInto, makeLibrary } from './made-library.ts';
import { tier } from './tier.ts';

/** Valid JSON of a wrong shape, in ways in which a program of the past or a hand could have made it. */
function mutated(record: Record<string, unknown>, number: number): unknown {
  const fields = Object.keys(record);
  const field = fields[number % fields.length] ?? 'id';
  const { [field]: _, ...without } = record;
  const ways = [
    () => without,
    () => ({ ...record, [field]: { nested: [record[field]] } }),
    () => ({ ...record, [field]: field === 'id' ? 'another-id-0' : 7 }),
    () => ({ ...record, extra: number }),
    () => [record],
    () => 'text',
    () => number,
    () => ({}),
    () => ({ ...record, createdAt: 'yesterday', updatedAt: null }),
    () => ({ ...record, kind: { type: 'unknown' }, aliases: 'none' }),
  ];
  return ways[Math.floor(number / fields.length) % ways.length]?.();
}

test('records of a wrong shape cost no other record: the second copy replaces them, or they are put aside', async ({
  openExtensionPage,
}, testInfo) => {
  const count = tier(500, 10_000);
  test.setTimeout(180_000 + count * 120);
  // Ten thousand records are read several times over.
  const slowly = { timeout: 30_000 + count * 20 };
  const library = makeLibrary(50, Math.ceil((count * 1.2) / 50));
  const page = await openExtensionPage('popup.html');
  await importInto(page, library);
  await expectMirrored(page, slowly);
  const before = await expectWhole(page);

  // Notes, and some projects; every second one in both copies, so that nobody can read it any more.
  const keys = [
    ...library.projects.slice(0, 10).map(({ id }) => projectKey(id)),
    ...library.notes.slice(0, count - 10).map(({ id }) => noteKey(id)),
  ];
  const bad = Object.fromEntries(
    keys.map((key, number) => [key, mutated(before[key] as Record<string, unknown>, number)]),
  );
  const inBoth = Object.fromEntries(Object.entries(bad).filter((_, number) => number % 2 === 1));
  await page.evaluate((records) => chrome.storage.local.set(records), bad);
  await mutateMirror(page, inBoth);

  const options = await openExtensionPage('options.html#data');
  // Not by the button: it goes as soon as anybody meets one of them.
  await options.evaluate(() => chrome.runtime.sendMessage({ type: 'checkLibrary' }));
  await expect(
    options.getByRole('heading', {
      name: `${count.toLocaleString('en')} records are damaged`,
    }),
  ).toBeVisible(slowly);
  // The rest is shown meanwhile.
  await page.reload();
  await page.getByRole('tab', { name: 'Watchlist' }).click();
  await expect(page.getByRole('region', { name: 'Watching' }).getByRole('button').first()).toBeVisible();
  await expect(page.getByText('records are damaged')).toBeVisible(slowly);

  const [download] = await Promise.all([
    options.waitForEvent('download', slowly),
    options.getByRole('button', { name: 'Export what is readable' }).click(),
  ]);
  await download.saveAs(testInfo.outputPath('export.json'));
  const exported = JSON.parse(await readFile(testInfo.outputPath('export.json'), 'utf8'));
  const lostNotes = Object.keys(inBoth).filter((key) => key.startsWith('note:'));
  expect(exported.counts).toEqual({ projects: 50, notes: library.notes.length - lostNotes.length });

  await options.getByRole('button', { name: 'Repair…' }).click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByText('No damage is known')).toBeVisible(slowly);

  const after = await expectWhole(options);
  const lost = new Set(lostNotes);
  for (const { id, body } of library.notes)
    if (!lost.has(noteKey(id))) expect(after[noteKey(id)]).toMatchObject({ body });
  expect(notesIn(after)).toHaveLength(library.notes.length - lost.size);
  // Of a project that is lost in both copies its name, aliases and notes are left.
  for (const { id, name, aliases } of library.projects)
    expect(after[projectKey(id)]).toMatchObject({ name, aliases });

  const all = await stored(options);
  const aside = quarantineIn(all);
  for (const [key, value] of Object.entries(bad)) {
    const kept = aside.filter(({ was }) => was === key);
    expect(
      kept.map(({ from }) => from),
      key,
    ).toEqual(key in inBoth ? ['store', 'mirror'] : ['store']);
    expect(
      kept.map((entry) => all[entry.key]),
      key,
    ).toEqual(kept.map(() => value));
  }
  expect(aside).toHaveLength(count + Object.keys(inBoth).length);
  await expectMirrored(options, slowly);
  expect(Object.keys(await mirrored(options)).length).toBeGreaterThan(0);
  console.log(
    `records mutated: ${count}, ${lost.size} notes lost in both copies, 0 deleted, ${aside.length} put aside`,
  );
});
