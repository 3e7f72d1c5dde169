import { expect, it } from 'vitest';
import { createBatches } from '../../../lib/extension/batches.ts';
import { createTurns } from '../../../lib/extension/turns.ts';
import type { Answer } from '../../../lib/library/answer.ts';
import type { Command, Envelope } from '../../../lib/library/command.ts';
import { done, failed, type Result } from '../../../lib/library/result.ts';

const late = failed('storage-failed', 'late');
const pause = (op: string): Envelope => ({ op, command: { type: 'pause', on: true } });
const alone: Command[] = [
  { type: 'undo-import', op: 'import-01' },
  { type: 'empty-trash', until: '2026-01-01T00:00:00.000Z' },
  {
    type: 'import',
    text: '',
    ignoreChecksum: false,
    expected: { added: 0, changed: 0, same: 0, rejected: 0 },
  },
];

/** Commands whose first save waits for `save`; `saved` names those that were saved together. */
function create() {
  const turns = createTurns();
  const saved: string[][] = [];
  const save = Promise.withResolvers<void>();
  const run = createBatches(
    turns,
    async (envelopes) => {
      const ops = envelopes.map(({ op }) => op);
      saved.push(ops);
      await turns.overdue(save.promise, 50);
      if (ops.includes('throws')) throw new Error('unexpected');
      return ops.map((op): Result<Answer> => done({ id: op, skipped: 0 }));
    },
    () => late,
  );
  return { run, saved, save, turns };
}

it('what waits for one save is saved in the next together, in order, and each is answered for itself', async () => {
  const { run, saved, save } = create();
  const answers = ['a', 'b', 'c', 'd'].map((op) => run(pause(op)));
  await Promise.resolve();
  const more = run(pause('e'));
  save.resolve();
  const ids = (await Promise.all([...answers, more])).map((answer) => answer.ok && answer.value.id);
  expect(ids).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(saved.flat()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(saved.length).toBeLessThanOrEqual(2);
});

it('no more than twenty at once', async () => {
  const { run, saved, save } = create();
  save.resolve();
  const ops = Array.from({ length: 50 }, (_, at) => `op-${at}`);
  await Promise.all(ops.map((op) => run(pause(op))));
  expect(saved.map((batch) => batch.length)).toEqual([20, 20, 10]);
  expect(saved.flat()).toEqual(ops);
});

it.each(alone)('$type is carried out by itself, in its place', async (command) => {
  const { run, saved, save } = create();
  save.resolve();
  await Promise.all([run(pause('a')), run(pause('b')), run({ op: 'alone', command }), run(pause('c'))]);
  expect(saved).toEqual([['a', 'b'], ['alone'], ['c']]);
});

it.each([
  [
    ['throws', 'b', 'c'],
    [['throws', 'b', 'c'], ['throws'], ['b', 'c']],
  ],
  [
    ['a', 'throws', 'c'],
    [['a', 'throws', 'c'], ['a'], ['throws', 'c'], ['throws'], ['c']],
  ],
  [
    ['a', 'b', 'throws'],
    [['a', 'b', 'throws'], ['a'], ['b', 'throws'], ['b'], ['throws']],
  ],
])(
  'what went wrong unexpectedly with one of %j is told to it alone; the others are carried out',
  async (ops, tried) => {
    const { run, saved, save } = create();
    save.resolve();
    const answers = await Promise.allSettled(ops.map((op) => run(pause(op))));
    expect(answers).toEqual(
      ops.map((op) =>
        op === 'throws'
          ? { status: 'rejected', reason: new Error('unexpected') }
          : { status: 'fulfilled', value: done({ id: op, skipped: 0 }) },
      ),
    );
    expect(saved).toEqual(tried);
  },
);

it('who waits for a save that is overdue hears so, and what waited behind it is still saved', async () => {
  const { run, saved, save, turns } = create();
  const first = run(pause('a'));
  await Promise.resolve();
  const second = run({ op: 'alone', command: alone[0] ?? { type: 'pause', on: true } });
  expect([await first, await second]).toEqual([late, late]);
  save.resolve();
  await turns.take(async () => undefined);
  expect(saved).toEqual([['a'], ['alone']]);
});
