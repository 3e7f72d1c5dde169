import type { Block } from './runs.ts';

/** Blocks that are told in one scan; nobody reads more doubtful cashtags. */
const maxReaders = 2_000;
/** Blocks in one element that are read anew when what stands beside them changes. */
const maxRenewed = 20;

export interface Surroundings {
  /** What the page says beside a block; empty after 2,000 blocks. */
  textAround(block: Block, isSkippedInside: (block: Block) => boolean): string;
  /** The blocks in this element that were told; none of a long list, which is not read anew for each of its changes. */
  readersIn(holder: Node): Iterable<Block>;
  /** Another scan begins. */
  renew(): void;
}

/** Tells what stands beside a block, and remembers who was told: it may change. */
export function createSurroundings(): Surroundings {
  let told = 0;
  const readers = new WeakMap<Node, Set<Block>>();
  return {
    textAround(block, isSkippedInside) {
      told += 1;
      const holder = block.parentNode;
      if (told > maxReaders || !holder) return '';
      const inHolder = readers.get(holder) ?? new Set();
      if (inHolder.size <= maxRenewed) readers.set(holder, inHolder.add(block));
      return textBeside(block, isSkippedInside);
    },
    readersIn(holder) {
      const blocks = readers.get(holder) ?? new Set();
      for (const block of blocks) if (!block.isConnected) blocks.delete(block);
      return blocks.size <= maxRenewed ? blocks : [];
    },
    renew() {
      told = 0;
    },
  };
}

/** What is further away belongs to something else. */
const maxTexts = 16;
const maxFromText = 300;
/** Of the nodes on the way most may be white space, or in what is never read. */
const maxNodes = 60;

/**
 * The text of a block and beside it, inside the element that holds it: the lines and paragraphs of a post. At most
 * sixteen texts before the block and as many from it on, of which the nearest 300 characters each.
 */
function textBeside(block: Block, isSkippedInside: (block: Block) => boolean): string {
  const holder = block.parentNode instanceof Element ? block.parentNode : block;
  const texts: string[] = [];
  for (const step of ['previousNode', 'nextNode'] as const) {
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    walker.currentNode = block;
    let taken = 0;
    for (let seen = 0; seen < maxNodes && taken < maxTexts; seen += 1) {
      const node = walker[step]();
      if (!node) break;
      const text = (node as Text).data.trim();
      if (text === '' || !node.parentElement || isSkippedInside(node.parentElement)) continue;
      taken += 1;
      texts.push(step === 'nextNode' ? text.slice(0, maxFromText) : text.slice(-maxFromText));
    }
  }
  return texts.join(' ');
}
