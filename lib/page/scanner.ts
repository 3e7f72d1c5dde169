import { hasSigil } from '../mentions/sigil.ts';
import type { Grammar } from '../mentions/sites.ts';
import { isKept } from './kept-names.ts';
import { knownPlaces, mentionsIn, type PageMention } from './page-mention.ts';
import { type Block, blockOf, isInline, type Run, readRuns } from './runs.ts';
import { shadowRootsIn } from './shadow-roots.ts';
import { createSkips, isSkipped } from './skips.ts';
import { inSlices } from './slices.ts';
import { createSurroundings } from './surroundings.ts';

/** Where so many elements stand beside each other, each is asked for its text before it is gone into. */
const longList = 8;

type Tree = Block | Document;

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
  /** The text that the mentions of a block were found in, where it is one run. */
  const texts = new WeakMap<Block, string>();
  const roots = new Set<Document | ShadowRoot>();
  const dirtyTrees = new Set<Tree>();
  const dirtyBlocks = new Set<Block>();
  /** Blocks that were read since the trees that changed were taken up. */
  const visited = new Set<Block>();
  /** Trees in which shadow roots may stand. */
  const unsearched = new Set<Tree>();
  const root = document.documentElement;
  let scanning = false;
  const surroundings = createSurroundings();
  /** The block that is being read, perhaps over several slices. */
  let scanned: Block | null = null;
  let wide = false;
  let isWanted = hasSigil;

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
    isWanted = on ? hasText : hasSigil;
    for (const [block, held] of on ? [] : mentions) {
      const found = held.filter((mention) => !isKept(mention));
      if (found.length > 0) mentions.set(block, found);
      else forget(block);
    }
    visited.clear();
    for (const tree of on ? roots : []) dirtyTrees.add(tree);
    void scan();
  }

  function watch(tree: Document | ShadowRoot): void {
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
      const gone = (mention: PageMention) => isGone(mention, edited);
      onDropped(gone);
      // Until its turn comes, nobody may take a stale one from here either.
      for (const block of dirtyBlocks) {
        const found = mentions.get(block);
        if (!found?.some(gone)) continue;
        texts.delete(block);
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
    for (const block of mentions.keys()) if (!block.isConnected) forget(block);
    for (const waiting of [roots, dirtyTrees, dirtyBlocks, unsearched] as Set<Node>[]) {
      for (const node of waiting) if (!node.isConnected) waiting.delete(node);
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
    visited.clear();
    const isSkippedInside = createSkips();
    for (const tree of dirtyTrees) {
      dirtyTrees.delete(tree);
      yield* scanTree(tree, isSkippedInside);
    }
    for (const block of dirtyBlocks) {
      if (block.isConnected && !isSkippedInside(block)) yield* scanBlock(block, [], isSkippedInside);
      else forget(block);
      yield;
    }
  }

  /** Reads all blocks of a tree that may hold mentions, in document order. */
  function* scanTree(tree: Tree, isSkippedInside: (block: Block) => boolean): Generator {
    const top = tree instanceof Document ? tree.documentElement : tree;
    if (!top?.isConnected || isSkippedInside(top)) return;
    unsearched.add(tree);
    // Most that comes and goes holds nothing; the browser tells that quicker than any walk.
    if (!isWanted(top.textContent ?? '')) return;
    const waiting: Block[] = [];
    const listed = new Set<Block>();
    const slotted = new Set<Block>();
    const wait = (nested: readonly Element[], host: boolean) => {
      for (const element of nested.toReversed()) {
        waiting.push(element);
        if (nested.length > longList) listed.add(element);
        if (host) slotted.add(element);
      }
    };
    // The text of an inline element belongs to the block that it stands in.
    if (top instanceof Element && isInline(top)) {
      const nested: Element[] = [];
      if ((yield* readRuns(top, nested)) === null) dirtyTrees.add(tree);
      wait(nested, false);
    } else waiting.push(top);

    for (let block = waiting.pop(); block; block = waiting.pop()) {
      yield;
      if (!block.isConnected || visited.has(block)) continue;
      if (block instanceof Element && isSkipped(block)) continue;
      if (slotted.delete(block) && isSkippedInside(block)) continue;
      const { shadowRoot } = block as Partial<Element>;
      if (shadowRoot instanceof ShadowRoot) watch(shadowRoot);
      if (listed.delete(block) && !isWanted(block.textContent ?? '')) continue;
      const nested: Element[] = [];
      visited.add(block);
      if (!(yield* scanBlock(block, nested, isSkippedInside)) && block.isConnected) {
        visited.delete(block);
        dirtyTrees.add(block);
      }
      wait(nested, shadowRoot instanceof ShadowRoot);
    }
  }

  /** New open shadow roots, when the text of the page itself is read. */
  function* findShadowRoots(): Generator {
    for (const tree of unsearched) {
      unsearched.delete(tree);
      for (const root of shadowRootsIn(tree)) {
        watch(root);
        yield;
      }
    }
  }

  /** What stands in this element has changed, and with it perhaps what speaks for the blocks in it. */
  function markBeside(holder: Node | null): void {
    if (!holder) return;
    for (const block of surroundings.readersIn(holder)) {
      dirtyBlocks.add(block);
      texts.delete(block);
    }
  }

  /** Finds the mentions of a block; blocks inside it are added to `nested`. False if the page changed it before all were met. */
  function* scanBlock(
    block: Block,
    nested: Element[],
    isSkippedInside: (block: Block) => boolean,
  ): Generator<void, boolean> {
    dirtyBlocks.delete(block);
    scanned = block;
    const runs = (yield* readRuns(block, nested))?.filter(({ text }) => isWanted(text));
    const around = () => surroundings.textAround(block, isSkippedInside);
    const found = runs && (again(block, runs) ?? (yield* mentionsIn(block, runs, grammar, around)));
    scanned = null;
    if (!found) return false;
    // Changed meanwhile: its turn comes again.
    if (dirtyBlocks.has(block)) return true;
    if (found.length > 0 || (wide && runs.length > 0)) mentions.set(block, found);
    else forget(block);
    const [run] = runs;
    if (run && runs.length === 1) texts.set(block, run.text);
    else texts.delete(block);
    return true;
  }

  /** What was found in this block, if its text is the same as then. */
  function again(block: Block, [run, ...others]: readonly Run[]): PageMention[] | null {
    const found = mentions.get(block);
    if (!found || !run || others.length > 0 || texts.get(block) !== run.text) return null;
    return found.flatMap((mention) => (isKept(mention) ? [] : { ...mention, pieces: run.pieces }));
  }

  function forget(block: Block): void {
    mentions.delete(block);
    texts.delete(block);
  }
}

const hasText = (text: string): boolean => /\S/.test(text);

/** Whether the text that this mention was seen in was edited or is gone. */
function isGone(mention: PageMention, edited: ReadonlySet<Node>): boolean {
  const at = knownPlaces(mention);
  return !!at && [at.from.node, at.to.node].some((node) => edited.has(node) || !node.isConnected);
}
