import { sendMessage } from '../extension/protocol.ts';
import type { Answer, Command } from '../library/command.ts';
import { type Failure, failed, type Result } from '../library/result.ts';

/** What arrives through a message is `unknown`: `undefined` when nobody answered. */
function asResult(answer: unknown): Result<Answer> | null {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return null;
  if (answer.ok === true && 'value' in answer) return { ok: true, value: answer.value as Answer };
  if (answer.ok === false && 'error' in answer) return { ok: false, error: answer.error as Failure };
  return null;
}

const tryOnce = (op: string, command: Command): Promise<Result<Answer> | null> =>
  sendMessage('run', { op, command }).then(asResult, () => null);

/**
 * Sends a command to the writer; the answer comes after it is saved. When none comes (a worker killed on the way)
 * it is sent once more under the same operation id, so it can not be carried out twice.
 * `op` matters only to a caller that will undo by it. Fails with `unreachable`, or as the writer says.
 */
export async function runCommand(
  command: Command,
  op: string = crypto.randomUUID(),
): Promise<Result<Answer>> {
  const answer = (await tryOnce(op, command)) ?? (await tryOnce(op, command));
  return (
    answer ??
    failed(
      'unreachable',
      'Underline did not answer, so this may not be saved. Try again; if it stays, restart the browser.',
    )
  );
}
