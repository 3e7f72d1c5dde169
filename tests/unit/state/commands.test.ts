import './browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../lib/state/commands.ts';

const pause = { type: 'pause', on: true } as const;
const saved = { ok: true, value: { id: null, skipped: 0 } };

type Try = { answer: unknown } | { error: string } | { closed: true };

/** Stands at the other end of the channel and answers each try in turn; `closed` is a worker killed before it could. */
function writerThatAnswers(tries: Try[]): string[] {
  const ops: string[] = [];
  const runtime: Record<string, unknown> = fakeBrowser.runtime as never;
  runtime.sendMessage = async (message: { data: { op: string } }) => {
    const now = tries[ops.push(message.data.op) - 1] ?? { error: 'asked once too often' };
    if ('closed' in now) throw new Error('The message channel closed.');
    return now;
  };
  return ops;
}

const closed: Try = { closed: true };
const thrown: Try = { error: 'x is undefined' };
const answers = (answer: unknown): Try => ({ answer });

describe('runCommand', () => {
  const cases: { why: string; tries: Try[]; code: string | null }[] = [
    { why: 'the first answer counts', tries: [answers(saved)], code: null },
    { why: 'a worker killed on the way is asked again', tries: [closed, answers(saved)], code: null },
    { why: 'undefined is no answer', tries: [answers(undefined), answers(saved)], code: null },
    { why: 'what is not an answer is none', tries: [answers('yes'), answers(saved)], code: null },
    {
      why: 'a worker that takes its time to stop is asked until it is there again',
      tries: [closed, closed, answers(undefined), answers(saved)],
      code: null,
    },
    {
      why: 'five times nothing is a failure',
      tries: [answers(undefined), closed, closed, closed, closed],
      code: 'unreachable',
    },
    {
      why: 'a failure of the writer is an answer, not asked again',
      tries: [answers({ ok: false, error: { code: 'not-found', message: 'It is gone.' } })],
      code: 'not-found',
    },
    { why: 'what the writer throws is no silence, and not asked again', tries: [thrown], code: 'broken' },
  ];
  test.each(cases)('$why', async ({ tries, code }) => {
    const ops = writerThatAnswers(tries);
    const result = await runCommand(pause);
    expect(ops).toHaveLength(tries.length);
    expect(new Set(ops).size, 'every try is the same operation').toBe(1);
    expect(result.ok ? null : result.error.code).toBe(code);
  });

  test('what the writer threw is said', async () => {
    writerThatAnswers([thrown]);
    expect(await runCommand(pause)).toMatchObject({
      error: { message: expect.stringContaining('x is undefined') },
    });
  });

  test('two commands are two operations', async () => {
    const ops = writerThatAnswers([answers(saved), answers(saved)]);
    await runCommand(pause);
    await runCommand(pause);
    expect(new Set(ops).size).toBe(2);
  });

  test('the caller may name the operation, to undo by it', async () => {
    const ops = writerThatAnswers([answers(saved)]);
    await runCommand(pause, 'an-operation');
    expect(ops).toEqual(['an-operation']);
  });
});
