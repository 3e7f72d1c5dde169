import type { Block } from './runs.ts';

/** What is further away belongs to something else. */
const maxTexts = 16;
const maxFromText = 300;
/** Of the nodes on the way most may be white space, or in what is never read. */
const maxNodes = 60;

/**
 * The text of a block and beside it, inside the element that holds it: the lines and paragraphs of a post. At most
 * sixteen texts before the block and as many from it on, of which the nearest 300 characters each.
 */
export function textAround(block: Block, isSkippedInside: (block: Block) => boolean): string {
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
