import type { Changes, Tree } from './changes.ts';
import { hasAncestorIn } from './tree.ts';

/** Text nodes that are looked at before all text is asked for at once. */
const firstNodes = 200;

export const hasText = (text: string): boolean => /\S/.test(text);

/**
 * Whether any text in a tree is wanted. Most that comes and goes holds nothing; the browser tells that quicker than any walk. What holds much
 * is not put together where the first of it tells.
 */
export function isAnyIn(tree: Tree, isWanted: (text: string) => boolean): boolean {
  const top = tree instanceof Document ? tree.documentElement : tree;
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < firstNodes; seen += 1) {
    const node = walker.nextNode();
    if (!node) return false;
    if (isWanted((node as Text).data)) return true;
  }
  return isWanted(top.textContent ?? '');
}

/** Takes from `changes` what has nothing that is wanted; its trees are added to `dismissed`. Each step is one of them. */
export function* dismiss(
  { trees, blocks }: Changes,
  isWanted: (text: string) => boolean,
  dismissed: Set<Tree>,
): Generator {
  const all = new Set(trees);
  for (const tree of all) {
    const isInOther = hasAncestorIn(all, tree);
    if (!isInOther && isAnyIn(tree, isWanted)) continue;
    trees.delete(tree);
    if (!isInOther) dismissed.add(tree);
    yield;
  }
  for (const block of blocks) {
    if (!isAnyIn(block, isWanted)) blocks.delete(block);
    yield;
  }
}
