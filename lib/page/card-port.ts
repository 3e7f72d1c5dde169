import type { CardReply, CardRequest } from '../mentions/card-talk.ts';

/**
 * A background that gives no token by then, and a card that does not answer by then once it has one, never will: the page's
 * policy may have stopped it. Until it does it is not seen, so a busy machine gets the time that it takes to start both.
 */
const handshakeMs = 5_000;

export interface CardPort {
  /** Says it to the card, if it listens. */
  say(request: CardRequest): void;
}

/**
 * The page script's end of the channel to the card in this frame: after each load (the card may reload itself after
 * an error) the frame gets a one-time token of the background's and a port. `onReady` is called when it has claimed
 * the token and listens, `onSilent` when it never does.
 */
export function openCardPort(
  frame: HTMLIFrameElement,
  requestToken: () => Promise<string | null>,
  { onReady, onReply, onSilent }: { onReady(): void; onReply(reply: CardReply): void; onSilent(): void },
  signal: AbortSignal,
): CardPort {
  let port: MessagePort | null = null;
  let late: ReturnType<typeof setTimeout> | undefined;
  frame.addEventListener('load', () => void handOver(), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    port?.close();
  });

  return {
    say: (request) => port?.postMessage(request),
  };

  function wait(): void {
    clearTimeout(late);
    late = setTimeout(onSilent, handshakeMs);
  }

  async function handOver(): Promise<void> {
    port = null;
    wait();
    const token = await requestToken();
    if (signal.aborted || port) return;
    if (token === null) {
      onSilent();
      return;
    }
    // Anew: a background that has to start first is no sign that the page stopped the card.
    wait();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null || !('type' in data)) return;
      if (data.type === 'ready') {
        clearTimeout(late);
        port = port1;
        onReady();
      } else if (isCardReply(data)) onReply(data);
    };
    // The token is of use to this tab's card alone, so the target needs no origin of its own.
    frame.contentWindow?.postMessage(token, '*', [port2]);
  }
}

const plain: readonly unknown[] = ['close', 'painted', 'look', 'covered'] satisfies CardReply['type'][];
const switches: readonly unknown[] = ['hold', 'pin'] satisfies CardReply['type'][];

function isCardReply(data: { type: unknown }): data is CardReply {
  if (data.type === 'pointer') return 'inside' in data && typeof data.inside === 'boolean';
  if (switches.includes(data.type)) return 'on' in data && typeof data.on === 'boolean';
  return plain.includes(data.type);
}
