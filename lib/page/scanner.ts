import { anySigil } from '../mentions/sigil.ts';
import type { Grammar } from '../mentions/sites.ts';
import { isKept } from './kept-names.ts';
import { isStanding, mentionsIn, type PageMention } from './page-mention.ts';
import { type Block, blockOf, createSkips, isInline } from './runs.ts';
import { inSlices } from './slices.ts';
import { createSurroundings } from './surroundings.ts';
import { contains } from './tree.ts';

/** Nodes looked at between two looks at the clock. */
const nodesPerStep = 200;

export interface Scanner {
  /** The blocks that hold mentions, in no particular order; widened, all that hold text. */
  blocks(): ReadonlyMap<Block, readonly PageMention[]>;
  /** From now on every block with text counts, or again only those that hold mentions. */
  widen(on: boolean): void;
  /** What this block holds, until its text changes. */
  hold(block: Block, mentions: readonly PageMention[]): void;
}

interface ScannerEvents {
  onDropped(gone: (mention: PageMention) => boolean): void;
  onFound(): void;
  /** The page has another root element, and with it perhaps lost every listener. */
  onReplaced(): void;
}

/**
 * Finds the mentions of a page and keeps them current: scans the body once, in slices, then only what changes,
 * open shadow roots included. `onDropped` is called at once, inside the page's own task, when mentions may have
 * lost their text; `onFound` after a batch of changes was scanned.
 */
