import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, carryOut, keepProject } from '../e2e/library.ts';
import { setClock, tenYears } from './clock.ts';
import { expectMirrored, expectWhole, notesIn } from './copies.ts';
import { importInto, makeLibrary } from './made-library.ts';

test('a clock that jumps ten years back and forth keeps all notes in the order in which they were written', async ({
  openExtensionPage,
  worker,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  const id = await keepProject(panel, 'OpenGradient', ['$OPG'], 'watching');
  const clocks = { now: 0, 'ten years back': -tenYears, 'ten years ahead': tenYears, 'now again': 0 };
  const written: string[] = [];
  const years: number[] = [];
  for (const [clock, ahead] of Object.entries(clocks)) {
    await setClock(worker, { ahead });
    const note = await addNote(panel, id, `Written ${clock}`);
    written.unshift(`Written ${clock}`);
    const record = (await stored(panel))[`note:${note}`] as { createdAt: string };
    years.push(Math.round((10 * (Date.parse(record.createdAt) - Date.now())) / tenYears) || 0);
  }
  expect(years, 'the clock was wrong indeed').toEqual([0, -10, 10, 0]);

  const records = await expectWhole(panel);
  const bodies = new Map(notesIn(records).map((note) => [note.id, note.body]));
  const { notes } = records[`project:${id}`] as { notes: string[] };
  expect(notes.map((each) => bodies.get(each))).toEqual(written);
  await expectMirrored(panel);
  await panel.reload();
  await panel.getByRole('tab', { name: 'Recent' }).click();
  await expect(panel.getByText(/^Written /)).toHaveText(written);

  await test.step('edited, trashed and brought back under a clock of long ago', async () => {
    await setClock(worker, { ahead: -tenYears });
    const [newest = '', second = ''] = notes;
    await carryOut(panel, { type: 'edit-note', id: newest, kind: { type: 'note' }, body: 'Edited long ago' });
    await carryOut(panel, { type: 'trash-note', id: second });
    await carryOut(panel, { type: 'restore-note', id: second });
    const after = await expectWhole(panel);
    expect(
      notesIn(after)
        .map(({ body }) => body)
        .toSorted(),
    ).toEqual(['Edited long ago', ...written.slice(1)].toSorted());
    await expectMirrored(panel);
  });
});

test('a thousand notes in one millisecond keep their order, and no two have one id', async ({
  openExtensionPage,
  worker,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await setClock(worker, { stillAt: Date.parse('2026-06-01T12:00:00.000Z') });
  const bodies = await popup.evaluate(async (projectId) => {
    const sent = Array.from({ length: 1_000 }, (_, number) => `Note ${number}`);
    await Promise.all(
      sent.map((body) => {
        const command = { type: 'add-note', projectId, kind: { type: 'note' }, body, source: null };
        return chrome.runtime.sendMessage({ type: 'run', data: { op: crypto.randomUUID(), command } });
      }),
    );
    return sent;
  }, id);

  const records = await expectWhole(popup);
  const notes = new Map(notesIn(records).map((note) => [note.id, note]));
  expect(notes.size).toBe(1_000);
  expect(new Set([...notes.values()].map(({ createdAt }) => createdAt)).size, 'one moment').toBe(1);
  const project = records[`project:${id}`] as { notes: string[] };
  expect(project.notes.map((each) => notes.get(each)?.body)).toEqual(bodies.toReversed());
  await expectMirrored(popup);
});

test('a clock that was ten years ahead for a minute takes the undo of no import away', async ({
  openExtensionPage,
  worker,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  const id = await keepProject(panel, 'Mine', ['$MINE']);
  await importInto(panel, makeLibrary(2, 3));
  for (const ahead of [tenYears, 0]) {
    await setClock(worker, { ahead });
    await addNote(panel, id, `Written ${ahead} ahead`);
  }
  expect(Object.keys(await stored(panel)).filter((key) => key.startsWith('undo:'))).toHaveLength(1);
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name: /^Trash/ }).click();
  await panel.getByRole('button', { name: 'Undo the last import' }).click();
  await panel.getByRole('button', { name: 'Undo it' }).click();
  await expect.poll(async () => notesIn(await stored(panel))).toHaveLength(2);
  await expectWhole(panel);
});
