import type { HeldMentions } from './held-mentions.ts';
import type { PageMention } from './page-mention.ts';
import { type Block, blockOf, isInline } from './runs.ts';
import type { Surroundings } from './surroundings.ts';
import { nextSiblingOf, textOf } from './tree.ts';

export type Tree = Block | Document;

/** What has to be read, or read anew. */
export interface Changes {
  trees: Set<Tree>;
  blocks: Set<Block>;
  /** Takes note of what the page changed. Answers whether mentions lost their text: those are dropped at once. */
  note(records: readonly MutationRecord[]): boolean;
}

/** What `createChanges` asks of the scan. */
interface Scan {
  held: HeldMentions;
  surroundings: Surroundings;
  isBeingRead(block: Block): boolean;
  isWanted(text: string): boolean;
  onDropped(gone: (mention: PageMention) => boolean): void;
}

/** Keeps what the page changed until it is read, merged to the least. */
export function createChanges({ held, surroundings, isBeingRead, isWanted, onDropped }: Scan): Changes {
  const trees = new Set<Tree>();
  const blocks = new Set<Block>();
  return { trees, blocks, note };

  function note(records: readonly MutationRecord[]): boolean {
    const edited = new Set<Node>();
    let lost = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      const block = type === 'characterData' ? blockOf(target) : ownBlock(target);
      const holds = block !== null && (held.blocks.has(block) || isBeingRead(block));
      if (type === 'characterData') {
        edited.add(target);
        lost ||= holds;
        if (block && (holds || !isAlone(block, target) || isWanted(textOf(target)))) blocks.add(block);
        noteBeside(block?.parentNode ?? null);
        continue;
      }
      noteBeside(target);
      for (const node of addedNodes) noteAdded(node, block, holds);
      if (removedNodes.length === 0) continue;
      if (holds) blocks.add(block);
      lost ||= holds || [...removedNodes].some((node) => isWanted(textOf(node)));
    }
    if (lost) dropLost(edited);
    return lost;
  }

  function noteAdded(node: Node, block: Block | null, holds: boolean): void {
    if (node instanceof Text) {
      const mayHold = block && isAlone(block, node) ? isWanted(node.data) : node.data.trim() !== '';
      if (block && (holds || mayHold)) blocks.add(block);
    } else if (node instanceof Element) {
      trees.add(node);
      // Inline content joins the text around it; a nested block can only cut a run in two.
      if (block && (holds || isInline(node))) blocks.add(block);
    }
  }

  /** What stands in this element has changed, and with it perhaps what speaks for the blocks in it. */
  function noteBeside(holder: Node | null): void {
    if (holder) for (const block of surroundings.readersIn(holder)) blocks.add(block);
  }

  /** Nobody may take a stale mention until the turn of its block comes. */
  function dropLost(edited: ReadonlySet<Node>): void {
    const gone = (mention: PageMention) => isGone(mention, edited);
    onDropped(gone);
    for (const block of blocks) {
      const mentions = held.blocks.get(block);
      if (mentions?.some(gone))
        held.put(
          block,
          mentions.filter((mention) => !gone(mention)),
        );
    }
  }
}

/** A clock, a price: nothing else stands in its block. */
const isAlone = (block: Block, text: Node): boolean =>
  block.firstChild === text && nextSiblingOf(text) === null;

/** The block whose runs the children of this node belong to. */
function ownBlock(node: Node): Block | null {
  if (node instanceof ShadowRoot) return node;
  return node instanceof Element && !isInline(node) ? node : blockOf(node);
}

/** Whether the text that this mention was seen in was edited or is gone. */
function isGone({ places }: PageMention, edited: ReadonlySet<Node>): boolean {
  return !!places && [places.from.node, places.to.node].some((node) => edited.has(node) || !node.isConnected);
}
