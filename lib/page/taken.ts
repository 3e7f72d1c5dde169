/** A page that takes an element of ours away more often than this is not fought: it stays away. */
export const maxTaken = 5;

/**
 * Calls once the page removed or moved the element from this parent, or, if `attributes`, changed one of it.
 * Answers a function that stops watching.
 */
export function onTaken(
  element: Element,
  parent: Element,
  { attributes }: { attributes: boolean },
  taken: () => void,
): () => void {
  const watcher = new MutationObserver((records) => {
    const changed = records.some(({ type }) => type === 'attributes');
    if (element.parentElement === parent && element.isConnected && !changed) return;
    watcher.disconnect();
    taken();
  });
  watcher.observe(parent, { childList: true });
  if (attributes) watcher.observe(element, { attributes });
  return () => watcher.disconnect();
}
