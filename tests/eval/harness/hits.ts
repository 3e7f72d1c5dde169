import type { Strength } from '../../../lib/mentions/mention.ts';
import { placesOf } from '../../../lib/page/page-mention.ts';
import { createSkips } from '../../../lib/page/skips.ts';
import type { Found } from '../finder.ts';
import { naiveFinds, twitterTextFinds } from '../peers.ts';
import { markTextNodes } from './mark-js.ts';
import { scanPage } from './scan.ts';

/** Something that was taken for a mention on a page, with what is needed to find it there again. */
export interface Hit {
  text: string;
  strength: Strength;
  /** The innermost elements around it. */
  inside: string;
  around: string;
}

const anySigil = /[$@#＄＠＃]/;
const aroundLength = 60;

function hit(text: string, strength: Strength, node: Node, offset: number): Hit {
  const names: string[] = [];
  for (let at = node.parentElement; at && names.length < 3; at = at.parentElement)
    names.unshift(at.localName);
  const data = node.textContent ?? '';
  const around = data.slice(Math.max(0, offset - aroundLength), offset + text.length + aroundLength);
  return { text, strength, inside: names.join('>'), around: around.replace(/\s+/g, ' ').trim() };
}

/** What the extension finds on this page. */
export async function ourHits(): Promise<Hit[]> {
  return (await scanPage('all')).flatMap((mention) => {
    const from = placesOf(mention)?.from;
    return from ? hit(mention.text, mention.strength, from.node, from.offset) : [];
  });
}

/** The text nodes that a peer is given: those with a sigil, and none in what the extension skips. */
function textNodes(): Text[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.parentElement && anySigil.test(node.data)) {
      if (!createSkips()(node.parentElement)) nodes.push(node);
    }
  }
  return nodes;
}

const hitsIn = (nodes: Text[], find: (text: string) => Found[]): Hit[] =>
  nodes.flatMap((node) =>
    find(node.data).map(({ text, strength, start }) => hit(text, strength, node, start)),
  );

/** What each finder takes for a mention on this page; mark.js comes last, as it changes the page. */
export async function hitsByFinder(): Promise<Record<string, Hit[]>> {
  const underline = await ourHits();
  const nodes = textNodes();
  return {
    'Underline (web)': underline,
    'twitter-text': hitsIn(nodes, twitterTextFinds),
    'naive regex': hitsIn(nodes, naiveFinds),
    'mark.js': markTextNodes(
      document.body,
      ({ parentElement }) => !createSkips()(parentElement ?? document.body),
    ).map((mark) => hit(mark.textContent ?? '', 'strong', mark, 0)),
  };
}
