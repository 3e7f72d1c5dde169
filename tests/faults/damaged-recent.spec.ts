import { run } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject } from '../e2e/library.ts';
import { heal, inject } from './broken-storage.ts';
import { expectWhole } from './copies.ts';

test('a recent note that the browser refuses to read keeps no other from being deleted and restored', async ({
  openPopup,
  worker,
}) => {
  const popup = await openPopup();
  const [mine, other] = [
    await keepProject(popup, 'OpenGradient', ['$OPG']),
    await keepProject(popup, 'Render', ['$RNDR']),
  ];
  const lost = await addNote(popup, mine, 'In a damaged block');
  const notes: string[] = [];
  for (let number = 0; number < 10; number += 1) notes.push(await addNote(popup, other, `Note ${number}`));
  const [first = '', second = ''] = notes;
  // As a damaged block does: every read fails in which it is asked for.
  await inject(worker, { call: 'get', way: 'rejects', key: `note:${lost}` });
  const outcomeOf = async (command: Parameters<typeof run>[1][number]['command']) =>
    (await run(popup, [{ op: crypto.randomUUID(), command }]))[0];

  for (const id of [first, second])
    expect(await outcomeOf({ type: 'trash-note', id })).toMatchObject({ ok: true });
  for (const id of [second, first])
    expect(await outcomeOf({ type: 'restore-note', id })).toMatchObject({ ok: true });
  expect(await outcomeOf({ type: 'trash-project', id: other })).toMatchObject({ ok: true });
  expect(await outcomeOf({ type: 'restore-project', id: other })).toMatchObject({ ok: true });
  expect(await outcomeOf({ type: 'trash-note', id: lost }), 'what is about it is refused').toMatchObject({
    ok: false,
  });
  await heal(worker);
  const records = await expectWhole(popup);
  const { recent } = records.index as { recent: string[] };
  expect(recent.toSorted()).toEqual([lost, ...notes].toSorted());
});
