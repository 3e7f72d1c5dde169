import type { CardHost } from './card-host.ts';

/** Whether a click on the card would reach it: nothing made it inert, and its middle is in the viewport. */
export const isReachable = (host: CardHost): boolean => {
  const { left, top, width, height } = host.frame.getBoundingClientRect();
  const tree = treeOf(host);
  const [x, y] = [left + width / 2, top + height / 2] as const;
  // The first look ends at the top; the other goes through all of the page.
  return tree.elementFromPoint(x, y) === host.element || tree.elementsFromPoint(x, y).includes(host.element);
};

/**
 * Whether all of the card can be seen as it is, as far as a page script can tell: nothing lies over it at nine points,
 * and it is neither scaled nor faded. For browsers that do not tell the card itself (IntersectionObserver v2).
 */
export function isClear(host: CardHost): boolean {
  const { element, frame } = host;
  const { left, top, width, height } = frame.getBoundingClientRect();
  if (Math.abs(width - frame.offsetWidth) > 1 || Math.abs(height - frame.offsetHeight) > 1) return false;
  const { opacity, filter, mixBlendMode, clipPath } = getComputedStyle(element);
  if (opacity !== '1' || filter !== 'none' || mixBlendMode !== 'normal' || clipPath !== 'none') return false;

  const tree = treeOf(host);
  const places = [0.04, 0.5, 0.96];
  return places.every((x) =>
    places.every((y) => tree.elementFromPoint(left + x * width, top + y * height) === element),
  );
}

function treeOf({ element }: CardHost): Document | ShadowRoot {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : document;
}
