import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { checksumOf } from '../../lib/library/digest.ts';
import type { ExportDocument } from '../../lib/library/export-schema.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote } from '../e2e/library.ts';
import { expectMirrored, expectWhole, notesIn } from './copies.ts';
import { damages, storeFolder } from './damaged-files.ts';
import { importInto, makeLibrary } from './made-library.ts';
import { tier } from './tier.ts';

test('a store damaged on disk never looks empty, exports what can be read, and is repaired from both copies', async ({
  underline,
  openExtensionPage,
  extensionId,
  profile,
}, testInfo) => {
  const rounds = tier(1, 3);
  test.setTimeout(rounds * 600_000);
  // Larger than a log grows, so that there are tables too; then some that stand in the log alone.
  const library = makeLibrary(30, 4, 45_000);
  const first = await openExtensionPage('popup.html');
  await importInto(first, library);
  const [project] = library.projects;
  for (let number = 0; number < 10; number += 1)
    await addNote(first, project?.id ?? '', `Late note ${number}`);
  const all = bodies(notesIn(await expectWhole(first)));
  await expectMirrored(first);
  await underline.context.close();
  const seed = testInfo.outputPath('seed');
  await cp(profile, seed, { recursive: true, filter: (path) => !path.includes('Singleton') });
  console.log(`files of the store: ${(await readdir(storeFolder(seed, extensionId))).join(' ')}`);

  for (let round = 0; round < rounds; round += 1)
    for (const { what, make } of damages)
      await test.step(what, async () => {
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
        await cp(seed, profile, { recursive: true });
        await make(storeFolder(profile, extensionId), rounds === 1 ? 0.5 : Math.random());
        await underline.restart();
        const popup = await openExtensionPage('popup.html');

        // Counted: the tabs stand before anything is read.
        const watchlist = popup.getByRole('tab', { name: /^Watchlist.*30/ });
        const failed = popup.getByRole('alert');
        await expect(watchlist.or(failed).first()).toBeVisible();
        if (await watchlist.isVisible()) {
          await watchlist.click();
          // The tab counts all; only rows near the view stand in the page.
          const rows = popup.getByRole('region', { name: 'Watching' }).getByRole('listitem');
          await expect(rows.first()).toBeVisible();
        }
        await expect(popup.getByText(/No projects|Nothing on your watchlist|No notes yet/)).toHaveCount(0);

        const options = await openExtensionPage('options.html#data');
        const whole = options.getByText('No damage is known');
        const repair = options.getByRole('button', { name: 'Repair…' });
        // Where the browser writes nothing any more, the way is by the file.
        const reinstall = options.getByText('nothing can be written to them');
        const shown = whole.or(repair).or(reinstall).first();
        await expect(shown).toBeVisible({ timeout: 30_000 });
        // What nobody noticed at the start is found by checking everything.
        let noticed = !(await whole.isVisible());
        if (!noticed) {
          // Not by the button: it goes as soon as anybody meets the damage.
          const { problem } = await options.evaluate(
            async () => (await chrome.runtime.sendMessage({ type: 'checkLibrary' })).answer,
          );
          noticed = problem !== null;
          const said = noticed ? repair.or(reinstall) : whole;
          await expect(said.first()).toBeVisible({ timeout: 30_000 });
        }
        const heading = options.getByRole('heading', { level: 2 }).first();
        const found = noticed ? await heading.textContent() : 'the browser mended it, or nothing was hit';

        const [download] = await Promise.all([
          options.waitForEvent('download'),
          options.getByRole('button', { name: /^Export (what is readable|everything)/ }).click(),
        ]);
        const file = testInfo.outputPath('export.json');
        await download.saveAs(file);
        const { checksum, projects, notes, settings } = JSON.parse(
          await readFile(file, 'utf8'),
        ) as ExportDocument;
        expect(bodies(notes), 'notes in the export').toEqual(all);
        expect(checksum).toBe(checksumOf({ projects, notes, settings }));

        const mended = !(await reinstall.isVisible());
        if (mended && noticed) {
          await repair.click();
          await options.getByRole('button', { name: 'Repair now' }).click();
          await expect(whole).toBeVisible({ timeout: 30_000 });
        }
        if (mended) {
          expect(bodies(notesIn(await expectWhole(options))), 'notes after the repair').toEqual(all);
          await expectMirrored(options);
          await addNote(options, projects[0]?.id ?? '', 'Saving works again');
        }
        console.log(
          `store damaged: ${what}: ${found}; ${mended ? 'repaired' : 'exported whole, to be reinstalled'}`,
        );
        await underline.context.close();
      });
});

const bodies = (notes: readonly { body: string }[]): string[] => notes.map(({ body }) => body).sort();
