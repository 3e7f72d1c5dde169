import { contains } from './tree.ts';

/** The open shadow roots of a tree, those inside of them left out. Yields null where the page may have its turn. */
export function* shadowRootsIn(tree: Node): Generator<ShadowRoot | null> {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
  let seen = 0;
  for (let node: Node | null = tree; node; node = walker.nextNode()) {
    const { shadowRoot } = node as Partial<Element>;
    if (shadowRoot instanceof ShadowRoot) yield shadowRoot;
    else if (++seen % 500 === 0) {
      yield null;
      // The page has removed the place where we stood.
      if (!contains(tree, walker.currentNode)) walker.currentNode = tree;
    }
  }
}
