import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { exportDocument, exportText } from '../../lib/library/export-file.ts';
import { run, stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, carryOut, keepProject } from '../e2e/library.ts';
import { healthOf } from './broken-copy.ts';
import { expectWhole, notesIn } from './copies.ts';
import { killBrowser } from './killed-browser.ts';
import { makeLibrary } from './made-library.ts';
import { tier } from './tier.ts';

test('a browser that is killed during an import of 10,000 notes has none or all of them, never some', async ({
  underline,
  openExtensionPage,
  profile,
}) => {
  const kills = tier(10, 100);
  test.setTimeout(kills * 180_000);
  const first = await openExtensionPage('popup.html');
  await addNote(first, await keepProject(first, 'Mine', ['$MINE']), 'Mine');
  const library = makeLibrary(50, 200);
  const text = exportText(exportDocument(library, { now: new Date().toISOString(), appVersion: '0.1.0' }));
  // Settings of its own come with the made library: the one more.
  const expected = { added: 10_050, changed: 1, same: 0, rejected: 0 };
  const command = { type: 'import', text, ignoreChecksum: false, expected } as const;
  const undo = async (page: Page, op: string) => {
    await carryOut(page, { type: 'undo-import', op });
    expect(notesIn(await stored(page))).toHaveLength(1);
  };

  const begun = performance.now();
  const whole = randomUUID();
  expect((await run(first, [{ op: whole, command }]))[0]?.ok, 'nobody kills it').toBe(true);
  /** How long one takes, as far as is known. */
  let took = performance.now() - begun;
  await undo(first, whole);

  const outcomes = { before: 0, after: 0 };
  // A machine that became slower may need some more for both.
  const isMissing = () => Math.min(outcomes.before, outcomes.after) === 0;
  let kill = 0;
  for (; kill < kills || (isMissing() && kill < 2 * kills); kill += 1) {
    const page = await openExtensionPage('popup.html');
    const op = randomUUID();
    void run(page, [{ op, command }]).catch(() => undefined);
    // Spread over the time that it takes and somewhat more: the write is a short part of it, and the last.
    const moment = took * (0.1 + (1.5 * ((kill % kills) + Math.random())) / kills);
    await new Promise((resolve) => setTimeout(resolve, moment));
    await killBrowser(underline.context, profile);
    await underline.restart();
    const after = await openExtensionPage('popup.html');
    const found = notesIn(await expectWhole(after)).length;
    expect([1, 10_001], `killed after ${moment} ms`).toContain(found);
    outcomes[found === 1 ? 'before' : 'after'] += 1;
    // The machine has become slower, or quicker: both outcomes are wanted all the same.
    if (found === 1 ? moment > took : moment < took) took = moment;
    expect(await healthOf(after)).toMatchObject({ problem: null });
    await expect(after.getByRole('alert')).toHaveCount(0);
    if (found > 1) await undo(after, op);
  }
  expect(Math.min(outcomes.before, outcomes.after), 'kills before it was saved, and after').toBeGreaterThan(
    0,
  );
  console.log(
    `killed during an import: ${kill} kills, ${outcomes.before} before, ${outcomes.after} after, 0 between`,
  );
});
