import { parentAcrossShadow } from './tree.ts';

/** Text that is read first, in characters, and nodes of it; about what a large screen shows. */
const maxText = 20_000;
const maxNodes = 1_000;

/** The trees that a reader looks at, by three points of the viewport; none where the page has no more text than that. Each step is a point. */
export function* treesInView(): Generator<void, Element[]> {
  const { documentElement } = document;
  const found = new Set<Element>();
  for (const height of [0.2, 0.5, 0.8]) {
    let tree: Element | null = null;
    let at = document.elementFromPoint(innerWidth / 2, innerHeight * height);
    for (; at && hasLittleText(at); at = parentAcrossShadow(at)) tree = at;
    if (tree && tree !== documentElement) found.add(tree);
    yield;
  }
  return [...found];
}

function hasLittleText(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  let nodes = 0;
  for (
    let node = walker.nextNode();
    node && length <= maxText && nodes <= maxNodes;
    node = walker.nextNode()
  ) {
    length += (node as Text).length;
    nodes += 1;
  }
  return length <= maxText && nodes <= maxNodes;
}
