import type { CardReply, ShowMention } from '../mentions/card-talk.ts';
import { type CardHost, createCardHost } from './card-host.ts';
import { type CardPort, openCardPort } from './card-port.ts';
import type { Place } from './placement.ts';
import { isClear, isReachable } from './sight.ts';
import { maxTaken, onTaken } from './taken.ts';

/** A card that listens is shown by then, with whatever it has: its own words for a slow library. */
const patienceMs = 300;
/** A popover of the page's counts as lying over the card wherever it stands; the card is raised above so many. */
const maxRaised = 3;
/** While it is open, the page may cover or disable the card at any time; this often it is looked after. */
const lookEveryMs = 200;

/** What the user does in the card. */
export type UserReply = Exclude<CardReply, { type: 'painted' | 'look' | 'covered' }>;

export interface CardFrame {
  /** Loads the card's page out of sight, once it may be wanted at this element. */
  warm(anchor: Element): void;
  /** Has the card paint the request at this place, see-through for eyes and pointer. False: there is no card here. */
  prepare(request: ShowMention, anchor: Element, place: Place): boolean;
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
 * took, changed or disabled the card or it never answered; then it is not rebuilt before the next hover, and not at all
 * on a page that goes on taking it.
 */
export function createCardFrame(
  cardUrl: string,
  requestToken: () => Promise<string | null>,
  { onReply, onClosed }: { onReply(reply: UserReply): void; onClosed(): void },
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
  let looking: ReturnType<typeof setInterval> | undefined;
  let taken = 0;
  let raised = 0;
  let hadFocus = false;
  signal.addEventListener('abort', dismantle);

  return { warm, prepare, show, hide, focus, contains };

  function warm(anchor: Element): void {
    const parent = parentFor(anchor);
    if (built?.host.element.isConnected && built.parent === parent) return;
    dismantle();
    if (taken < maxTaken) built = build(parent);
  }

  function prepare(request: ShowMention, anchor: Element, place: Place): boolean {
    warm(anchor);
    if (!built) return false;
    wanted = request;
    painted = false;
    built.host.stand(place);
    built.port.say(request);
    return true;
  }

  function show(): void {
    shown = true;
    raised = 0;
    letIn();
  }

  /** A card that does not listen is not let be seen: it may never do. */
  function letIn(): void {
    if (!built?.listens || !shown) return;
    built.host.open();
    clearTimeout(revealing);
    // Not once it is painted: when that is may tell what it shows.
    if (!isReachable(built.host)) {
      lose();
      return;
    }
    takeFocus();
    if (painted) reveal();
    else revealing = setTimeout(reveal, patienceMs);
  }

  function takeFocus(): void {
    if (!wantsFocus || !shown || !built?.listens) return;
    wantsFocus = false;
    built.host.frame.focus();
  }

  function reveal(): void {
    clearTimeout(revealing);
    if (!shown || !built) return;
    built.host.reveal();
    built.port.say({ type: 'revealed' });
    clearInterval(looking);
    looking = setInterval(look, lookEveryMs);
    look();
  }

  function focus(): void {
    wantsFocus = true;
    takeFocus();
  }

  /** A card that is painted but takes no input must not stay. */
  function look(): void {
    if (!built) return;
    if (!isReachable(built.host)) lose();
    else if (built.looks) built.port.say({ type: 'sight', clear: isClear(built.host) });
  }

  function hide(): boolean {
    clearTimeout(revealing);
    clearInterval(looking);
    const stood = wanted !== null;
    wanted = null;
    shown = false;
    wantsFocus = false;
    if (!built || !stood) return hadFocus;
    built.port.say({ type: 'hidden' });
    const { element } = built.host;
    const root = element.getRootNode();
    const hasFocus = (root instanceof ShadowRoot ? root : document).activeElement === element;
    built.host.hide();
    return hasFocus;
  }

  function contains(event: Event): boolean {
    return built !== null && wanted !== null && event.composedPath().includes(built.host.element);
  }

  function build(parent: Element): Built {
    const gone = new AbortController();
    const host = createCardHost(cardUrl);
    parent.append(host.element);
    host.load();
    // Only now: the empty frame has loaded too, and the token is not for it.
    const port = openCardPort(
      host.frame,
      requestToken,
      { onReady, onReply: hear, onSilent: lose },
      gone.signal,
    );
    const stopWatching = onTaken(host.element, parent, { attributes: true }, onceTaken);
    gone.signal.addEventListener('abort', stopWatching);
    // The page may hide the popover.
    const onToggle = () => wanted && !host.element.matches(':popover-open') && onceTaken();
    host.element.addEventListener('toggle', onToggle, { signal: gone.signal });
    document.addEventListener('toggle', onPagePopover, { signal: gone.signal, capture: true });
    return { host, parent, port, listens: false, looks: false, gone };

    function onReady(): void {
      if (built?.port !== port) return;
      built.listens = true;
      if (wanted) port.say(wanted);
      letIn();
    }
  }

  function onPagePopover({ target }: Event): void {
    const isPopover = target instanceof Element && target.matches(':popover-open');
    if (isPopover && target !== built?.host.element) raise();
  }

  function raise(): void {
    if (!built || !shown || raised >= maxRaised) return;
    raised += 1;
    built.host.raise();
  }

  function hear(reply: CardReply): void {
    if (reply.type === 'painted') {
      painted = true;
      reveal();
    } else if (reply.type === 'look') {
      if (built) built.looks = true;
      // A popover in a shadow tree is opened unheard.
    } else if (reply.type === 'covered') raise();
    else onReply(reply);
  }

  function onceTaken(): void {
    // Many an app empties its dialogs and means nothing by it.
    if (built?.parent === document.documentElement) taken += 1;
    lose();
  }

  /** What is asked next, whether the focus was in the card, can be answered only before it is gone. */
  function lose(): void {
    hadFocus = hide();
    dismantle();
    onClosed();
    hadFocus = false;
  }

  function dismantle(): void {
    if (!built) return;
    const { host, gone } = built;
    clearTimeout(revealing);
    clearInterval(looking);
    built = null;
    wanted = null;
    shown = false;
    gone.abort();
    host.element.remove();
  }
}

interface Built {
  host: CardHost;
  parent: Element;
  port: CardPort;
  /** The card has claimed its token. */
  listens: boolean;
  /** The card asked the page script to tell whether it can be seen. */
  looks: boolean;
  gone: AbortController;
}

/** Outside the modal dialog or full-screen element that its mention stands in, a card would be painted but inert. */
function parentFor(anchor: Element): Element {
  const modal = anchor.closest(':modal, :fullscreen');
  if (modal) return modal;
  const root = anchor.getRootNode();
  return root instanceof ShadowRoot ? parentFor(root.host) : document.documentElement;
}
