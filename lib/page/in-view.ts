/** Text that is read first, in characters; about what a large screen shows. */
const maxText = 20_000;

/** The trees that a reader looks at, by three points of the viewport; none where the page has no more text than that. */
export function treesInView(): Element[] {
  const { documentElement } = document;
  const found = new Set<Element>();
  for (const height of [0.2, 0.5, 0.8]) {
    let tree = document.elementFromPoint(innerWidth / 2, innerHeight * height);
    for (let at = tree; at && (at.textContent ?? '').length <= maxText; at = at.parentElement) tree = at;
    if (tree && tree !== documentElement && (tree.textContent ?? '').length <= maxText) found.add(tree);
  }
  return [...found];
}
