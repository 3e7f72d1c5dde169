import { anySigil, hasSigil } from '../mentions/sigil.ts';
import { isSkipped, skippedByAttribute, skippedNames } from './skips.ts';
import { nextSiblingOf } from './tree.ts';

/** An element, or an open shadow root, that holds text of its own. */
export type Block = Element | ShadowRoot;

/** A text node, and where it begins in the text of its run (UTF-16). */
export interface Piece {
  node: Text;
  start: number;
}

/** Text that reads as one: neighbouring text nodes of a block, joined across inline elements. */
export interface Run {
  text: string;
  /**
   * The text nodes that make up `text`, or where they stand: in all of a block, or some of its text nodes. `piecesOf` looks for them when
   * asked: to touch each takes longer than to read the text, and to keep them takes memory.
   */
  nodes: readonly Piece[] | Block | Part;
}

/** So many text nodes of a block, from one on. */
interface Part {
  block: Block;
  from: number;
  count: number;
}

/** What is looked for in so many nodes is kept. */
const many = 32;

/** The text nodes of a run as they stand now. */
export function piecesOf(run: Run): readonly Piece[] {
  const { nodes } = run;
  if (!(nodes instanceof Node || 'block' in nodes)) return nodes;
  const found = nodes instanceof Node ? piecesIn(nodes) : piecesInPart(nodes);
  if (found.length > many) run.nodes = found;
  return found;
}

/** For one task: each of a block's many parts would go through all of it. */
let last: { block: Block; pieces: Piece[] } | null = null;

function piecesOnce(block: Block): Piece[] {
  if (last?.block !== block) {
    last = { block, pieces: piecesIn(block) };
    queueMicrotask(() => {
      last = null;
    });
  }
  return last.pieces;
}

function piecesInPart({ block, from, count }: Part): Piece[] {
  const pieces = piecesOnce(block).slice(from, from + count);
  const before = pieces[0]?.start ?? 0;
  return pieces.map(({ node, start }) => ({ node, start: start - before }));
}

// Any other element ends a run, custom elements too. Computed `display` is not asked: it would force layout. The
// frequent ones first: the browser compares in this order.
const inline = new Set(
  'span a b strong em i small u time abbr acronym bdi bdo big cite data del dfn font ins mark nobr q s slot strike sub sup tt var wbr'.split(
    ' ',
  ),
);

export const isInline = (element: Element): boolean => inline.has(element.localName);

/** What ends a run inside a block. */
const breaking = `:not(${[...inline].filter((name) => !skippedNames.has(name)).join()}), ${skippedByAttribute}`;

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

const blank = /^\s?$/;

/** A sigil right after a non-space: it may begin a node. */
const mayBegin = /\S[$@#＄＠＃]/;

/** An `@` in an element of its own hides an e-mail address from robots: `docs<span>@</span>example.com`. */
const isMailSign = ({ data, previousSibling, nextSibling, parentNode }: Text): boolean =>
  data === '@' && previousSibling === null && nextSibling === null && parentNode?.previousSibling !== null;

/**
 * The runs of a block that has nothing in it but inline elements; null if it has more. A node that starts with a sigil right
 * after a non-space starts a new run: `<a>$A</a><a>$B</a>` is two links, while `<a>@<span>name</span></a>` is one mention. `known`: the block's text, if it was read.
 */
export function plainRuns(block: Block, known?: string): Run[] | null {
  if (block.firstElementChild !== null && block.querySelector(breaking) !== null) return null;
  const text = known ?? block.textContent ?? '';
  if (!hasOneNode(block) && hasSigil(text) && mayBegin.test(text))
    return runsOfPieces(piecesIn(block), block);
  return [{ text, nodes: block }];
}

const hasOneNode = ({ firstChild }: Block): boolean =>
  firstChild !== null && isText(firstChild) && firstChild.nextSibling === null;

function piecesIn(block: Block): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node: node as Text, start });
    start += (node as Text).length;
  }
  return pieces;
}

/** The runs of text nodes that nothing parts but what they say themselves. `block`: if they are all of its nodes. */
function runsOfPieces(nodes: readonly Piece[], block: Block | null): Run[] {
  const runs: Run[] = [];
  let text = '';
  /** Its last character. Asked for in `text` itself, the browser would put that together anew for each node. */
  let last = '';
  let pieces: Piece[] = [];
  let from = 0;
  const end = () => {
    const count = pieces.length;
    if (count > 0) runs.push({ text, nodes: block ? { block, from, count } : pieces });
    text = '';
    pieces = [];
    from += count;
  };
  for (const { node } of nodes) {
    const { data } = node;
    if (anySigil.test(data.charAt(0)) && !blank.test(last) && !isMailSign(node)) end();
    pieces.push({ node, start: text.length });
    text += data;
    last = data.charAt(data.length - 1) || last;
  }
  end();
  return runs;
}

/** Nodes looked at between two looks at the clock. */
const nodesPerStep = 200;

/** What stands in a block: its runs, in order, and the blocks inside it, which have their own. */
interface Content {
  runs: Run[];
  nested: Element[];
}

/** Reads any block, node by node. Null if the page changed it between two steps. */
export function* readRuns(block: Block): Generator<void, Content | null> {
  const runs: Run[] = [];
  const nested: Element[] = [];
  let pieces: Piece[] = [];
  const end = () => {
    if (pieces.length > 0) runs.push(...runsOfPieces(pieces, null));
    pieces = [];
  };
  let seen = 0;
  for (let node: Node | null = block.firstChild, next: Node | null; node; node = next) {
    let goesIn = false;
    if (isText(node)) pieces.push({ node, start: 0 });
    else if (isElement(node)) {
      goesIn = isInline(node) && !isSkipped(node);
      if (!goesIn) {
        end();
        nested.push(node);
      }
    }
    next = goesIn ? node.firstChild : null;
    for (let at: Node | null = node; next === null && at !== null && at !== block; at = at.parentNode)
      next = nextSiblingOf(at);
    if (++seen % nodesPerStep > 0 || next === null) continue;
    const before: Node = next;
    yield;
    if (!block.contains(before)) return null;
  }
  end();
  return { runs, nested };
}

/** The runs of a block, in order, nested blocks left out, read in one go. */
export function runsOf(block: Block): Run[] {
  const plain = plainRuns(block);
  if (plain) return plain;
  const reading = readRuns(block);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value?.runs ?? [];
  }
}

/** A place in a text node, by its UTF-16 offset. */
export interface Place {
  node: Text;
  offset: number;
}

/** Where an offset of a run lies in its nodes; `atEnd` prefers the end of a node over the start of the next. */
export function placeIn(pieces: readonly Piece[], offset: number, atEnd: boolean): Place | null {
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
