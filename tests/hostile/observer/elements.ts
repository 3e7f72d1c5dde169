import { note, noteState } from './log.ts';
import { pathOf, rectText } from './path.ts';

/** What the page made itself; whatever else turns up was put there by somebody. */
const own = new WeakSet<Node>();
const foreign = new Set<Element>();

/** Marks a tree as the page's own. */
export function claim(tree: Node): void {
  own.add(tree);
  for (const child of tree.childNodes) claim(child);
}

/** The elements in the document that the page did not make. */
export const foreigners = (): Element[] => [...foreign].filter(({ isConnected }) => isConnected);

const thresholds = [0, 0.25, 0.5, 0.75, 1];

/**
 * Logs what an intersection observer with visibility says of every element. A new one each time: one that stays
 * tells of changes on the way to a rest too, by when its tenth of a second is over.
 */
export function lookAtVisibility(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const { target, isIntersecting, intersectionRatio, boundingClientRect, intersectionRect } = entry;
          const isVisible: unknown = Reflect.get(entry, 'isVisible');
          const states = [isVisible, isIntersecting, intersectionRatio.toFixed(3)];
          const rects = [boundingClientRect, intersectionRect].map(rectText);
          noteState('visibility', pathOf(target), [...states, ...rects].join(' '));
        }
        observer.disconnect();
        resolve();
      },
      { trackVisibility: true, delay: 100, threshold: thresholds } as IntersectionObserverInit,
    );
    for (const element of document.querySelectorAll('*')) observer.observe(element);
  });
}

/** Logs every mutation, and what a resize observer says of every element. */
export function watchElements(): void {
  for (const channel of ['mutations', 'visibility', 'sizes']) note(channel);
  const sized = new ResizeObserver((entries) => {
    for (const { target, contentRect, borderBoxSize, devicePixelContentBoxSize } of entries) {
      const boxes = [borderBoxSize, devicePixelContentBoxSize].flatMap((sizes) =>
        sizes.map(({ inlineSize, blockSize }) => `${inlineSize} ${blockSize}`),
      );
      noteState('sizes', pathOf(target), [rectText(contentRect), ...boxes].join(' '));
    }
  });

  const follow = (node: Node) => {
    if (!(node instanceof Element)) return;
    for (const element of [node, ...node.querySelectorAll('*')]) {
      if (!own.has(element)) foreign.add(element);
      sized.observe(element);
    }
  };
  const everything = {
    subtree: true,
    childList: true,
    attributes: true,
    attributeOldValue: true,
    characterData: true,
    characterDataOldValue: true,
  };
  const mutations = new MutationObserver((records) => {
    for (const record of records) {
      note('mutations', describe(record));
      for (const node of record.addedNodes) follow(node);
    }
  });
  // Until then the browser parses, in steps that differ, and all there is is the page's own.
  document.addEventListener('DOMContentLoaded', () => {
    claim(document);
    follow(document.documentElement);
    mutations.observe(document, everything);
  });
}

function describe({
  type,
  target,
  attributeName,
  oldValue,
  addedNodes,
  removedNodes,
}: MutationRecord): string {
  const at = pathOf(target);
  if (type === 'attributes') {
    const value = (target as Element).getAttribute(attributeName ?? '');
    return `${at} ${attributeName}: ${oldValue} → ${value}`;
  }
  if (type === 'characterData') return `${at} text: ${oldValue} → ${target.nodeValue}`;
  const [added, removed] = [addedNodes, removedNodes].map((nodes) => [...nodes].map(markup).join(''));
  return `${at} children: + ${added} − ${removed}`;
}

const markup = (node: Node): string => (node instanceof Element ? node.outerHTML : `“${node.nodeValue}”`);
