import type { PageSettings } from '../library/alias-status.ts';
import type { ShowMention } from '../mentions/card-talk.ts';
import { createApproach, type Point } from './approach.ts';
import { type CardFrame, createCardFrame, type UserReply } from './card-frame.ts';
import { afterEvent, closedHover, deadline, type Hover, type HoverEvent } from './hover.ts';
import type { Marks } from './marks.ts';
import { type Box, boxesOf, holds, lineAround } from './measure.ts';
import { isHeld } from './modifier.ts';
import { elementAt, type PageMention } from './page-mention.ts';
import { placeCard } from './placement.ts';

const graceMs = 300;
/** A pointer that stayed so long on a mention may want its card: its page is loaded. */
const intentMs = 60;
/** This long before it opens, the card is told what to paint. */
const prepareMs = 150;
/** CSS px of the viewport per px of the screen, with room. */
const maxZoom = 5;
/** CSS px per ms: a faster pointer is passing through. */
const maxSpeed = 0.5;

export interface HoverCard {
  /** Close if the card shows one of these mentions. */
  drop(gone: (mention: PageMention) => boolean): void;
  /** The page scrolls: what comes under a pointer that rests was not pointed at. */
  onScroll(): void;
  /** Opens the card of this mention for a user who works with the keys, and puts the focus into it. */
  open(mention: PageMention): void;
}

export interface HoverCardParts {
  marks: Marks;
  cardUrl: string;
  requestToken(): Promise<string | null>;
  settings(): PageSettings;
  /** Sites with hover cards of their own put them below. */
  side: 'below' | 'above';
  /** What the card is told of a mention; null opens none. */
  requestFor(mention: PageMention): ShowMention | null;
}

