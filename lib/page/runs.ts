import { anySigil } from '../mentions/sigil.ts';
import { isClobbered, parentAcrossShadow } from './tree.ts';

/** An element, or an open shadow root, that holds text of its own. */
export type Block = Element | ShadowRoot;

/** A place in a text node, by its UTF-16 offset. */
export interface Place {
  node: Text;
  offset: number;
}

/** Text that reads as one: neighbouring text nodes of a block, joined across inline elements. */
export interface Run {
  text: string;
  /** The text nodes that make up `text`, with their UTF-16 offsets in it. */
  pieces: readonly { node: Text; start: number }[];
}

// Any other element ends a run, custom elements too. Computed `display` is not asked: it would force layout.
const inline = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins mark nobr q s slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Text in here is code, typed by the user, or not shown: `$`, `@` and `#` mean something else. */
const skipped = new Set(
  'script style noscript template textarea input select code pre kbd samp tt var math svg iframe object canvas title'.split(
    ' ',
  ),
);
const skippedByAttribute = [
  '[contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i], [role="textbox"]',
  '.cm-line, .hljs, .katex, .monaco-editor, .CodeMirror, .blob-code',
].join();

const isSkipped = (element: Element): boolean =>
  skipped.has(element.localName) || (element.hasAttributes() && element.matches(skippedByAttribute));

/**
 * Tells whether text directly inside a block is never looked at. Asks ancestors across open shadow roots, each once. To be made anew for each scan, since
 * the page may change what it answers.
 */
export function createSkips(): (block: Block) => boolean {
  const known = new Map<Element, boolean>();
  const isInsideSkipped = (element: Element): boolean => {
    const met = known.get(element);
    if (met !== undefined) return met;
    // Not by recursion: pages nest deeper than a stack is.
    const asked: Element[] = [];
    let answer = false;
    for (let at: Element | null = element; at; at = parentAcrossShadow(at)) {
      const above = known.get(at);
      if (above !== undefined) {
        answer = above;
        break;
      }
      asked.push(at);
      if (isClobbered(at) || isSkipped(at)) {
        answer = true;
        break;
      }
    }
    for (const each of asked) known.set(each, answer);
    return answer;
  };
  return (block) =>
    document.designMode === 'on' || isInsideSkipped(block instanceof Element ? block : block.host);
}

// By number: `instanceof` asks several times as long, and is asked of every node.
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** The block a node's text belongs to: its nearest ancestor that is not inline. Null for a detached node. */
export function blockOf(node: Node): Block | null {
  for (let parent = node.parentNode; parent; parent = parent.parentNode) {
    if (isElement(parent)) {
      if (!inline.has(parent.localName)) return parent;
    } else return parent instanceof ShadowRoot ? parent : null;
  }
  return null;
}

export const isInline = (element: Element): boolean => inline.has(element.localName);

const blank = /^\s?$/;

/** An `@` in an element of its own hides an e-mail address from robots: `docs<span>@</span>example.com`. */
const isMailSign = ({ data, previousSibling, nextSibling, parentNode }: Text): boolean =>
  data === '@' && previousSibling === null && nextSibling === null && parentNode?.previousSibling !== null;

/**
 * The runs of a block, in order, nested blocks left out. A node that starts with a sigil right after a non-space
 * starts a new run: `<a>$A</a><a>$B</a>` is two links, while `<a>@<span>name</span></a>` is one mention.
 */
export function runsOf(block: Block): Run[] {
  const runs: Run[] = [];
  let text = '';
  /** Its last character. Asked for in `text` itself, the browser would put that together anew for each node. */
  let last = '';
  let pieces: { node: Text; start: number }[] = [];

  const end = () => {
    if (pieces.length > 0) runs.push({ text, pieces });
    text = '';
    last = '';
    pieces = [];
  };
  const collect = (parent: Node) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (isText(node)) {
        const { data } = node;
        if (anySigil.test(data.charAt(0)) && !blank.test(last) && !isMailSign(node)) end();
        pieces.push({ node, start: text.length });
        text += data;
        last = data.charAt(data.length - 1) || last;
      } else if (isElement(node)) {
        if (isInline(node) && !isSkipped(node)) collect(node);
        else end();
      }
    }
  };
  collect(block);
  end();
  return runs;
}

/** Where an offset of the run lies in its nodes; `atEnd` prefers the end of a node over the start of the next. */
export function placeIn(run: Run, offset: number, atEnd: boolean): Place | null {
  const { pieces } = run;
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = pieces[middle]?.start ?? 0;
    if (atEnd ? start < offset : start <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  return piece ? { node: piece.node, offset: offset - piece.start } : null;
}
