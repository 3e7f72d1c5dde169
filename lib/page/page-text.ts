import { type Block, blockOf, runsOf } from './runs.ts';
import { createSkips } from './skips.ts';

/** As much as anybody reads of one page. */
const maxText = 200_000;
const maxHosts = 2_000;

/** What can be read on a page, as a surface is told of it. */
export interface PageText {
  /** Run by run, each ended by a null: no name goes on in the next one. */
  text: string;
  /** Hosts of its links, each once. */
  hosts: string[];
  /** There is more than this. */
  cut: boolean;
}

/**
 * Reads the page's text into `read`, open shadow roots too, but no code and nothing that is typed. Each step is some
 * 200 nodes.
 */
export function* readPageText(read: PageText): Generator<void> {
  const blocks = new Set<Block>();
  const hosts = new Set<string>();
  const isSkippedInside = createSkips();
  const roots: Node[] = [document];
  let seen = 0;
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && read.text.length < maxText; node = walker.nextNode()) {
      if (++seen % 200 === 0) yield;
      if (node instanceof HTMLAnchorElement && hosts.size < maxHosts) hosts.add(node.hostname);
      if (node instanceof Element) {
        if (node.shadowRoot instanceof ShadowRoot) roots.push(node.shadowRoot);
        continue;
      }
      const block = blockOf(node);
      if (!block || blocks.has(block)) continue;
      blocks.add(block);
      if (!isSkippedInside(block)) for (const run of runsOf(block)) read.text += `${run.text}\0`;
    }
  }
  read.cut = read.text.length >= maxText;
  read.text = read.text.slice(0, maxText);
  read.hosts = [...hosts];
}
