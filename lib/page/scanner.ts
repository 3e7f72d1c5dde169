import { hasSigil } from '../mentions/sigil.ts';
import type { Grammar } from '../mentions/sites.ts';
import { createChanges, type Tree } from './changes.ts';
import type { Detection } from './detection.ts';
import { type KnownTexts, mentionsIn } from './find-in-block.ts';
import { createHeldMentions, type HeldMentions } from './held-mentions.ts';
import { treesInView } from './in-view.ts';
import { everyKind, hasMore, type Kinds } from './kinds.ts';
import { createNeededDetection } from './needed-detection.ts';
import type { PageMention } from './page-mention.ts';
import { type Block, isInline, plainRuns, type Run, readRuns } from './runs.ts';
import { shadowRootsIn } from './shadow-roots.ts';
import { createSkips, isSkipped } from './skips.ts';
import { inSlices, yieldToPage } from './slices.ts';
import { createSurroundings } from './surroundings.ts';
import { hasAncestorIn } from './tree.ts';
import { dismiss, hasText, isAnyIn } from './wanted.ts';
import { createWatchdog } from './watchdog.ts';

/** Where so many elements stand beside each other, each is asked for its text before it is gone into. */
const longList = 8;
/** What is read between two looks at the clock: characters, and so many more for each block. */
const perStep = 2_000;
const perBlock = 100;
/** What left the page is forgotten this much later: pages may take away something all the time. */
const forgetAfterMs = 1_000;

export interface Scanner {
  /** What the page holds of what is looked for; widened, all blocks with text. */
  held: HeldMentions;
  /** From now on these kinds are looked for; widened, every block with text counts, else only those that hold mentions. */
  lookFor(kinds: Kinds, widely: boolean): void;
  /** The page changes without end, and is read less often for it. */
  isBackingOff(): boolean;
}

interface Finding {
  grammar: Grammar;
  /** Loads what tells mentions, once; null if the page stopped the load. */
  loadDetection(): Promise<Detection | null>;
}

