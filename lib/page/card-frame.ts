import type { CardReply, ShowMention } from '../mentions/card-talk.ts';
import { cardSize } from './placement.ts';

/** A card that does not answer by then never will: the page's policy may have stopped it. */
const handshakeMs = 1_000;

export interface CardFrame {
  /** Loads the card's page out of sight, at the first sign that it may be wanted. */
  warm(): void;
  /** Shows the request at this place of the viewport. */
  show(request: ShowMention, place: { left: number; top: number }): void;
  /** Answers whether the focus was in the card. */
  hide(): boolean;
  /** Whether this event came through the card: the page script sees it on the frame's host only. */
  contains(event: Event): boolean;
}

const styles = `
  :host { all: initial !important; position: fixed !important; display: block !important; margin: 0 !important;
    padding: 0 !important; border: 0 !important; background: none !important; overflow: visible !important;
    inset: 0 auto auto 0 !important; z-index: 2147483647 !important; visibility: hidden !important;
    pointer-events: none !important; width: ${cardSize.width}px !important; height: ${cardSize.height}px !important;
    transform: translate(var(--left, 0), var(--top, 0)) !important; }
  :host([popover]:popover-open) { visibility: visible !important; pointer-events: auto !important; }
  iframe { display: block; border: 0; visibility: inherit; pointer-events: inherit; width: 100%; height: 100%; border-radius: 12px; color-scheme: normal;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 0.08), 0 2px 6px rgb(0 0 0 / 0.10), 0 12px 32px rgb(0 0 0 / 0.22); }
  @media (forced-colors: active) { iframe { border: 1px solid CanvasText; } }
  @media print { :host { display: none !important; } }`;

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
  let built: { host: HTMLElement; port: MessagePort; parent: Element; abort: AbortController } | null = null;
  let ready = false;
  let waiting: ShowMention | null = null;
  signal.addEventListener('abort', dismantle);

  return { warm, show, hide, contains };

  function warm(): void {
    const parent = topmostParent();
    if (built?.host.isConnected && built.parent === parent) return;
    dismantle();
    built = build(parent);
  }

  function show(request: ShowMention, { left, top }: { left: number; top: number }): void {
    warm();
    if (!built) return;
    waiting = request;
    if (ready) built.port.postMessage(request);
    built.host.style.setProperty('--left', `${left}px`);
    built.host.style.setProperty('--top', `${top}px`);
    if (!built.host.matches(':popover-open')) built.host.showPopover();
  }

  function hide(): boolean {
    waiting = null;
    const hadFocus = built !== null && document.activeElement === built.host;
    if (built?.host.matches(':popover-open')) built.host.hidePopover();
    return hadFocus;
  }

  function contains(event: Event): boolean {
    return built !== null && event.target === built.host;
  }

  function build(parent: Element): NonNullable<typeof built> {
    const abort = new AbortController();
    const host = document.createElement('div');
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];

    const frame = document.createElement('iframe');
    // Pages under COEP load no other frame; elsewhere it changes nothing for an extension page.
    if ('credentialless' in frame) frame.credentialless = true;
    frame.title = 'Underline';
    frame.src = cardUrl;
    const { port1: port, port2: theirs } = new MessageChannel();
    port.onmessage = ({ data }) => receive(data);
    frame.addEventListener('load', () => void handOver(frame, theirs), { once: true });
    root.append(frame);

    // A page that takes the card away is not fought: the card closes.
    const watcher = new MutationObserver(() => {
      if (!host.isConnected || host.parentElement !== parent) lose();
    });
    watcher.observe(parent, { childList: true });
    abort.signal.addEventListener('abort', () => watcher.disconnect());
    const late = setTimeout(() => !ready && lose(), handshakeMs + handshakeMs);
    abort.signal.addEventListener('abort', () => clearTimeout(late));

    parent.append(host);
    return { host, port, parent, abort };
  }

  async function handOver(frame: HTMLIFrameElement, theirs: MessagePort): Promise<void> {
    const token = await requestToken();
    if (token === null) lose();
    // The token is of use to this tab's card alone, so the target needs no origin of its own.
    else frame.contentWindow?.postMessage(token, '*', [theirs]);
  }

  function receive(data: unknown): void {
    if (typeof data !== 'object' || data === null || !('type' in data)) return;
    if (data.type === 'ready') {
      ready = true;
      if (waiting) built?.port.postMessage(waiting);
    } else if (isCardReply(data)) onReply(data);
  }

  function lose(): void {
    dismantle();
    onClosed();
  }

  function dismantle(): void {
    if (!built) return;
    const { host, port, abort } = built;
    built = null;
    ready = false;
    waiting = null;
    abort.abort();
    port.close();
    host.remove();
  }
}

/** Below a modal dialog or full-screen element a card would be painted but inert: it goes inside. */
function topmostParent(): Element {
  return [...document.querySelectorAll(':modal, :fullscreen')].at(-1) ?? document.documentElement;
}

function isCardReply(data: { type: unknown }): data is CardReply {
  if (data.type === 'close' || data.type === 'painted') return true;
  return (data.type === 'hold' || data.type === 'pin') && 'on' in data && typeof data.on === 'boolean';
}
