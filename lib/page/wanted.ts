import type { Changes, Tree } from './changes.ts';
import type { Block } from './runs.ts';
import { elementsIn, hasAncestorIn, textOf } from './tree.ts';

/** Text nodes that are looked at before all text is asked for at once. */
const firstNodes = 200;
/** Elements whose text is then asked for at once: about a millisecond. */
const perPart = 20_000;

export const hasText = (text: string): boolean => /\S/.test(text);

/**
 * Whether any text in a tree is wanted. Most that comes and goes holds nothing; the browser tells that quicker than any walk. What holds much
 * is not put together where the first of it tells, and in steps.
 */
export function* isAnyIn(tree: Tree, isWanted: (text: string) => boolean): Generator<void, boolean> {
  const top = tree instanceof Document ? tree.documentElement : tree;
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < firstNodes; seen += 1) {
    const node = walker.nextNode();
    if (!node) return false;
    if (isWanted((node as Text).data)) return true;
  }
  const elements = top instanceof Element ? elementsIn(top) : [];
  const range = document.createRange();
  let from: Block = top;
  for (let at = perPart; ; at += perPart) {
    const to = elements[at];
    range.selectNodeContents(top);
    range.setStart(from, 0);
    if (to) range.setEnd(to, 0);
    // The page changed their order meanwhile.
    if (range.startContainer !== from || range.endContainer !== (to ?? top)) return isWanted(textOf(top));
    if (isWanted(range.toString())) return true;
    if (!to) return false;
    from = to;
    yield;
  }
}

/** Takes from `changes` what has nothing that is wanted; its trees are added to `dismissed`. Each step is one of them, or a part of it. */
export function* dismiss(
  { trees, blocks }: Changes,
  isWanted: (text: string) => boolean,
  dismissed: Set<Tree>,
): Generator {
  const all = new Set(trees);
  const edited = [...blocks];
  // Before they are asked: between two steps the page may change them once more.
  trees.clear();
  blocks.clear();
  for (const tree of all) {
    yield;
    if (hasAncestorIn(all, tree)) continue;
    if (yield* isAnyIn(tree, isWanted)) trees.add(tree);
    else dismissed.add(tree);
  }
  for (const block of edited) {
    if (yield* isAnyIn(block, isWanted)) blocks.add(block);
    yield;
  }
}
