import { expect, test } from 'vitest';
import { operationIds } from '../../../lib/state/operation-ids.ts';
import { keep, MemoryStore, note } from '../library/memory-store.ts';

const written = { kind: { type: 'note' }, body: 'Who checks the answer?' };

test('the same content is the same operation until it is saved', () => {
  const ids = operationIds();
  const first = ids.of(written);
  expect(ids.of({ ...written })).toBe(first);
  ids.saved();
  expect(ids.of(written)).not.toBe(first);
});

test.each([
  ['another text', { ...written, body: 'Who pays?' }],
  ['another kind', { ...written, kind: { type: 'question', answer: 'open' } }],
])('%s is another operation', (_, changed) => {
  const ids = operationIds();
  expect(ids.of(changed)).not.toBe(ids.of(written));
});

test('a note whose first save went unanswered is stored once when the user saves it again', () => {
  const store = new MemoryStore();
  const command = note(store.must(keep('OpenGradient', '$OPG')), written.body);
  const ids = operationIds();
  store.run(command, ids.of(written));
  expect(store.run(command, ids.of(written))).toMatchObject({ ok: true, value: { set: {} } });
  expect(store.library().notes).toHaveLength(1);
});
