/** Where a node stands, the same in every run: tags and places among siblings, or an id. */
export function pathOf(node: unknown): string {
  if (node === window) return 'window';
  if (!(node instanceof Node)) return String(node);
  if (node instanceof Document) return 'document';
  if (node instanceof Element && node.id) return `#${node.id}`;
  const name = node.nodeName.toLowerCase();
  const parent = node.parentNode;
  if (!parent) return `${name} (out of the document)`;
  if (parent instanceof Document) return name;
  return `${pathOf(parent)}>${name}[${[...parent.childNodes].indexOf(node as ChildNode)}]`;
}

/** A rectangle, to a hundredth of a pixel. */
export const rectText = ({ left, top, width, height }: DOMRectReadOnly): string =>
  [left, top, width, height].map((value) => Math.round(value * 100) / 100).join(' ');
