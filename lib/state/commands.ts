import '../library/zod-jitless.ts';
import * as z from 'zod';
import { sendMessage } from '../extension/protocol.ts';
import { Answer, type Command } from '../library/command.ts';
import { type Failure, failed, type Result } from '../library/result.ts';

const Reply = z.union([
  z.object({ ok: z.literal(true), value: Answer }),
  z.object({
    ok: z.literal(false),
    error: z.custom<Failure>((error) => typeof error === 'object' && error !== null && 'message' in error),
  }),
]);

/** Null when nobody answered: the channel closed, or what came is no answer. */
const tryOnce = (op: string, command: Command): Promise<Result<Answer> | null> =>
  sendMessage('run', { op, command }).then(
    (reply: unknown) => Reply.safeParse(reply).data ?? null,
    () => null,
  );

/**
 * Sends a command to the writer; the answer comes after it is saved. When none comes (a worker killed on the way)
 * it is sent once more under the same operation id, so it cannot be carried out twice.
 * `op` matters only to a caller that will undo by it. Fails with `unreachable`, or as the writer says.
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
