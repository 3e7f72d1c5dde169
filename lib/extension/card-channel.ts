import type { CardReply } from '../mentions/card-talk.ts';
import { sendMessage } from './messages.ts';
import type { CardPlace } from './protocol.ts';

/**
 * The card frame's end of its channel to the page script that made it.
 *
 * The page script hands over a port and a token; only a token that the background gave to this very tab
 * opens the channel, so a page that embeds or scripts the frame gets nothing.
 * `onRequest` receives what the page script says, not yet parsed. Answers the sender for replies.
 */
export function openCardChannel(
  onRequest: (request: unknown, place: CardPlace) => void,
): (reply: CardReply) => void {
  let port: MessagePort | null = null;

  addEventListener('message', async (event: MessageEvent<unknown>) => {
    const [offered] = event.ports;
    if (port || event.source !== parent || typeof event.data !== 'string' || !offered) return;
    const outcome = await sendMessage('claimCard', event.data);
    const place = outcome && 'answer' in outcome ? parsePlace(outcome.answer) : null;
    if (!place || port) return;
    port = offered;
    port.onmessage = ({ data }) => onRequest(data, place);
    port.postMessage({ type: 'ready' });
  });

  return (reply) => port?.postMessage(reply);
}

/** What the background answered; null if that is no place. A window counts as private unless it was said not to be. */
function parsePlace(answer: unknown): CardPlace | null {
  if (typeof answer !== 'object' || answer === null || !('tabId' in answer)) return null;
  const { tabId } = answer;
  if (typeof tabId !== 'number') return null;
  return { tabId, private: !('private' in answer && answer.private === false) };
}
