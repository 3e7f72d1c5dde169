import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { expectMirrored, expectWhole, notesIn } from './copies.ts';
import { tier } from './tier.ts';

const writers = 20;
/** What fails here became slower, whatever else the machine does: it was 485 ms (decision 0020). The aim is 250. */
const slowestMs = 1_000;

test('twenty pages that write at once: nothing is lost, nothing is written twice, nobody waits for long', async ({
  openExtensionPage,
}) => {
  const commands = tier(4_000, 40_000);
  test.setTimeout(commands * 60 + 120_000);
  const first = await openExtensionPage('popup.html');
  const shared = await keepProject(first, 'Shared', ['$SHARED']);
  const pages = await Promise.all(
    Array.from({ length: writers }, async (_, number) => {
      const page = await openExtensionPage('card.html');
      return { page, number, own: await keepProject(page, `Writer ${number}`, [`$W${number}X`]) };
    }),
  );

  const answered = await Promise.all(
    pages.map(({ page, number, own }) =>
      page.evaluate(
        async ([writer, projects, count]) => {
          const took: number[] = [];
          const bodies: string[] = [];
          for (let at = 0; at < count; at += 1) {
            const body = `Note ${at} of writer ${writer}`;
            const projectId = projects[at % projects.length];
            const command = { type: 'add-note', projectId, kind: { type: 'note' }, body, source: null };
            const begun = performance.now();
            const message = { type: 'run', data: { op: crypto.randomUUID(), command } };
            const { answer } = await chrome.runtime.sendMessage(message);
            took.push(performance.now() - begun);
            if (!answer.ok) throw new Error(answer.error.message);
            bodies.push(body);
          }
          return { took, bodies };
        },
        [number, [own, shared], commands / writers] as const,
      ),
    ),
  );

  const records = await expectWhole(first);
  const wanted = answered.flatMap(({ bodies }) => bodies).toSorted();
  expect(wanted).toHaveLength(commands);
  expect(
    notesIn(records)
      .map(({ body }) => body)
      .toSorted(),
    'each acknowledged note, exactly once',
  ).toEqual(wanted);
  await expectMirrored(first);
  const took = answered.flatMap((each) => each.took).toSorted((a, b) => a - b);
  const p95 = took[Math.floor(took.length * 0.95)] ?? 0;
  console.log(
    `${writers} writers: ${commands} commands, 0 lost, half within ${took[took.length >> 1]?.toFixed(0)} ms, 95 % within ${p95.toFixed(0)} ms`,
  );
  expect(p95, 'milliseconds in which 95 of 100 are acknowledged').toBeLessThanOrEqual(slowestMs);
});
