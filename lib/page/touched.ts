import { isOwn } from './own-elements.ts';
import { firstElementChildOf, parentAcrossShadow, parentNodeOf } from './tree.ts';

/** More are not told apart. */
const maxTouched = 200;
/** How deep in something new is looked for what lies over the page: apps wrap it. */
const maxDepth = 4;

/** What the page changed since its mentions were measured last. */
export interface Touched {
  note(records: readonly MutationRecord[]): void;
  /** What it changed has taken something away, or stands apart from the flow of the page: it may cover something else by now. */
  mayCover(): boolean;
  /** For elements that something was changed in. */
  within(): (element: Element) => boolean;
  forget(): void;
}

/** Notes where a page changes: what a text covers or moves need not be asked of everything else. */
export function createTouched(): Touched {
  const nodes = new Set<Node>();
  let removed = false;
  let many = false;
  return {
    note(records) {
      for (const { target, addedNodes, removedNodes } of records) {
        nodes.add(target);
        for (const node of addedNodes) if (isTheirs(node)) nodes.add(node);
        for (const node of removedNodes) removed ||= isTheirs(node);
        many ||= nodes.size > maxTouched;
        if (many) break;
      }
      if (many) nodes.clear();
    },
    mayCover() {
      const asked = new Set<Element>();
      return many || removed || [...nodes].some((node) => standsApart(node, asked));
    },
    within() {
      const around = new Set<Node>();
      for (const node of nodes)
        for (let at: Node | null = node; at && !around.has(at); at = holderOf(at)) around.add(at);
      return (element) => many || around.has(element);
    },
    forget() {
      nodes.clear();
      removed = false;
      many = false;
    },
  };
}

const isTheirs = (node: Node): boolean => node instanceof Element && !isOwn(node);

const holderOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : parentNodeOf(node));

/** Whether a node, what it stands in or what it brought, as far as it was not asked before, is placed by itself and not by what stands before it. */
function standsApart(node: Node, asked: Set<Element>): boolean {
  if (!node.isConnected) return false;
  const element = node instanceof Element ? node : node.parentElement;
  for (let at = element; at && !asked.has(at); at = parentAcrossShadow(at)) {
    if (isPlaced(at)) return true;
    asked.add(at);
  }
  let depth = 0;
  for (
    let at = element && firstElementChildOf(element);
    at && depth < maxDepth;
    at = firstElementChildOf(at)
  ) {
    if (isPlaced(at)) return true;
    depth += 1;
  }
  return false;
}

function isPlaced(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'absolute' || position === 'sticky';
}
