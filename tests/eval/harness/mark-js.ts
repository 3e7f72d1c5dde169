import Mark from 'mark.js';
import { type Found, foundAt } from '../finder.ts';
import { markJsPattern } from '../peers.ts';

/** Lets mark.js wrap what it finds in the text nodes that pass; answers its elements. */
export function markTextNodes(root: HTMLElement, passes: (node: Text) => boolean): Element[] {
  const marks: Element[] = [];
  new Mark(root).markRegExp(markJsPattern, {
    ignoreGroups: 1,
    filter: passes,
    each: (mark) => marks.push(mark),
  });
  return marks;
}

/** What mark.js finds in a plain text: the text becomes the only one of an element, and offsets are counted back. */
export function markJsFinds(text: string): Found[] {
  const root = document.createElement('p');
  root.textContent = text;
  const marks = new Set<Node | null>(markTextNodes(root, () => true));
  const found: Found[] = [];
  let start = 0;
  for (const node of root.childNodes) {
    const end = start + (node.textContent ?? '').length;
    const one = marks.has(node) ? foundAt(text, start, end) : null;
    if (one) found.push(one);
    start = end;
  }
  return found;
}
