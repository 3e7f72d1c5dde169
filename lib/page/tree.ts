/** What is asked of the elements of a page here. A form has its fields as properties, and those hide its own. */
const asked = [
  'assignedSlot',
  'childNodes',
  'children',
  'clientHeight',
  'clientLeft',
  'clientTop',
  'clientWidth',
  'closest',
  'compareDocumentPosition',
  'contains',
  'firstChild',
  'firstElementChild',
  'getBoundingClientRect',
  'getRootNode',
  'hasAttributes',
  'isConnected',
  'localName',
  'matches',
  'nextSibling',
  'nodeType',
  'offsetHeight',
  'offsetWidth',
  'parentElement',
  'parentNode',
  'previousElementSibling',
  'querySelector',
  'scrollBy',
  'scrollIntoView',
  'shadowRoot',
  'textContent',
];

/** Whether this is a form with a field named like something that is asked here: no way through it is safe. */
export const isClobbered = (node: Node): boolean =>
  node instanceof HTMLFormElement && asked.some((name) => Object.hasOwn(node, name));

const getterOf = <T>(prototype: object, name: string) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node: Node): T => get?.call(node);
};
/** These, whatever a form calls its fields. */
export const parentNodeOf = getterOf<ParentNode | null>(Node.prototype, 'parentNode');
export const nextSiblingOf = getterOf<ChildNode | null>(Node.prototype, 'nextSibling');
export const firstElementChildOf = getterOf<Element | null>(Element.prototype, 'firstElementChild');
const textContentOf = getterOf<string | null>(Node.prototype, 'textContent');
/** `textContent`, whatever a form calls its fields. A document and a doctype have none. */
export const textOf = (node: Node): string => textContentOf(node) ?? '';
const assignedSlotOf = getterOf<Element | null>(Element.prototype, 'assignedSlot');

/** The element that this one is rendered in, whatever a form calls its fields. */
export function parentAcrossShadow(element: Element): Element | null {
  const slot = assignedSlotOf(element);
  if (slot) return slot;
  const parent = parentNodeOf(element);
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** `outer.contains(inner)`, whatever a form calls its fields. */
export const contains = (outer: Node, inner: Node | null): boolean =>
  Node.prototype.contains.call(outer, inner);

export function hasAncestorIn(trees: ReadonlySet<Node>, tree: Node): boolean {
  for (let at = trees.size > 1 ? parentNodeOf(tree) : null; at; at = parentNodeOf(at))
    if (trees.has(at)) return true;
  return false;
}

/** `tree.querySelectorAll(selector)`, whatever a form calls its fields. */
export const allIn = (tree: Document | DocumentFragment | Element, selector: string): NodeListOf<Element> =>
  tree instanceof Element
    ? Element.prototype.querySelectorAll.call(tree, selector)
    : tree.querySelectorAll(selector);

/** `tree.getElementsByTagName('*')`, whatever a form calls its fields. */
export const elementsIn = (tree: Element): HTMLCollectionOf<Element> =>
  Element.prototype.getElementsByTagName.call(tree, '*');