export function startScanner(
  grammar: Grammar,
  { onDropped, onFound, onReplaced }: ScannerEvents,
  signal: AbortSignal,
): Scanner {
  const mentions = new Map<Block, readonly PageMention[]>();
  const roots = new Set<Node>();
  const dirtyTrees = new Set<Node>();
  const dirtyBlocks = new Set<Block>();
  /** Trees in which shadow roots may stand. */
  const unsearched = new Set<Node>();
  const root = document.documentElement;
  let scanning = false;
  const surroundings = createSurroundings();
  /** The block that is being read, perhaps over several slices. */
  let scanned: Block | null = null;
  let wide = false;
  let wanted = anySigil;

  const observer = new MutationObserver(onMutations);
  signal.addEventListener('abort', () => observer.disconnect());
  // A hidden tab is not scanned; what changed meanwhile waits.
  document.addEventListener('visibilitychange', () => void scan(), { signal });

  // The document itself, because a page may replace its body or root element.
  watch(document);
  return { blocks: () => mentions, widen, hold: (block, held) => mentions.set(block, held) };

  function widen(on: boolean): void {
    if (on === wide) return;
    wide = on;
    wanted = on ? /\S/ : anySigil;
    for (const [block, held] of on ? [] : mentions)
      keep(
        block,
        held.filter((mention) => !isKept(mention)),
      );
    for (const tree of on ? roots : []) dirtyTrees.add(tree);
    void scan();
  }

  function keep(block: Block, held: readonly PageMention[]): void {
    if (wide || held.length > 0) mentions.set(block, held);
    else mentions.delete(block);
  }

  function watch(tree: Node): void {
    if (roots.has(tree)) return;
    roots.add(tree);
    observer.observe(tree, { childList: true, characterData: true, subtree: true });
    dirtyTrees.add(tree);
    void scan();
  }

  function onMutations(records: MutationRecord[]): void {
    const edited = new Set<Node>();
    let removed = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'characterData') {
        edited.add(target);
        markBlockOf(target);
        markBeside(blockOf(target)?.parentNode ?? null);
        continue;
      }
      markBeside(target);
      for (const node of addedNodes) markAdded(node, target);
      if (removedNodes.length > 0) {
        removed = true;
        const block = ownBlock(target);
        if (block && (mentions.has(block) || block === scanned)) dirtyBlocks.add(block);
      }
    }
    if (edited.size > 0 || removed) {
      const gone = (mention: PageMention) =>
        edited.has(mention.from.node) || edited.has(mention.to.node) || !isStanding(mention);
      onDropped(gone);
      // Until its turn comes, nobody may take a stale one from here either.
      for (const block of dirtyBlocks) {
        const found = mentions.get(block);
        if (found)
          mentions.set(
            block,
            found.filter((mention) => !gone(mention)),
          );
      }
    }
    if (removed) forgetRemoved();
    if (document.documentElement !== root) {
      onReplaced();
      return;
    }
    void scan();
  }

  function markBlockOf(node: Node): void {
    const block = blockOf(node);
    if (block) dirtyBlocks.add(block);
  }

  function markAdded(node: Node, target: Node): void {
    if (node instanceof Text) {
      if (node.data.trim() !== '') markBlockOf(node);
    } else if (node instanceof Element) {
      dirtyTrees.add(node);
      const block = ownBlock(target);
      // Inline content joins the text around it; a nested block can only cut a run in two.
      if (block && (isInline(node) || mentions.has(block))) dirtyBlocks.add(block);
    }
  }

  /** The block whose runs the children of this node belong to. */
  function ownBlock(node: Node): Block | null {
    if (node instanceof ShadowRoot) return node;
    return node instanceof Element && !isInline(node) ? node : blockOf(node);
  }

  function forgetRemoved(): void {
    for (const block of mentions.keys()) if (!block.isConnected) mentions.delete(block);
    for (const waiting of [roots, dirtyTrees, dirtyBlocks, unsearched]) {
      for (const node of waiting) if (!node.isConnected) waiting.delete(node as Block);
    }
  }

  async function scan(): Promise<void> {
    if (scanning || document.hidden) return;
    scanning = true;
    try {
      while (!signal.aborted && dirtyTrees.size + dirtyBlocks.size > 0 && !document.hidden) {
        await inSlices(scanDirty(), signal);
        if (!signal.aborted) onFound();
        await inSlices(findShadowRoots(), signal);
      }
    } finally {
      scanning = false;
    }
  }

  function* scanDirty(): Generator {
    surroundings.renew();
    const isSkippedInside = createSkips();
    for (const tree of dirtyTrees) {
      dirtyTrees.delete(tree);
      if (tree.isConnected) yield* walk(tree);
    }
    for (const block of dirtyBlocks) {
      dirtyBlocks.delete(block);
      yield* scanBlock(block, isSkippedInside);
      yield;
    }
  }

  /** Notes the blocks of all text with a sigil, and new open shadow roots. */
  function* walk(tree: Node): Generator {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (wanted.test((node as Text).data)) markBlockOf(node);
      if (++seen % nodesPerStep > 0) continue;
      yield;
      // The page may have removed the place where we stood while it had its turn.
      if (!contains(tree, walker.currentNode)) {
        if (tree.isConnected) dirtyTrees.add(tree);
        return;
      }
    }
    unsearched.add(tree);
  }

  /** New open shadow roots, when the text of the page itself is read: to ask every element takes as long as that. */
  function* findShadowRoots(): Generator {
    for (const tree of unsearched) {
      unsearched.delete(tree);
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
      let seen = 0;
      for (let node: Node | null = tree; node; node = walker.nextNode()) {
        const { shadowRoot } = node as Partial<Element>;
        if (shadowRoot instanceof ShadowRoot) watch(shadowRoot);
        if (++seen % nodesPerStep > 0) continue;
        yield;
        if (contains(tree, walker.currentNode)) continue;
        if (tree.isConnected) unsearched.add(tree);
        return;
      }
    }
  }

  /** What stands in this element has changed, and with it perhaps what speaks for the blocks in it. */
  function markBeside(holder: Node | null): void {
    if (holder) for (const block of surroundings.readersIn(holder)) dirtyBlocks.add(block);
  }

  function* scanBlock(block: Block, isSkippedInside: (block: Block) => boolean): Generator {
    scanned = block;
    const isRead = block.isConnected && !isSkippedInside(block);
    const around = () => surroundings.textAround(block, isSkippedInside);
    const found = isRead ? yield* mentionsIn(block, grammar, around) : [];
    scanned = null;
    // Changed between two steps: its turn comes again.
    if (dirtyBlocks.has(block)) return;
    if (isRead) keep(block, found);
    else mentions.delete(block);
  }
}
