import { browser } from 'wxt/browser';
import type { Protocol } from './protocol.ts';
import type { Sender } from './senders.ts';

type AnswerOf<T extends keyof Protocol> = ReturnType<Protocol[T]>;

/** What became of a message: its answer, or what was thrown on the way to one. Null: nobody answered. */
export type Outcome<Answer> = { answer: Answer } | { error: string } | null;

/** Sends a message to the background. Nobody answers where the extension is gone or its worker was stopped on the way. */
export async function sendMessage<T extends keyof Protocol>(
  type: T,
  ...[data]: Parameters<Protocol[T]>
): Promise<Outcome<AnswerOf<T>>> {
  try {
    // Only our own background hears and answers this.
    return ((await browser.runtime.sendMessage({ type, data })) as Outcome<AnswerOf<T>> | undefined) ?? null;
  } catch {
    return null;
  }
}

/** A message as it arrived: `data` is whatever was sent. */
interface Received {
  data: unknown;
  sender: Sender;
}

const answerers = new Map<unknown, (message: Received) => unknown>();

/** Answers the messages of this type that the extension itself sends. What is thrown is answered, and thrown again. */
export function onMessage<T extends keyof Protocol>(
  type: T,
  answer: (message: Received) => AnswerOf<T> | Promise<AnswerOf<T>>,
): void {
  if (answerers.size === 0) browser.runtime.onMessage.addListener(hear);
  answerers.set(type, answer);
}

function hear(message: unknown, sender: Sender, respond: (outcome: Outcome<unknown>) => void): boolean {
  if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return false;
  const { type, data }: { type?: unknown; data?: unknown } = message;
  const answer = answerers.get(type);
  if (!answer) return false;
  Promise.resolve({ data, sender })
    .then(answer)
    .then(
      (answer) => respond({ answer }),
      (error: unknown) => {
        // Without its stack, which is nobody else's business.
        respond({ error: error instanceof Error ? error.message : String(error) });
        // Nobody expected it, so the browser shall report it.
        throw error;
      },
    );
  return true;
}
