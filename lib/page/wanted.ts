import type { Tree } from './changes.ts';

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
