/**
 * When the card opens and closes, as a pure state machine over what the pointer does. Times are milliseconds of
 * one steady clock. `M` is whatever identifies a mention. WCAG 1.4.13: dismissible, hoverable, persistent.
 */
export interface Hover<M> {
  /** The mention the pointer dwells on, not open yet. */
  dwelling: { mention: M; until: number } | null;
  open: M | null;
  /** When the open card closes, unless the pointer comes back to it or its mention. */
  closing: number | null;
  /** The pointer is neither on the open mention nor in the card. */
  away: boolean;
  /** Something is typed or chosen in the card: leaving it does not close it. */
  held: boolean;
  pinned: boolean;
}

export type HoverEvent<M> =
  /** The pointer really moved. `over`: a mention, the card, or neither. `speed` in CSS px per ms. */
  | { type: 'move'; over: M | 'card' | null; speed: number }
  /** The time of `deadline()` has come. */
  | { type: 'time' }
  /** The user opened a mention without waiting (keyboard). */
  | { type: 'open'; mention: M }
  | { type: 'press-outside' }
  | { type: 'hold'; on: boolean }
  | { type: 'pin'; on: boolean }
  /** Escape, the card's own close button, its mention gone from the page, or Underline off. */
  | { type: 'dismiss' };

export interface HoverPace {
  dwellMs: number;
  graceMs: number;
  /** A faster pointer is on its way to somewhere else. */
  maxSpeed: number;
}

export const closedHover: Hover<never> = {
  dwelling: null,
  open: null,
  closing: null,
  away: false,
  held: false,
  pinned: false,
};

/** The state after an event at time `now`. */
export function afterEvent<M>(hover: Hover<M>, event: HoverEvent<M>, now: number, pace: HoverPace): Hover<M> {
  switch (event.type) {
    case 'move':
      return afterMove(hover, event.over, event.speed, now, pace);
    case 'time':
      return afterTime(hover, now);
    case 'open':
      // The keys that opened it go on in the card, wherever the pointer lies.
      return { ...closedHover, open: event.mention, away: true, held: true };
    case 'press-outside':
      return hover.pinned ? { ...hover, dwelling: null } : closedHover;
    case 'hold':
      return afterHold({ ...hover, held: event.on }, now, pace);
    case 'pin':
      return afterHold({ ...hover, pinned: event.on }, now, pace);
    case 'dismiss':
      return closedHover;
  }
}

/** When `time` has to be sent next; null for never. */
export function deadline<M>({ dwelling, closing }: Hover<M>): number | null {
  if (dwelling && closing !== null) return Math.min(dwelling.until, closing);
  return dwelling?.until ?? closing;
}

function afterMove<M>(
  hover: Hover<M>,
  over: M | 'card' | null,
  speed: number,
  now: number,
  { dwellMs, graceMs, maxSpeed }: HoverPace,
): Hover<M> {
  if (over === 'card' || (over !== null && over === hover.open)) {
    return { ...hover, dwelling: null, closing: null, away: false };
  }
  const away = hover.open !== null;
  const stays = hover.open === null || hover.held || hover.pinned;
  const closing = stays ? null : (hover.closing ?? now + graceMs);
  // A card that is held or pinned is not taken away by another mention that the pointer crosses.
  if (over === null || hover.held || hover.pinned) return { ...hover, dwelling: null, closing, away };

  const sameRest = hover.dwelling?.mention === over && speed <= maxSpeed;
  const dwelling = sameRest ? hover.dwelling : { mention: over, until: now + dwellMs };
  return { ...hover, dwelling, closing, away };
}

/** A card that is let go while the pointer is elsewhere closes like any other; a closed one cannot be held. */
function afterHold<M>(hover: Hover<M>, now: number, { graceMs }: HoverPace): Hover<M> {
  if (hover.open === null) return { ...hover, held: false, pinned: false };
  const stays = hover.held || hover.pinned || !hover.away;
  return { ...hover, closing: stays ? null : (hover.closing ?? now + graceMs) };
}

function afterTime<M>(hover: Hover<M>, now: number): Hover<M> {
  const { dwelling, closing } = hover;
  if (dwelling && now >= dwelling.until) return { ...closedHover, open: dwelling.mention };
  if (closing !== null && now >= closing) return { ...closedHover, dwelling };
  return hover;
}
