import { type Box, boxesOf, type Clips, meet, sameBox, sameBoxes, visibleParts } from './measure.ts';
import { elementAt, elementOf, isStanding, type PageMention } from './page-mention.ts';
import type { Block } from './runs.ts';

/** Nobody reads more at once; one block may hold thousands. */
const maxMeasured = 400;
/** Asking what covers a text takes long on large pages: the rest waits for the next frame. */
const sliceMs = 5;
/** And to ask now and then whether it still is so. */
const checkMs = 2;

/** A mention that a reader sees: its boxes, one a line, and what of them is not cut off or covered. Viewport coordinates, CSS px. */
export interface Seen {
  mention: PageMention;
  boxes: readonly Box[];
  parts: readonly Box[];
}

interface MeasuredBlock {
  held: readonly PageMention[];
  box: Box;
  seen: Seen[];
  /** Also those that are covered, and those that were dropped since: what comes in their place is likely to be seen as they were. */
  known: Seen[];
  /** It stood elsewhere before, and is measured once it rests. */
  moves: boolean;
}

/** What is asked of the page. */
export interface Look {
  blocks: readonly Block[];
  heldBy(block: Block): readonly PageMention[];
  /** Something in this block or in what stands in it changed since. */
  isTouched(block: Block): boolean;
  /** It moves of its own accord, and is not measured before it rests. */
  isMoving(block: Block): boolean;
  /** What covers the page may have changed. */
  anew: boolean;
  /** What moved is measured too. */
  evenMoved: boolean;
}

export interface SeenMentions {
  /** Measures what is in the viewport, or as much of it as there is time for. Answers whether something moved, which is out of sight until it rests. */
  look(at: Look): boolean;
  /** Measures on, until what was `begun` then took its time (`performance.now()`). Answers whether some of it still waits. */
  goOn(begun: number): boolean;
  isWaiting(): boolean;
  all(): readonly Seen[];
  /** Looks at as many as there is time for, each time at the next: whether one is seen otherwise by now, of which nobody told. */
  isOneOtherwise(): boolean;
  drop(gone: (mention: PageMention) => boolean): boolean;
}

/**
 * Knows which mentions are in sight. A block that stands where it stood, with nothing changed in it, is not measured again, nor is it asked
 * what covers a text that stayed where it was. `onMet` is told of each tree that a mention in sight stands in.
 */
export function createSeenMentions(onMet: (root: Node) => void): SeenMentions {
  let measured = new Map<Block, MeasuredBlock>();
  let waiting: { mention: PageMention; block: MeasuredBlock; known: readonly Seen[] }[] = [];
  let clips: Clips = new Map();
  let turn = 0;

  return {
    look({ blocks, heldBy, isTouched, isMoving, anew, evenMoved }) {
      const before = measured;
      const unmeasured = waiting.toReversed();
      measured = new Map();
      waiting = [];
      clips = new Map();
      let moved = false;
      for (const block of blocks) {
        if (isMoving(block)) continue;
        const box = elementOf(block).getBoundingClientRect();
        if (!mayBeSeen(box)) continue;
        const held = heldBy(block);
        const known = before.get(block);
        const stands = known && !known.moves && known.held === held && sameBox(known.box, box);
        if (!anew && stands && !isTouched(block)) {
          measured.set(block, known);
          // What waited still does.
          waiting.push(...unmeasured.filter((each) => each.block === known));
          continue;
        }
        // To ask at each step of what moves all the time would take as long as the page itself.
        if (!evenMoved && !(known && sameBox(known.box, box))) {
          measured.set(block, { held, box, seen: [], known: [], moves: true });
          moved = true;
          continue;
        }
        const room = maxMeasured - waiting.length;
        if (room <= 0) continue;
        const asked = fromTop(held).slice(0, room);
        const now: MeasuredBlock = { held, box, seen: [], known: [], moves: false };
        measured.set(block, now);
        for (const mention of asked)
          waiting.push({ mention, block: now, known: (anew ? null : known?.known) ?? [] });
      }
      waiting.reverse();
      return moved;
    },
    goOn(begun) {
      const end = begun + sliceMs;
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        measure(next);
        if (performance.now() > end) break;
      }
      return waiting.length > 0;
    },
    isWaiting: () => waiting.length > 0,
    all,
    isOneOtherwise() {
      const asked = [...measured.values()].flatMap(({ known }) => known);
      const end = performance.now() + checkMs;
      const now: Clips = new Map();
      for (let count = 0; count < asked.length && performance.now() < end; count += 1) {
        turn = (turn + 1) % asked.length;
        const one = asked[turn];
        if (!one || !isStanding(one.mention)) continue;
        if (!sameBoxes(visibleParts(one.mention, boxesOf(one.mention), now, false), one.parts)) return true;
      }
      return false;
    },
    drop(gone) {
      let some = false;
      for (const block of measured.values()) {
        const kept = block.seen.filter(({ mention }) => !gone(mention));
        if (kept.length === block.seen.length) continue;
        block.seen = kept;
        some = true;
      }
      return some;
    },
  };

  function all(): readonly Seen[] {
    return [...measured.values()].flatMap(({ seen }) => seen);
  }

  function measure({ mention, block, known }: (typeof waiting)[number]): void {
    if (!isStanding(mention)) return;
    const boxes = boxesOf(mention);
    const stayed = known.find((each) => sameBoxes(each.boxes, boxes));
    const isClear = known.some((each) => isShifted(each, boxes));
    const parts = stayed ? stayed.parts : visibleParts(mention, boxes, clips, isClear);
    const seen = { mention, boxes, parts };
    block.known.push(seen);
    if (parts.length === 0) return;
    block.seen.push(seen);
    onMet(elementAt(mention).getRootNode());
  }
}

/** Whether nothing but the words before it made this one mention move, on its line, from where all of it was in sight. */
function isShifted({ boxes: [before], parts: [part] }: Seen, [box, ...more]: readonly Box[]): boolean {
  if (!box || !before || more.length > 0 || !sameBox(before, part)) return false;
  return box.top === before.top && box.bottom === before.bottom && meet(box, before);
}

/** A block that has no box of its own (`display: contents`) may stand anywhere. */
const mayBeSeen = ({ top, bottom }: Box): boolean => top === bottom || (bottom > 0 && top < innerHeight);

/** Of the mentions of one block, in reading order, as many as are measured, from the viewport's top on. */
function fromTop(mentions: readonly PageMention[]): readonly PageMention[] {
  if (mentions.length <= maxMeasured) return mentions;
  let low = 0;
  // Most are read from where they begin: in a long text each box takes long.
  let high = isAbove(mentions[0]) ? mentions.length : 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAbove(mentions[middle])) low = middle + 1;
    else high = middle;
  }
  return mentions.slice(low, low + maxMeasured);
}

/** Whether it is scrolled out of sight. */
function isAbove(mention: PageMention | undefined): boolean {
  const box = mention && boxesOf(mention).at(-1);
  return box !== undefined && box.bottom < 0;
}
