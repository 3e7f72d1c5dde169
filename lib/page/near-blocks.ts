import { elementOf } from './page-mention.ts';
import type { Block } from './runs.ts';

/** Observed elements cost the page up to 1.3 µs each in every scrolling frame; 200 are not felt. */
const maxTargets = 200;

export interface NearBlocks {
  /** Follow these blocks from now on. */
  follow(blocks: Iterable<Block>): void;
  /** Those in the viewport or within half a viewport of it, and perhaps a few more. */
  near(): Block[];
}

/**
 * Knows which blocks are near the viewport. Blocks are grouped in document order into at most 200 sections; the
 * first block of each is observed. `onChange` is called when another section comes near.
 */
export function startNearBlocks(onChange: () => void, signal: AbortSignal): NearBlocks {
  let sections = new Map<Element, Block[]>();
  let order: Element[] = [];
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

  function follow(blocks: Iterable<Block>): void {
    const next = sectionsOf([...blocks]);
    for (const target of sections.keys()) {
      if (next.has(target)) continue;
      observer.unobserve(target);
      nearTargets.delete(target);
    }
    for (const target of next.keys()) if (!sections.has(target)) observer.observe(target);
    sections = next;
    order = [...next.keys()];
  }

  function near(): Block[] {
    if (order.every((target) => sections.get(target)?.length === 1)) {
      return order
        .filter((target) => nearTargets.has(target))
        .flatMap((target) => sections.get(target) ?? []);
    }
    // A section reaches from its first block to that of the next, so the one before a near target may be near too.
    const chosen = order.filter((target, i) => {
      const following = order[i + 1];
      return nearTargets.has(target) || (following && nearTargets.has(following)) || spans(target, following);
    });
    return chosen.flatMap((target) => sections.get(target) ?? []);
  }
}

/** A section longer than the viewport may hold it although neither of its ends is near. */
function spans(first: Element, next: Element | undefined): boolean {
  if (first.getBoundingClientRect().top > 0) return false;
  return next === undefined || next.getBoundingClientRect().top > innerHeight;
}

function sectionsOf(blocks: Block[]): Map<Element, Block[]> {
  const size = Math.ceil(blocks.length / maxTargets);
  if (size > 1) blocks.sort(inDocumentOrder);
  const sections = new Map<Element, Block[]>();
  for (let i = 0; i < blocks.length; i += size) {
    const section = blocks.slice(i, i + size);
    const [first] = section;
    if (first) {
      const target = elementOf(first);
      sections.set(target, [...(sections.get(target) ?? []), ...section]);
    }
  }
  return sections;
}

const inDocumentOrder = (a: Block, b: Block): number =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
