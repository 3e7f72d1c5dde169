import { type PageMention, placesOf } from './page-mention.ts';

/** Whether some of the mention is selected, or the caret stands in it. */
export function isSelected(mention: PageMention): boolean {
  const selection = getSelection();
  const at = placesOf(mention);
  if (!at || !selection || selection.rangeCount === 0) return false;
  const range = selection.getRangeAt(0);
  // What stands in another tree cannot be compared with it.
  if (at.from.node.getRootNode() !== range.startContainer.getRootNode()) return false;
  const isBefore = range.comparePoint(at.to.node, at.to.offset) < 0;
  return !isBefore && range.comparePoint(at.from.node, at.from.offset) <= 0;
}
