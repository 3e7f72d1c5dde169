import type { CardReply, ShowMention } from '../mentions/card-talk.ts';
import { createCardHost } from './card-host.ts';

/** A card that does not answer by then never will: the page's policy may have stopped it. */
const handshakeMs = 1_000;
/** A card that listens is shown by then, with whatever it has: its own words for a slow library. */
const patienceMs = 300;

export interface CardFrame {
  /** Loads the card's page out of sight, at the first sign that it may be wanted at this element. */
  warm(anchor: Element): void;
  /** Has the card paint the request at this place of the viewport, see-through for eyes and pointer. */
  prepare(request: ShowMention, anchor: Element, place: { left: number; top: number }): void;
  /** Lets what was prepared be seen and used, as soon as it is painted: no earlier content ever flashes. */
  show(): void;
  /** Answers whether the focus was in the card. */
  hide(): boolean;
  /** Puts the focus into the shown card, for a user who opened it by keys. */
  focus(): void;
  /** Whether this event came through the card: the page script sees it on the frame's host only. */
  contains(event: Event): boolean;
}

/**
 * The card's frame: an extension page inside a closed shadow root, in the top layer. `requestToken` asks the
 * background for a one-time token that the frame claims before anything is said. `onClosed` is called when the page
 * took the card away or it never answered; then it is not rebuilt before the next hover.
 */
export function createCardFrame(
  cardUrl: string,
  requestToken: () => Promise<string | null>,
  { onReply, onClosed }: { onReply(reply: CardReply): void; onClosed(): void },
  signal: AbortSignal,
): CardFrame {
  let built: Built | null = null;
  /** What the card is to paint; null while it is hidden. */
  let wanted: ShowMention | null = null;
  let painted = false;
  let shown = false;
  /** A frame that is still hidden cannot take the focus. */
  let wantsFocus = false;
  let revealing: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', dismantle);

  return { warm, prepare, show, hide, focus, contains };

  function warm(anchor: Element): void {
    const parent = parentFor(anchor);
    if (built?.host.isConnected && built.host.parentElement === parent) return;
    dismantle();
    built = build(parent);
  }

  function prepare(
    request: ShowMention,
    anchor: Element,
    { left, top }: { left: number; top: number },
  ): void {
    warm(anchor);
    if (!built) return;
    wanted = request;
    painted = false;
    built.frame.classList.remove('painted');
    built.host.style.setProperty('--left', `${left}px`);
    built.host.style.setProperty('--top', `${top}px`);
    ask();
  }

  /** A card that listens paints what is wanted. Its popover is shown for that: a hidden frame paints nothing. */
  function ask(): void {
    if (!built?.port || !wanted) return;
    built.port.postMessage(wanted);
    if (!built.host.matches(':popover-open')) built.host.showPopover();
  }

  function show(): void {
    shown = true;
    built?.host.style.setProperty('--events', 'auto');
    clearTimeout(revealing);
    if (painted) reveal();
    else revealing = setTimeout(reveal, patienceMs);
  }

  function reveal(): void {
    clearTimeout(revealing);
    if (!shown || !built) return;
    built.frame.classList.add('painted');
    if (wantsFocus) built.frame.focus();
    wantsFocus = false;
  }

  function focus(): void {
    wantsFocus = true;
    if (painted) reveal();
  }

  function hide(): boolean {
    clearTimeout(revealing);
    wanted = null;
    shown = false;
    wantsFocus = false;
    if (!built) return false;
    const { host, frame } = built;
    const root = host.getRootNode();
    const hadFocus = (root instanceof ShadowRoot ? root : document).activeElement === host;
    frame.classList.remove('painted');
    host.style.removeProperty('--events');
    if (host.matches(':popover-open')) host.hidePopover();
    return hadFocus;
  }

  function contains(event: Event): boolean {
    return built !== null && event.composedPath().includes(built.host);
  }

  function build(parent: Element): Built {
    const gone = new AbortController();
    const { host, frame } = createCardHost(cardUrl);
    // Again after each load: the card may reload itself after an error.
    frame.addEventListener('load', () => void handOver(), { signal: gone.signal });

    // A page that takes the card away is not fought: the card closes.
    const watcher = new MutationObserver(() => {
      if (!host.isConnected || host.parentElement !== parent) lose();
    });
    watcher.observe(parent, { childList: true });
    gone.signal.addEventListener('abort', () => watcher.disconnect());

    parent.append(host);
    return { host, frame, port: null, gone };
  }

  async function handOver(): Promise<void> {
    const mine = built;
    if (!mine) return;
    mine.port = null;
    const token = await requestToken();
    if (mine !== built) return;
    if (token === null) return lose();
    const { port1, port2 } = new MessageChannel();
    const late = setTimeout(lose, handshakeMs);
    mine.gone.signal.addEventListener('abort', () => clearTimeout(late));
    port1.onmessage = ({ data }) => {
      clearTimeout(late);
      receive(data, port1);
    };
    // The token is of use to this tab's card alone, so the target needs no origin of its own.
    mine.frame.contentWindow?.postMessage(token, '*', [port2]);
  }

  function receive(data: unknown, port: MessagePort): void {
    if (!built || typeof data !== 'object' || data === null || !('type' in data)) return;
    if (data.type === 'ready') {
      built.port = port;
      ask();
    } else if (data.type === 'painted') {
      painted = true;
      reveal();
    }
    if (isCardReply(data)) onReply(data);
  }

  function lose(): void {
    dismantle();
    onClosed();
  }

  function dismantle(): void {
    if (!built) return;
    const { host, port, gone } = built;
    clearTimeout(revealing);
    built = null;
    wanted = null;
    shown = false;
    gone.abort();
    port?.close();
    host.remove();
  }
}

interface Built {
  host: HTMLElement;
  frame: HTMLIFrameElement;
  /** Null until the card has claimed its token and listens. */
  port: MessagePort | null;
  gone: AbortController;
}

/** Outside the modal dialog or full-screen element that its mention stands in, a card would be painted but inert. */
function parentFor(anchor: Element): Element {
  const modal = anchor.closest(':modal, :fullscreen');
  if (modal) return modal;
  const root = anchor.getRootNode();
  return root instanceof ShadowRoot ? parentFor(root.host) : document.documentElement;
}

function isCardReply(data: { type: unknown }): data is CardReply {
  if (data.type === 'close') return true;
  if (data.type === 'pointer') return 'inside' in data && typeof data.inside === 'boolean';
  return (data.type === 'hold' || data.type === 'pin') && 'on' in data && typeof data.on === 'boolean';
}
