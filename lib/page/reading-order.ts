/** Negative where the first stands before the other, for sorting. What lies in a shadow root stands where its host does. */
export function inReadingOrder(one: Node, other: Node): number {
  const position = one.compareDocumentPosition(other);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) return orderOf(position);
  const [a, b] = [outermost(one), outermost(other)];
  // In shadow roots of one host that lie in each other: one after the other, whichever.
  return a === b ? 0 : orderOf(a.compareDocumentPosition(b));
}

const orderOf = (position: number): number => (position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

/** What stands in the document for a node in shadow roots. */
function outermost(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}
