import type { Block } from './runs.ts';

/**
 * What may be the host of a shadow root that holds what a page shows: custom elements, and empty ones that can be hosts. One with
 * text of its own is met when that is read.
 */
const mayBeHost =
  'descendant-or-self::*[contains(local-name(), "-") or (not(node()) and (self::div or self::span or self::section or ' +
  'self::main or self::article or self::aside or self::nav or self::header or self::footer or self::p))]';

/** The open shadow roots in a tree, those inside them left out. The browser seeks them: to ask every element takes as long as all scanning. */
export function* shadowRootsIn(tree: Block | Document): Generator<ShadowRoot> {
  for (const top of tree instanceof ShadowRoot ? tree.children : [tree]) {
    const hosts = new XPathEvaluator().evaluate(mayBeHost, top, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    for (let at = 0; at < hosts.snapshotLength; at += 1) {
      const { shadowRoot } = hosts.snapshotItem(at) as Element;
      if (shadowRoot instanceof ShadowRoot) yield shadowRoot;
    }
  }
}
