import { sendMessage } from '../extension/protocol.ts';
import type { Answer, Command } from '../library/command.ts';
import { parseReply } from '../library/reply.ts';
import { failed, type Result } from '../library/result.ts';

/** Null when nobody answered. */
const tryOnce = (op: string, command: Command): Promise<Result<Answer> | null> =>
  sendMessage('run', { op, command }).then(parseReply, (error) => (isSilence(error) ? null : broken(error)));

/** The messenger gives an error that it passed on a name of its own; the browser's errors of a closed channel have none. */
const isSilence = (error: unknown): boolean =>
  error instanceof Error && (!Object.hasOwn(error, 'name') || error.message === 'No response');

const broken = (error: unknown) =>
  failed(
    'broken',
    `Underline failed inside: ${error instanceof Error ? error.message : String(error)}. Nothing was changed; please report it.`,
  );

/**
 * Sends a command to the writer; the answer comes after it is saved. When none comes (a worker killed on the way)
 * it is sent once more under the same operation id, so it cannot be carried out twice.
 * `op` matters only to a caller that will undo by it. Fails with `unreachable`, with `broken` if
 * the writer threw, or as the writer says.
 */
export async function runCommand(
  command: Command,
  op: string = crypto.randomUUID(),
): Promise<Result<Answer>> {
  return (
    (await tryOnce(op, command)) ??
    (await tryOnce(op, command)) ??
    failed(
      'unreachable',
      'Underline did not answer, so this may not be saved. Try again; if it stays, restart the browser.',
    )
  );
}
