import { browser } from 'wxt/browser';
import type { Sender } from './senders.ts';

/** A message as it arrived: `data` is whatever was sent. */
export interface Received {
  data: unknown;
  sender: Sender;
}

const answerers = new Map<string, (message: Received) => unknown>();

/**
 * Answers messages of this type that the extension itself sends. The messenger sends them but does not receive: it
 * looks types up in a plain object, where `constructor` answered a frame with the address of the page around it.
 */
export function receive(type: string, answer: (message: Received) => unknown): void {
  if (answerers.size === 0) browser.runtime.onMessage.addListener(hear);
  answerers.set(type, answer);
}

function hear(message: unknown, sender: Sender, respond: (reply: unknown) => void): boolean {
  const answer = sender.id === browser.runtime.id ? answererOf(message) : undefined;
  if (!answer) return false;
  Promise.resolve({ data: (message as { data?: unknown }).data, sender })
    .then(answer)
    .then(
      (res) => respond({ res }),
      (error: unknown) => {
        // In the messenger's shape, and without the stack: that is nobody else's business.
        respond({ err: { name: 'Error', message: String(error), stack: '' } });
        // Nobody expected it, so the browser shall report it.
        throw error;
      },
    );
  return true;
}

function answererOf(message: unknown): ((message: Received) => unknown) | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  return typeof message.type === 'string' ? answerers.get(message.type) : undefined;
}
