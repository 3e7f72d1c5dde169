import type { CardReply } from '../mentions/card-talk.ts';
import { sendMessage } from './protocol.ts';

/**
 * The card frame's end of its channel to the page script that made it.
 *
 * The page script hands over a port and a token; only a token that the background gave to this very tab
 * opens the channel, so a page that embeds or scripts the frame gets nothing.
 * `onRequest` receives what the page script says, not yet parsed. Answers the sender for replies.
 */
export function openCardChannel(
  onRequest: (request: unknown, tabId: number) => void,
): (reply: CardReply) => void {
  let port: MessagePort | null = null;

  addEventListener('message', async (event: MessageEvent<unknown>) => {
    const [offered] = event.ports;
    if (port || event.source !== parent || typeof event.data !== 'string' || !offered) return;
    const tabId = await sendMessage('claimCard', event.data);
    if (typeof tabId !== 'number' || port) return;
    port = offered;
    port.onmessage = ({ data }) => onRequest(data, tabId);
    port.postMessage({ type: 'ready' });
  });

  return (reply) => port?.postMessage(reply);
}
