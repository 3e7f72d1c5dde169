import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import twitterText from 'twitter-text';
import { peerPattern } from '../peer-pattern.ts';

const colour = 'rgb(240 180 40 / 0.22)';

/** The text nodes that have a sigil in them. */
function textNodes(): Text[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/[$@#]/.test((node as Text).data)) nodes.push(node as Text);
  return nodes;
}

/** Wraps these parts of a text node, given in order. */
function wrap(node: Text, parts: readonly { start: number; end: number }[]): void {
  for (const { start, end } of parts.toReversed()) {
    const part = node.splitText(start);
    part.splitText(end - start);
    const span = document.createElement('span');
    span.style.backgroundColor = colour;
    part.replaceWith(span);
    span.append(part);
  }
}

const found = (text: string) =>
  [...text.matchAll(peerPattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

export function wrapWithSpans(): void {
  for (const node of textNodes()) wrap(node, found(node.data));
}

export function wrapWithTwitterText(): void {
  for (const node of textNodes()) {
    const entities = twitterText.extractEntitiesWithIndices(node.data);
    wrap(
      node,
      entities.map(({ indices: [start, end] }) => ({ start, end })),
    );
  }
}

export function wrapWithMarkJs(): void {
  new Mark(document.body).markRegExp(peerPattern);
}

export function wrapWithFindAndReplace(): void {
  findAndReplaceDOMText(document.body, { find: peerPattern, wrap: 'mark' });
}
