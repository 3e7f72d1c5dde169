import { type Block, isSkippedInside } from './runs.ts';
import { parentAcrossShadow } from './tree.ts';

/** What is further away belongs to something else. */
const maxNodes = 16;
const maxFromNode = 300;

/**
 * The text of a block and beside it, inside the element that holds it: the lines and paragraphs of a post. At most
 * sixteen text nodes before the block and as many from it on, of which 300 characters each.
 */
export function textAround(block: Block): string {
  const own = block instanceof Element ? block : block.host;
  const texts: string[] = [];
  for (const step of ['previousNode', 'nextNode'] as const) {
    const walker = document.createTreeWalker(parentAcrossShadow(own) ?? own, NodeFilter.SHOW_TEXT);
    walker.currentNode = own;
    let node = walker[step]();
    for (let seen = 0; node && seen < maxNodes; seen += 1, node = walker[step]()) {
      const parent = node.parentElement;
      if (parent && !isSkippedInside(parent)) texts.push((node as Text).data.slice(0, maxFromNode));
    }
  }
  return texts.join(' ');
}
