import { sendMessage } from '../extension/messages.ts';
import type { Answer, Command } from '../library/command.ts';
import { parseReply } from '../library/reply.ts';
import { failed, type Result } from '../library/result.ts';

/** Null when nobody answered. */
async function tryOnce(op: string, command: Command): Promise<Result<Answer> | null> {
  const outcome = await sendMessage('run', { op, command });
  if (outcome && 'error' in outcome) return broken(outcome.error);
  return parseReply(outcome?.answer);
}

const broken = (error: string) =>
  failed('broken', `Underline failed inside: ${error}. Nothing was changed; please report it.`);

/** How long is waited before each try, in milliseconds: a worker that is being stopped answers nobody until it is gone. */
const tries = [0, 0, 100, 400, 1_000];

/**
 * Sends a command to the writer; the answer comes after it is saved. When none comes (a worker killed on the way)
 * it is sent again, five times in all, under the same operation id, so it cannot be carried out twice.
 * `op` matters only to a caller that will undo by it. Fails with `unreachable`, with `broken` if
 * the writer threw, or as the writer says.
 */
export async function runCommand(
  command: Command,
  op: string = crypto.randomUUID(),
): Promise<Result<Answer>> {
  for (const wait of tries) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const answer = await tryOnce(op, command);
    if (answer) return answer;
  }
  return failed(
    'unreachable',
    'Underline did not answer, so this may not be saved. Try again; if it stays, restart the browser.',
  );
}
