import type { Block } from './runs.ts';
import { allIn } from './tree.ts';

/** No custom element is called so. What else a page is made of is asked one by one. */
const common =
  'div span a p li td tr th ul ol b i em strong small sup sub br hr img picture source time article section main header footer nav ' +
  'aside h1 h2 h3 h4 h5 h6 table thead tbody dl dt dd pre code blockquote figure figcaption button input label form select option ' +
  'textarea iframe script style link meta title head body html svg g path rect circle line polygon use defs text tspan video audio';
const custom = `:not(${common.replaceAll(' ', ', ')})`;
/** Those that can be hosts. One with text of its own is met when that is read. */
const empty = ':empty:is(div, span, section, main, article, aside, nav, header, footer, p)';

/**
 * The open shadow roots in a tree, those inside them left out. The browser seeks them: to ask every element takes as long as all scanning. Nothing
 * is yielded where it has sought for a while.
 */
export function* shadowRootsIn(tree: Block | Document): Generator<ShadowRoot | undefined> {
  yield shadowRootOf(tree);
  for (const hosts of [custom, empty]) {
    for (const element of allIn(tree, hosts)) yield shadowRootOf(element);
    yield;
  }
}

function shadowRootOf(element: Block | Document): ShadowRoot | undefined {
  const shadowRoot = element instanceof Element && element.shadowRoot;
  return shadowRoot instanceof ShadowRoot ? shadowRoot : undefined;
}
