import './browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Envelope } from '../../../lib/library/command.ts';
import { runCommand, runDraft } from '../../../lib/state/commands.ts';
import { keep, MemoryStore, note } from '../library/memory-store.ts';

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

describe('runDraft', () => {
  /** A store whose worker answers nobody while it is `away`; it may be so for the answer alone. */
  function storeBehind() {
    const store = new MemoryStore();
    const worker = { away: false, deaf: false };
    const runtime: Record<string, unknown> = fakeBrowser.runtime as never;
    runtime.sendMessage = async ({ data: { op, command } }: { data: Envelope }) => {
      if (worker.away) throw new Error('The message channel closed.');
      const result = store.run(command, op);
      if (worker.deaf) throw new Error('The message channel closed.');
      return answers(result.ok ? { ok: true, value: result.value.answer } : result);
    };
    return { store, worker };
  }
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('control: a draft that nobody took is sent again until it is kept', async () => {
    const { store, worker } = storeBehind();
    worker.away = true;
    const kept = runDraft('keep:opg', 'abc');
    await vi.advanceTimersByTimeAsync(200);
    worker.away = false;
    await vi.runAllTimersAsync();
    expect(await kept).toMatchObject({ ok: true });
    expect(store.base().drafts).toEqual({ 'keep:opg': 'abc' });
  });

  test.each([
    ['what was typed since', 'abcdef', { 'keep:opg': 'abcdef' }],
    ['that it was forgotten since', '', {}],
  ])('an older one is not kept over %s, and is no failure', async (_, newer, drafts) => {
    const { store, worker } = storeBehind();
    worker.away = true;
    const older = runDraft('keep:opg', 'abc');
    const other = runDraft('keep:btc', 'its own');
    await vi.advanceTimersByTimeAsync(250);
    worker.away = false;
    expect(await runDraft('keep:opg', newer)).toMatchObject({ ok: true });
    await vi.runAllTimersAsync();
    expect(await older).toBeNull();
    expect(await other).toMatchObject({ ok: true });
    expect(store.base().drafts).toEqual({ 'keep:btc': 'its own', ...drafts });
  });

  test('one that was kept, but not answered, is not kept again over a newer one', async () => {
    const { store, worker } = storeBehind();
    worker.deaf = true;
    const older = runDraft('keep:opg', 'abc');
    await vi.advanceTimersByTimeAsync(50);
    worker.deaf = false;
    await runDraft('keep:opg', 'abcdef');
    await vi.runAllTimersAsync();
    expect(await older).toBeNull();
    expect(store.base().drafts).toEqual({ 'keep:opg': 'abcdef' });
  });

  test('the newest one that can not be kept says so', async () => {
    const { worker } = storeBehind();
    worker.away = true;
    const [older, newest] = [runDraft('keep:opg', 'abc'), runDraft('keep:opg', 'abcdef')];
    await vi.runAllTimersAsync();
    expect(await older).toBeNull();
    expect(await newest).toMatchObject({ error: { code: 'unreachable' } });
  });

  test.each([
    ['a note', (id: string) => [id, note(id, 'Saved')] as const],
    ['a name', (id: string) => [`name:${id}`, { type: 'edit-project', id, name: 'Saved' }] as const],
    ['a project', () => ['keep:new', { ...keep('Saved', '$NEW'), draft: 'keep:new' }] as const],
  ] as const)('a late one does not come back after %s that was made of it', async (_, of) => {
    const { store, worker } = storeBehind();
    const [about, command] = of(store.must(keep('OpenGradient', '$OPG')));
    worker.away = true;
    const late = runDraft(about, 'Saved');
    await vi.advanceTimersByTimeAsync(200);
    worker.away = false;
    expect(await runCommand(command as never)).toMatchObject({ ok: true });
    await vi.runAllTimersAsync();
    expect(await late).toBeNull();
    expect(store.base().drafts).toEqual({});
  });

  test('what is typed while a save is under way stays', async () => {
    const { store, worker } = storeBehind();
    const id = store.must(keep('OpenGradient', '$OPG'));
    worker.away = true;
    const late = runDraft(id, 'Saved');
    const saved = runCommand(note(id, 'Saved'));
    const next = runDraft(id, 'the next one');
    await vi.advanceTimersByTimeAsync(200);
    worker.away = false;
    await vi.runAllTimersAsync();
    expect([await late, await saved, await next]).toMatchObject([null, { ok: true }, { ok: true }]);
    expect(store.base().drafts).toEqual({ [id]: 'the next one' });
  });
});
