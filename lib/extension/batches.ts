import type { Answer } from '../library/answer.ts';
import type { Envelope } from '../library/command.ts';
import type { Result } from '../library/result.ts';
import type { Turns } from './turns.ts';

/** A save takes about as long for twenty commands as for one; more would keep pages waiting that only ask. */
const mostTogether = 20;

interface Waiting {
  envelope: Envelope;
  answer: Result<Answer> | null;
}

/**
 * Has commands carried out in the order in which they came. Those that wait for the same save before them are given to
 * `carryOut` together, to be saved in one step; it answers each. Where that throws, the first is carried out
 * again by itself, which its operation id makes safe. Who waits when a save is overdue is answered `late`.
 */
export function createBatches(
  turns: Turns,
  carryOut: (envelopes: Envelope[]) => Promise<Result<Answer>[]>,
  late: () => Result<Answer>,
): (envelope: Envelope) => Promise<Result<Answer>> {
  let waiting: Waiting[] = [];
  return (envelope) => {
    const mine: Waiting = { envelope, answer: null };
    waiting.push(mine);
    return turns.takeOr(() => inTurn(mine), late);
  };

  async function inTurn(mine: Waiting): Promise<Result<Answer>> {
    if (mine.answer) return mine.answer;
    const batch = batchFrom(mine);
    try {
      return await together(batch).catch((error: unknown) => {
        // Another of them may be what went wrong; it is told so in its own turn.
        if (batch.length === 1) throw error;
        return together([mine]);
      });
    } finally {
      waiting = waiting.filter((one) => one !== mine && one.answer === null);
    }
  }

  async function together(batch: Waiting[]): Promise<Result<Answer>> {
    const answers = await carryOut(batch.map(({ envelope }) => envelope));
    for (const [at, one] of batch.entries()) one.answer = answers[at] ?? null;
    return answers[0] ?? late();
  }

  function batchFrom(mine: Waiting): Waiting[] {
    if (isAlone(mine)) return [mine];
    const next = waiting.slice(waiting.indexOf(mine), waiting.indexOf(mine) + mostTogether);
    const end = next.findIndex(isAlone);
    return end < 0 ? next : next.slice(0, end);
  }
}

/** These may touch the whole library, and what they delete or replace is backed up or asked about first. */
const isAlone = ({ envelope: { command } }: Waiting): boolean =>
  command.type === 'import' || command.type === 'undo-import' || command.type === 'empty-trash';
