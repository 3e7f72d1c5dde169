import { sendMessage } from '../extension/messages.ts';
import type { Answer } from '../library/answer.ts';
import type { Command } from '../library/command.ts';
import { draftsAfter } from '../library/drafts.ts';
import { parseReply } from '../library/reply.ts';
import { failed, type Result } from '../library/result.ts';
import { t } from '../library/text.ts';

/** Null when nobody answered. */
async function tryOnce(op: string, command: Command): Promise<Result<Answer> | null> {
  const outcome = await sendMessage('run', { op, command });
  if (outcome && 'error' in outcome) return broken(outcome.error);
  return parseReply(outcome?.answer);
}

const broken = (error: string) => failed('broken', t('lib.answer.broken', { error }));

/** How long is waited before each try, in milliseconds: a worker that is being stopped answers nobody until it is gone. */
const tries = [0, 0, 100, 400, 1_000];

const unreachable = () => failed('unreachable', t('lib.answer.run'));

/** Tries until somebody answers; null when it `isOver` before that. */
async function untilAnswered(
  op: string,
  command: Command,
  signal?: AbortSignal,
  isOver = () => false,
): Promise<Result<Answer> | null> {
  for (const [tried, wait] of tries.entries()) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (tried > 0 && isOver()) return null;
    // A worker that is new does not know that this was cancelled.
    if (signal?.aborted) await sendMessage('cancelRun', op);
    const answer = await tryOnce(op, command);
    if (answer) return answer;
  }
  return unreachable();
}

/**
 * Sends a command to the writer; the answer comes after it is saved. When none comes (a worker killed on the way)
 * it is sent again, five times in all, under the same operation id, so it cannot be carried out twice.
 * `op` matters only to a caller that will undo by it. `signal` ends what may take long, with `cancelled`, unless it was
 * saved by then. Fails with `unreachable`, with `broken` if the writer threw, or as the writer says.
 */
export async function runCommand(
  command: Command,
  op: string = crypto.randomUUID(),
  signal?: AbortSignal,
): Promise<Result<Answer>> {
  signal?.addEventListener('abort', () => void sendMessage('cancelRun', op), { once: true });
  const unanswered = draftsAfter(command).map((draft) => [...draft, unansweredDrafts.get(draft[0])] as const);
  const answer = (await untilAnswered(op, command, signal)) ?? unreachable();
  // Sent again it would come after the save that it became.
  for (const [about, body, draft] of answer.ok ? unanswered : [])
    if (draft && unansweredDrafts.get(about) === draft) void runDraft(about, body);
  return answer;
}

/** By its editor, the operation of the draft that was sent last, until it is answered. */
const unansweredDrafts = new Map<string, string>();

/**
 * Keeps what is typed in an editor; an empty body forgets it. As `runCommand`, but once a newer one is sent from the
 * same editor this one is not sent again, and answers null: it would come after it, and the last one counts.
 */
export async function runDraft(about: string, body: string): Promise<Result<Answer> | null> {
  const op = crypto.randomUUID();
  unansweredDrafts.set(about, op);
  const isOver = () => unansweredDrafts.get(about) !== op;
  const answer = await untilAnswered(op, { type: 'keep-draft', about, body }, undefined, isOver);
  if (!isOver()) unansweredDrafts.delete(about);
  return answer;
}
