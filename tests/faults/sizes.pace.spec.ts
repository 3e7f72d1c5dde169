import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { expectMirrored, expectWhole, notesIn } from './copies.ts';
import { importInto, makeLibrary } from './made-library.ts';
import { tier } from './tier.ts';

/** Twice the aims: what fails here became slower, whatever else the machine does. */
const slower = 2;
const saveMs = 75 * slower;
const exportMs = 5_000 * slower;
const importMs = 15_000 * slower;
const saves = 200;
/** A machine that does something else makes a round slower and never quicker: the quickest is the truest. */
const mostRounds = 3;

/** Saves so many notes one after another, or as long as `meanwhile` is answered; answers how long 95 of 100 took, in milliseconds. */
async function savesTook(page: Page, projectId: string, meanwhile?: { type: string }): Promise<number> {
  const took = await page.evaluate(
    async ([id, count, other]) => {
      const all: number[] = [];
      let isOver = false;
      const over = other && chrome.runtime.sendMessage(other).then(() => (isOver = true));
      while (other ? !isOver : all.length < count) {
        const kind = { type: 'note' };
        const command = { type: 'add-note', projectId: id, kind, body: 'One more', source: null };
        const begun = performance.now();
        const message = { type: 'run', data: { op: crypto.randomUUID(), command } };
        const { answer } = await chrome.runtime.sendMessage(message);
        if (!answer.ok) throw new Error(answer.error.message);
        all.push(performance.now() - begun);
      }
      await over;
      return all;
    },
    [projectId, saves, meanwhile] as const,
  );
  expect(took.length, 'saves that were timed').toBeGreaterThan(0);
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;
}

/** As `savesTook`: the quickest of some rounds, one if it is quick enough. */
async function savesBest(page: Page, projectId: string, meanwhile?: { type: string }): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds && best > saveMs; round += 1)
    best = Math.min(best, await savesTook(page, projectId, meanwhile));
  return best;
}

for (const [what, small, big] of [
  ['small', 1_000, 10_000],
  ['large', 10_000, 50_000],
] as const) {
  test(`a ${what} library saves, exports and imports as quickly as it has to`, async ({
    openExtensionPage,
  }, testInfo) => {
    const size = tier(small, big);
    test.setTimeout(600_000);
    const panel = await openExtensionPage('sidepanel.html');
    const library = makeLibrary(size / 20, 20);
    const [project] = library.projects;
    const begun = performance.now();
    await importInto(panel, library);
    const imported = performance.now() - begun;
    await expectMirrored(panel, { timeout: 60_000 });

    const saved = await savesBest(panel, project?.id ?? '');
    const savedMeanwhile = await savesBest(panel, project?.id ?? '', { type: 'backUp' });

    await panel.getByRole('button', { name: 'More' }).click();
    const exporting = performance.now();
    const [download] = await Promise.all([
      panel.waitForEvent('download', { timeout: 60_000 }),
      panel.getByRole('menuitem', { name: 'Export' }).click(),
    ]);
    const exported = performance.now() - exporting;
    const file = testInfo.outputPath('export.json');
    await download.saveAs(file);
    const { notes } = JSON.parse(await readFile(file, 'utf8'));
    expect(notes.length).toBeGreaterThanOrEqual(size + saves);
    expect(notes).toHaveLength(notesIn(await expectWhole(panel)).length);
    console.log(
      `${size} notes: import ${imported.toFixed(0)} ms, export ${exported.toFixed(0)} ms, ` +
        `95 % of saves within ${saved.toFixed(1)} ms, while a backup is made ${savedMeanwhile.toFixed(1)} ms`,
    );
    expect(saved, 'a save').toBeLessThanOrEqual(saveMs);
    expect(savedMeanwhile, 'a save while a backup is made').toBeLessThanOrEqual(saveMs);
    expect(exported, 'an export').toBeLessThanOrEqual(exportMs);
    expect(imported, 'an import').toBeLessThanOrEqual(importMs);
  });
}
