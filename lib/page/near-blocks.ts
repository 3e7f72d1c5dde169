import { elementOf } from './page-mention.ts';
import { inReadingOrder } from './reading-order.ts';
import type { Block } from './runs.ts';

/** Observed elements cost the page up to 1.3 µs each in every scrolling frame; 200 are not felt. */
const maxTargets = 200;
/** So many more may come, and a section may be twice as long as if all were alike and a few more, before all are divided anew. */
const spareTargets = 100;
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
    const added: Block[] = [];
    for (const block of changed) {
      if (!holds(block)) drop(block, emptied);
      else if (!sectionOf.has(block)) added.push(block);
    }
    if (emptied.size > 0) sections = sections.filter((section) => !emptied.has(section));
    if (added.length > 0) add(added);
    const longest = 2 * Math.ceil(sectionOf.size / maxTargets) + spareBlocks;
    const isUneven = sections.some(({ blocks }) => blocks.length > longest);
    if (isUneven || sections.length > maxTargets + spareTargets) divide();
    if (added.length + emptied.size > 0 || isUneven) observe();
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

  /**
   * What came together stands together, in order, and is one section if so, or else its halves are: to ask of two elements which comes first takes the
   * longer the more siblings they have.
   */
  function add(blocks: readonly Block[]): void {
    const [first] = blocks;
    const last = blocks.at(-1);
    if (!first || !last) return;
    const at = placeOf(first);
    const next = sections[at]?.blocks[0];
    if (next && blocks.length > 1 && inReadingOrder(last, next) > 0) {
      const half = blocks.length >> 1;
      add(blocks.slice(0, half));
      add(blocks.slice(half));
      return;
    }
    const section = { target: elementOf(first), blocks: [...blocks] };
    sections.splice(at, 0, section);
    for (const block of blocks) sectionOf.set(block, section);
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
    const chosen = new Set<Section>();
    for (const [i, section] of sections.entries()) {
      if (!nearTargets.has(section.target)) continue;
      chosen.add(section);
      // A section reaches from its first block to that of the next, so the one before a near target may be near too.
      const before = sections[i - 1];
      if (before && before.blocks.length > 1) chosen.add(before);
    }
    const spanning = sections[lastAbove()];
    if (spanning) chosen.add(spanning);
    return [...chosen].flatMap(({ blocks }) => blocks);
  }

  /** The last section that begins above the viewport: it may hold all of it although neither of its ends is near. */
  function lastAbove(): number {
    return firstWhere(({ target }) => target.getBoundingClientRect().top > 0) - 1;
  }

  /** Where a block belongs among the sections. */
  function placeOf(block: Block): number {
    return firstWhere(({ blocks: [first] }) => first === undefined || inReadingOrder(first, block) > 0);
  }

  /** The first section from which on this is true; as many as there are if it is of none. */
  function firstWhere(isTrue: (section: Section) => boolean): number {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const section = sections[middle];
      if (section && isTrue(section)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