interface ScannerEvents {
  /** Whatever it was: it may move or cover what was found. */
  onChanged(records: readonly MutationRecord[]): void;
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
  { grammar, loadDetection }: Finding,
  { onChanged, onDropped, onFound, onReplaced }: ScannerEvents,
  signal: AbortSignal,
): Scanner {
  const held = createHeldMentions();
  const { blocks: mentions, put, forget } = held;
  const roots = new Set<Document | ShadowRoot>();
  /** Trees in which shadow roots may stand. */
  const unsearched = new Set<Tree>();
  const root = document.documentElement;
  let scanning = false;
  const surroundings = createSurroundings();
  const changes = createChanges({
    held,
    surroundings,
    isBeingRead: (block) => block === scanned,
    isWanted: (text) => isWanted(text),
    onDropped,
  });
  const { trees: dirtyTrees, blocks: dirtyBlocks } = changes;
  let isSkippedInside = createSkips();
  /** The block that is being read, perhaps over several slices. */
  let scanned: Block | null = null;
  let wide = false;
  let kinds = everyKind;
  let isWanted = hasSigil;
  /** Null until a sigil was met. */
  let detection: Detection | null = null;
  /** Nothing is remembered of the first scan: few pages write again what they began with. */
  let known: KnownTexts | null = null;
  const needed = createNeededDetection(loadDetection, () => void scan(), signal);
  const watchdog = createWatchdog();
  let calming: ReturnType<typeof setTimeout> | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(onMutations);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(forgetting);
    clearTimeout(calming);
  });
  // A hidden tab is not scanned; what changed meanwhile waits.
  document.addEventListener('visibilitychange', () => void scan(), { signal });

  // The document itself, because a page may replace its body or root element.
  watch(document);
  return { held, lookFor, isBackingOff: watchdog.isBackingOff };

  function lookFor(wanted: Kinds, widely: boolean): void {
    const isMore = (widely && !wide) || hasMore(wanted, kinds);
    if (!isMore && wide === widely && !hasMore(kinds, wanted)) return;
    kinds = wanted;
    wide = widely;
    isWanted = wide ? hasText : hasSigil;
    onDropped((mention) => !isLookedFor(mention));
    for (const [block, held] of mentions) keep(block, held);
    for (const tree of isMore ? roots : []) dirtyTrees.add(tree);
    void scan();
  }

  function isLookedFor({ kind }: PageMention): boolean {
    return kind === 'name' ? wide : kinds[kind];
  }

  function keep(block: Block, found: readonly PageMention[]): void {
    const held = found.every(isLookedFor) ? found : found.filter(isLookedFor);
    if (wide || held.length > 0) put(block, held);
    else forget(block);
  }

  function watch(tree: Document | ShadowRoot): void {
    if (roots.has(tree)) return;
    roots.add(tree);
    observer.observe(tree, { childList: true, characterData: true, subtree: true });
    dirtyTrees.add(tree);
    void scan();
  }

  function onMutations(records: MutationRecord[]): void {
    // While nothing is read, what comes and goes would pile up.
    if (changes.note(records) || document.hidden) forgetting ??= setTimeout(forgetRemoved, forgetAfterMs);
    if (document.documentElement !== root) {
      onReplaced();
      return;
    }
    onChanged(records);
    if (isLeft()) void scan();
  }

  function forgetRemoved(): void {
    forgetting = undefined;
    const before = mentions.size;
    for (const block of mentions.keys()) if (!block.isConnected) forget(block);
    for (const nodes of [roots, dirtyTrees, dirtyBlocks] as Set<Node>[])
      for (const node of nodes) if (!node.isConnected) nodes.delete(node);
    // What paints holds on to what it knows of.
    if (mentions.size < before) onFound();
  }

  async function scan(): Promise<void> {
    if (scanning || document.hidden) return;
    scanning = true;
    // Whoever started it has it in hand when something is found; what the browser had to do to start us is no part of the first slice.
    await (known ? null : yieldToPage());
    try {
      while (!signal.aborted && isLeft() && !document.hidden) {
        // Until a sigil was met there is nothing to read.
        let took = detection ? 0 : await inSlices(dismiss(changes, isWanted, unsearched), signal);
        if (isLeft()) detection ??= await needed.bring();
        if (isLeft() && !detection) break;
        took += await inSlices(scanDirty(), signal);
        if (!signal.aborted) onFound();
        took += await inSlices(findShadowRoots(), signal);
        const rest = known ? watchdog.restAfter(took) : 0;
        known ??= new Map();
        if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      }
    } finally {
      scanning = false;
    }
    if (watchdog.isBackingOff()) calmDown();
  }

  function isLeft(): boolean {
    return dirtyTrees.size + dirtyBlocks.size > 0;
  }

  /** Says when the page has come to rest. */
  function calmDown(): void {
    clearTimeout(calming);
    const rest = watchdog.restAfter(0);
    if (signal.aborted || scanning) return;
    if (rest > 0) calming = setTimeout(calmDown, rest);
    else onFound();
  }

  function* scanDirty(): Generator {
    surroundings.renew();
    isSkippedInside = createSkips();
    if (!known && dirtyTrees.size > 0) yield* scanInView();
    // What changes meanwhile comes next time, or a page that changes all the time would never hear what was found.
    const trees = new Set(dirtyTrees);
    dirtyTrees.clear();
    for (const tree of trees) {
      // What came with something else is read with it.
      if (!hasAncestorIn(trees, tree)) yield* scanTree(tree);
    }
    for (const block of [...dirtyBlocks]) {
      if (!dirtyBlocks.has(block)) continue;
      if (block.isConnected && !isSkippedInside(block)) yield* scanBlock(block, plainRuns(block));
      else {
        dirtyBlocks.delete(block);
        forget(block);
      }
      yield;
    }
  }

  /** The first time, what the reader looks at does not wait for the rest. */
  function* scanInView(): Generator {
    const trees = yield* treesInView();
    for (const tree of trees) yield* scanTree(tree);
    if (mentions.size > 0) onFound();
  }

  /** Reads all blocks of a tree that may hold mentions, in document order. */
  function* scanTree(tree: Tree): Generator {
    const top = tree instanceof Document ? tree.documentElement : tree;
    if (!top?.isConnected || isSkippedInside(top)) return;
    unsearched.add(tree);
    if (!(yield* isAnyIn(top, isWanted))) return;
    const waiting: { block: Block; isListed: boolean; isSlotted: boolean }[] = [];
    const wait = (blocks: readonly Block[], isSlotted: boolean) => {
      const isListed = blocks.length > longList;
      for (const block of blocks.toReversed()) waiting.push({ block, isListed, isSlotted });
    };
    // The text of an inline element belongs to the block that it stands in.
    if (top instanceof Element && isInline(top)) {
      const read = yield* readRuns(top);
      if (read) wait(read.nested, false);
      else dirtyTrees.add(tree);
    } else wait([top], false);

    let sinceYield = 0;
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { block, isListed, isSlotted } = next;
      if (sinceYield > perStep) {
        yield;
        sinceYield = 0;
      }
      sinceYield += perBlock;
      if (!block.isConnected || (block instanceof Element && isSkipped(block))) continue;
      if (isSlotted && isSkippedInside(block)) continue;
      const { shadowRoot = null } = block as Partial<Element>;
      if (shadowRoot instanceof ShadowRoot) watch(shadowRoot);
      const text = isListed ? (block.textContent ?? '') : undefined;
      if (text !== undefined && !isWanted(text)) continue;
      const plain = plainRuns(block, text);
      for (const run of plain ?? []) sinceYield += run.text.length;
      if (plain && !plain.some((run) => isWanted(run.text))) continue;
      const nested = yield* scanBlock(block, plain);
      // The page changed it before all of it was met.
      if (nested) wait(nested, shadowRoot !== null);
      else if (block.isConnected) dirtyTrees.add(block);
    }
  }

  /** New open shadow roots, when the text of the page itself is read. */
  function* findShadowRoots(): Generator {
    for (const tree of unsearched) {
      unsearched.delete(tree);
      if (!tree.isConnected) continue;
      for (const found of shadowRootsIn(tree)) {
        if (found) watch(found);
        yield;
      }
    }
  }

  /** Finds the mentions of a block. Answers the blocks inside it; null if the page changed it before all were met. */
  function* scanBlock(block: Block, plain: Run[] | null): Generator<void, readonly Element[] | null> {
    dirtyBlocks.delete(block);
    scanned = block;
    const read = plain ? { runs: plain, nested: [] } : yield* readRuns(block);
    if (read) {
      const runs = read.runs.filter(({ text }) => isWanted(text));
      const around = () => surroundings.textAround(block, isSkippedInside);
      const found = detection ? yield* mentionsIn(block, runs, detection, grammar, around, known) : [];
      // Changed between two steps: its turn comes again.
      if (!dirtyBlocks.has(block)) {
        // What was in view came first; from now on all stand in the order of the page.
        if (!known) forget(block);
        if (runs.length > 0) keep(block, found);
        else forget(block);
      }
    }
    scanned = null;
    return read?.nested ?? null;
  }
}
