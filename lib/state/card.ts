import { create } from 'zustand';
import { openCardChannel } from '../extension/card-channel.ts';
import type { CardPlace } from '../extension/protocol.ts';
import { parseCardRequest } from '../library/show-mention.ts';
import type { CardReply, ShowMention } from '../mentions/card-talk.ts';
import { seesItself, watchSight } from './sight.ts';

interface Card {
  /** What the page asked to show last; null until the channel stands. A repeated one is a new object. */
  request: ShowMention | null;
  /** How many requests there were; tells two requests for the same mention apart. */
  shown: number;
  /** The tab the card is in; only known with a request. */
  tabId: number | null;
  /** In a private window; so it is taken to be until the background said otherwise. */
  private: boolean;
  pinned: boolean;
  /** What the page script was told last, so that it is told once per change. */
  held: boolean;
  /** False once the card closed itself, until the next request. */
  open: boolean;
  /** The page script lets the last request be seen. */
  revealed: boolean;
  /** Nothing covers, fades or scales the card, as the browser says; false until it does. */
  clear: boolean;
}

/** What the card shows, as the page script that made its frame says. */
export const useCard = create<Card>(() => ({
  request: null,
  shown: 0,
  tabId: null,
  private: true,
  pinned: false,
  held: false,
  open: false,
  revealed: false,
  clear: false,
}));

let reply: (message: CardReply) => void = () => undefined;

/** Listens for the page script. Without its handshake nothing is ever shown; what does not parse is dropped. */
export function connectCard(): void {
  if (seesItself) watchSight(see);
  reply = openCardChannel((message, place) => {
    const request = parseCardRequest(message);
    if (request?.type === 'show') {
      if (!seesItself) reply({ type: 'look' });
      show(request, place);
    } else if (request?.type === 'revealed') useCard.setState({ revealed: true });
    else if (request?.type === 'hidden') useCard.setState({ revealed: false });
    else if (request?.type === 'sight' && !seesItself) see(request.clear);
  });
}

function see(clear: boolean): void {
  const before = useCard.getState();
  useCard.setState({ clear });
  if (before.revealed && before.clear && !clear) reply({ type: 'covered' });
}

/** Nothing is pinned or held in what is shown anew; the page script starts from there too. */
function show(request: ShowMention, place: CardPlace): void {
  useCard.setState(({ shown }) => ({
    request,
    shown: shown + 1,
    tabId: place.tabId,
    private: place.private,
    pinned: false,
    held: false,
    open: true,
    revealed: false,
    // What the browser says of this frame holds on; what the page script said was of the last card.
    ...(seesItself ? {} : { clear: false }),
  }));
}

/** Tells the page script that the last request is painted. */
export const cardPainted = (): void => reply({ type: 'painted' });

/** Tells the page script whether the pointer is in the card. */
export const pointerInside = (inside: boolean): void => reply({ type: 'pointer', inside });

/** While on, the card stays although the pointer leaves. Says nothing that the page script knows already. */
export function holdCard(on: boolean): void {
  const { held, open } = useCard.getState();
  if (!open || held === on) return;
  useCard.setState({ held: on });
  reply({ type: 'hold', on });
}

/** Pins the card, or lets it go. */
export function pinCard(on: boolean): void {
  useCard.setState({ pinned: on });
  reply({ type: 'pin', on });
}

/** Closes the card; the page script hides the frame and gives the focus back. */
export function closeCard(): void {
  useCard.setState({ pinned: false, held: false, open: false });
  reply({ type: 'close' });
}
