import { elementOf } from './page-mention.ts';
import { inReadingOrder } from './reading-order.ts';
import type { Block } from './runs.ts';

/** Observed elements cost the page up to 1.3 µs each in every scrolling frame; 200 are not felt. */
const maxTargets = 200;
/** A section may grow to twice what it would be if all were alike, and so many more, before all are divided anew. */
const spareBlocks = 8;

export interface NearBlocks {
  /** These blocks hold mentions now, or no longer do. */
  follow(changed: Iterable<Block>, holds: (block: Block) => boolean): void;
  /** Those in the viewport or within half a viewport of it, and perhaps a few more. */
  near(): Block[];
}

/** Neighbours in the order in which a page is read. The first is observed for all. */
interface Section {
  target: Element;
  blocks: Block[];
}

/**
 * Knows which blocks are near the viewport. Blocks are grouped in reading order into some 200 sections. `onChange` is called
 * when another section comes near.
 */
export function startNearBlocks(onChange: () => void, signal: AbortSignal): NearBlocks {
  let sections: Section[] = [];
  let sectionOf = new Map<Block, Section>();
  const observed = new Set<Element>();
  const nearTargets = new Set<Element>();

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) nearTargets.add(target);
        else nearTargets.delete(target);
      }
      onChange();
    },
    { rootMargin: '50% 0px' },
  );
  signal.addEventListener('abort', () => observer.disconnect());

  return { follow, near };

  function follow(changed: Iterable<Block>, holds: (block: Block) => boolean): void {
    const emptied = new Set<Section>();
    for (const block of changed) {
      if (!holds(block)) drop(block, emptied);
      else if (!sectionOf.has(block)) add(block);
    }
    if (emptied.size > 0) sections = sections.filter((section) => !emptied.has(section));
    const longest = 2 * Math.ceil(sectionOf.size / maxTargets) + spareBlocks;
    if (sections.some(({ blocks }) => blocks.length > longest)) divide();
    observe();
  }

  function drop(block: Block, emptied: Set<Section>): void {
    const section = sectionOf.get(block);
    if (!section) return;
    sectionOf.delete(block);
    section.blocks.splice(section.blocks.indexOf(block), 1);
    const [first] = section.blocks;
    if (first) section.target = elementOf(first);
    else emptied.add(section);
  }

  /** Into the section before it; while there are few, one of its own. */
  function add(block: Block): void {
    const at = placeOf(block, sections, ({ blocks: [first] }) => first);
    const section = sections[Math.max(0, at - 1)];
    if (!section || sections.length < maxTargets) {
      const made = { target: elementOf(block), blocks: [block] };
      sections.splice(at, 0, made);
      sectionOf.set(block, made);
      return;
    }
    const within = placeOf(block, section.blocks, (each) => each);
    section.blocks.splice(within, 0, block);
    if (within === 0) section.target = elementOf(block);
    sectionOf.set(block, section);
  }

  /** All of them anew, into sections of one length. */
  function divide(): void {
    const blocks = sections.flatMap((section) => section.blocks);
    const size = Math.ceil(blocks.length / maxTargets);
    sections = [];
    sectionOf = new Map();
    for (let at = 0; at < blocks.length; at += size) {
      const part = blocks.slice(at, at + size);
      const [first] = part;
      if (!first) continue;
      const section = { target: elementOf(first), blocks: part };
      sections.push(section);
      for (const block of part) sectionOf.set(block, section);
    }
  }

  function observe(): void {
    const targets = new Set(sections.map(({ target }) => target));
    for (const target of observed) {
      if (targets.has(target)) continue;
      observed.delete(target);
      observer.unobserve(target);
      nearTargets.delete(target);
    }
    for (const target of targets) {
      if (observed.has(target)) continue;
      observed.add(target);
      observer.observe(target);
    }
  }

  function near(): Block[] {
    const isNear = ({ target }: Section) => nearTargets.has(target);
    if (sections.every(({ blocks }) => blocks.length === 1))
      return sections.filter(isNear).flatMap(({ blocks }) => blocks);
    // A section reaches from its first block to that of the next, so the one before a near target may be near too.
    const chosen = sections.filter((section, i) => {
      const next = sections[i + 1];
      return isNear(section) || (next && isNear(next)) || spans(section.target, next?.target);
    });
    return chosen.flatMap(({ blocks }) => blocks);
  }
}

/** A section longer than the viewport may hold it although neither of its ends is near. */
function spans(first: Element, next: Element | undefined): boolean {
  if (first.getBoundingClientRect().top > 0) return false;
  return next === undefined || next.getBoundingClientRect().top > innerHeight;
}

/** Where a block belongs among these, which are in reading order. */
function placeOf<T>(block: Block, among: readonly T[], blockIn: (each: T) => Block | undefined): number {
  let low = 0;
  let high = among.length;
  const isBefore = (at: number) => {
    const each = among[at];
    const other = each === undefined ? undefined : blockIn(each);
    return other !== undefined && inReadingOrder(other, block) < 0;
  };
  // Most come after all that were met before.
  if (high === 0 || isBefore(high - 1)) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
