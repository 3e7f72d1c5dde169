import type { Block } from './runs.ts';
import { isClobbered, parentAcrossShadow } from './tree.ts';

/** Text in here is code, typed by the user, or not shown: `$`, `@` and `#` mean something else. */
export const skippedNames = new Set(
  'script style noscript template textarea input select code pre kbd samp tt var math svg iframe object canvas title'.split(
    ' ',
  ),
);
export const skippedByAttribute = [
  '[contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i], [role="textbox"]',
  '.cm-line, .hljs, .katex, .monaco-editor, .CodeMirror, .blob-code',
].join();

/** Whether text inside this element is never looked at, whatever is around it. */
export const isSkipped = (element: Element): boolean =>
  isClobbered(element) ||
  skippedNames.has(element.localName) ||
  (element.hasAttributes() && element.matches(skippedByAttribute));

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
      if (isSkipped(at)) {
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
