import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { healthOf } from './broken-copy.ts';
import { expectMirrored, expectWhole, notesIn } from './copies.ts';
import { tier } from './tier.ts';

test('a worker that is stopped at any moment loses nothing that it acknowledged, and repeats nothing', async ({
  context,
  openExtensionPage,
}) => {
  const stops = tier(100, 1_000);
  test.setTimeout(stops * 2_000);
  const page = await openExtensionPage('popup.html');
  const id = await keepProject(page, 'Stopped', ['$STOP']);
  // Sends note after note as the surfaces do: the same operation again until it is answered.
  const writing = page.evaluate(async (projectId) => {
    const acknowledged: string[] = [];
    let again = 0;
    Reflect.set(globalThis, 'done', false);
    while (!Reflect.get(globalThis, 'done')) {
      const body = `Note ${acknowledged.length}`;
      const command = { type: 'add-note', projectId, kind: { type: 'note' }, body, source: null };
      const message = { type: 'run', data: { op: crypto.randomUUID(), command } };
      for (let answered = false; !answered; ) {
        const outcome = await chrome.runtime.sendMessage(message).catch(() => undefined);
        answered = outcome?.answer?.ok === true;
        if (!answered) again += 1;
        if (outcome?.answer?.ok === false) throw new Error(outcome.answer.error.message);
      }
      acknowledged.push(body);
      Reflect.set(globalThis, 'acknowledged', acknowledged.length);
    }
    return { acknowledged, again };
  }, id);

  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  for (let stop = 0; stop < stops; stop += 1) {
    const before = await page.evaluate(() => Reflect.get(globalThis, 'acknowledged') ?? 0);
    // At a random moment of the next few saves: while it reads, writes, answers or copies.
    const moment = Math.random() * 3;
    await expect
      .poll(() => page.evaluate(() => Reflect.get(globalThis, 'acknowledged') ?? 0), { intervals: [1] })
      .toBeGreaterThan(before + Math.floor(moment));
    await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), (moment % 1) * 8);
    await session.send('ServiceWorker.stopAllWorkers');
  }
  await page.evaluate(() => Reflect.set(globalThis, 'done', true));
  const { acknowledged, again } = await writing;
  expect(again, 'commands that a stop met under way').toBeGreaterThan(stops / 20);

  // Awake: where the last stop met the second copy, the next worker makes up for it.
  await healthOf(page);
  const records = await expectWhole(page);
  const bodies = notesIn(records).map(({ body }) => body);
  expect(bodies.toSorted(), 'each acknowledged note, exactly once').toEqual(acknowledged.toSorted());
  await expectMirrored(page);
  expect(Object.keys(await stored(page)).filter((key) => key.startsWith('aside:'))).toEqual([]);
  test.info().annotations.push({
    type: 'figure',
    description: `${stops} stops, ${acknowledged.length} notes, ${again} sent again`,
  });
  console.log(
    `worker stopped: ${stops} stops, ${acknowledged.length} acknowledged, ${again} sent again, 0 lost`,
  );
});