/** Opens the card where the pointer rests on a mention, and closes it when the user is done with it. */
export function startHoverCard(
  { marks, cardUrl, requestToken, settings, side, requestFor }: HoverCardParts,
  signal: AbortSignal,
): HoverCard {
  let hover: Hover<PageMention> = closedHover;
  /** When something is to be done next, and the timer that may ring before: a pointer moves more often than timers are worth setting. */
  let due: number | null = null;
  let alarm: { at: number; timer: ReturnType<typeof setTimeout> } | null = null;
  /** Where the pointer dwells while no card is open, and since when. */
  let expected: { mention: PageMention; since: number; until: number; isWarm: boolean } | null = null;
  /** What the card paints before it is shown. */
  let prepared: PageMention | null = null;
  /** On the screen, where a page cannot move the ground under the pointer. */
  let last: { x: number; y: number; time: number } | null = null;
  /** In the viewport; null until it moved. */
  let pointer: Point | null = null;
  const approach = createApproach();
  let inCard = false;
  /** What the pointer itself came to, whether or not the user's key is held. */
  let pointed: PageMention | null = null;
  /** Escape closed the card and did not come up yet. */
  let closedByKey = false;
  let focusBefore: Element | null = null;
  const card: CardFrame = createCardFrame(
    cardUrl,
    requestToken,
    { onReply, onClosed: () => dispatch({ type: 'dismiss' }) },
    signal,
  );

  const listening = { signal, capture: true, passive: true };
  document.addEventListener('pointermove', onMove, listening);
  document.addEventListener('pointerover', onOver, listening);
  // Not while it is captured: then each element that the pointer leaves would be told of.
  document.documentElement.addEventListener('pointerleave', onLeave, { signal, passive: true });
  document.addEventListener('pointerdown', onPress, listening);
  addEventListener('keydown', onKey, { signal, capture: true });
  addEventListener('keyup', onKey, { signal, capture: true });
  signal.addEventListener('abort', () => clearTimeout(alarm?.timer));

  return {
    drop(gone) {
      if (hover.open && gone(hover.open)) dispatch({ type: 'dismiss' });
    },
    open(mention) {
      dispatch({ type: 'open', mention });
      if (hover.open === mention) card.focus();
    },
    onScroll() {
      pointed = null;
      if (!inCard) dispatch({ type: 'move', over: null, speed: 0 });
    },
  };

  function onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { screenX: x, screenY: y, timeStamp: time } = event;
    const moved = last ? Math.hypot(x - last.x, y - last.y) : 0;
    const speed = last && time > last.time ? moved / (time - last.time) : 0;
    last = { x, y, time };
    // Much further in the viewport than on the screen, at any zoom: the frame was moved, not the pointer.
    const ran = pointer ? Math.hypot(event.clientX - pointer.x, event.clientY - pointer.y) : 0;
    const from = ran <= maxZoom * moved ? pointer : null;
    pointer = { x: event.clientX, y: event.clientY };
    // A mention moved under a pointer that rests fires trusted events too; only real movement counts.
    if (moved === 0) return;
    pointed = card.contains(event) || event.buttons > 0 ? null : pointedAt(from, pointer);
    const over = card.contains(event) ? 'card' : isLet(event) ? pointed : null;
    // By the time of the movement itself: the browser hands it over up to a frame later.
    dispatch({ type: 'move', over, speed }, time);
  }

  /** Whether the pointer may open the card now, or keeps it open. */
  function isLet(event: PointerEvent | KeyboardEvent): boolean {
    return (pointed !== null && pointed === hover.open) || isHeld(settings().modifier, event);
  }

  /** The mention that a movement from one point of the viewport to another ends on by the user's own will. */
  function pointedAt(from: Point | null, to: Point): PageMention | null {
    const hit = marks.at(to.x, to.y);
    if (!hit || hit.mention === hover.open) return hit?.mention ?? null;
    const { mention, measured } = hit;
    const now = boxesOf(mention).find((box) => holds(box, to.x, to.y));
    if (now && approach.isOwn(mention.key, measured, now, from, to)) return mention;
    if (!now) marks.remeasure();
    return null;
  }

  /** Moves inside the frame reach its own document only; entering it is all that shows here. */
  function onOver(event: PointerEvent): void {
    if (!event.isTrusted) return;
    if (card.contains(event)) dispatch({ type: 'move', over: 'card', speed: 0 });
    else if (event.target instanceof HTMLIFrameElement) dispatch({ type: 'move', over: null, speed: 0 });
  }

  function onLeave(event: PointerEvent): void {
    // Going into the card leaves this document too, sooner or later than the card says so.
    if (event.isTrusted && event.target === document.documentElement && !inCard) {
      pointed = null;
      dispatch({ type: 'move', over: null, speed: 0 });
    }
  }

  function onPress(event: PointerEvent): void {
    if (event.isTrusted && !card.contains(event)) dispatch({ type: 'press-outside' });
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    // The user's key comes and goes while the pointer rests.
    if (settings().modifier !== 'none' && !event.repeat && pointed && !inCard && lineAt(pointed))
      dispatch({ type: 'move', over: isLet(event) ? pointed : null, speed: 0 });
    if (event.key !== 'Escape') return;
    if (event.type === 'keydown' && !event.repeat) closedByKey = hover.open !== null;
    if (!closedByKey) return;
    swallow(event);
    // Many a dialog closes when the key comes up, or by its repetition.
    if (event.type === 'keyup') closedByKey = false;
    else if (!event.repeat) dispatch({ type: 'dismiss' });
  }

  function swallow(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function onReply(reply: UserReply): void {
    if (reply.type === 'close') dispatch({ type: 'dismiss' });
    else if (reply.type === 'pointer') {
      if (hover.open) dispatch({ type: 'move', over: reply.inside ? 'card' : null, speed: 0 });
    } else dispatch(reply);
  }

  function dispatch(event: HoverEvent<PageMention>, now = performance.now()): void {
    if (event.type === 'move') inCard = event.over === 'card';
    const before = hover;
    hover = afterEvent(hover, event, now, { dwellMs: settings().dwellMs, graceMs, maxSpeed });
    if (hover.dwelling !== before.dwelling && hover.open === null) expectOpening(hover.dwelling, now);
    if (hover.open !== before.open) change(before.open, hover.open);
    plan();
  }

  /** The card loads once the pointer stays, and paints when it is almost certain. */
  function expectOpening(dwelling: Hover<PageMention>['dwelling'], since: number): void {
    if (prepared) card.hide();
    prepared = null;
    expected = dwelling && { ...dwelling, since, isWarm: false };
  }

  function plan(): void {
    const times = [deadline(hover), expected && !expected.isWarm ? expected.since + intentMs : null];
    if (expected && !prepared) times.push(expected.until - prepareMs);
    due = times.reduce(
      (first, time) => (time !== null && (first === null || time < first) ? time : first),
      null,
    );
    if (due === null || (alarm && alarm.at <= due)) return;
    clearTimeout(alarm?.timer);
    alarm = { at: due, timer: setTimeout(ring, Math.max(0, due - performance.now())) };
  }

  function ring(): void {
    alarm = null;
    const now = performance.now();
    if (due !== null && now >= due) {
      if (expected && !expected.isWarm && now >= expected.since + intentMs) {
        expected.isWarm = true;
        card.warm(elementAt(expected.mention));
      }
      if (expected && !prepared && now >= expected.until - prepareMs) {
        // Once: what cannot be prepared now is tried when it opens.
        const { mention } = expected;
        expected = null;
        prepare(mention);
      }
      const time = deadline(hover);
      if (time !== null && now >= time) dispatch({ type: 'time' });
    }
    plan();
  }

  function prepare(mention: PageMention): boolean {
    // Opened by keys it stands where its mention begins, wherever the pointer lies.
    const line = hover.held ? boxesOf(mention)[0] : lineAt(mention);
    const request = line && requestFor(mention);
    if (!line || !request) return false;
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    if (!card.prepare(request, elementAt(mention), placeCard(lineAround(mention, line), viewport, side)))
      return false;
    prepared = mention;
    return true;
  }

  function change(from: PageMention | null, to: PageMention | null): void {
    expected = null;
    // What was prepared is still right if the pointer is still on it.
    const ready = to && (prepared === to ? lineAt(to) !== null : prepare(to));
    prepared = null;
    if (ready) {
      if (!from) focusBefore = document.activeElement;
      card.show();
      return;
    }
    if (to) hover = closedHover;
    const hadFocus = card.hide();
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    // The pointer may rest on another mention by now.
    expectOpening(hover.dwelling, performance.now());
  }

  /** Measured anew: the page may have moved the text since the pointer came to rest. */
  function lineAt(mention: PageMention): Box | null {
    const at = pointer;
    return (at && boxesOf(mention).find((box) => holds(box, at.x, at.y))) ?? null;
  }
}
