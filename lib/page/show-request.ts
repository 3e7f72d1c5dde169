import type { ShowMention, ShownMention } from '../mentions/card-talk.ts';
import { elementAt, elementOf, type PageMention, placesOf } from './page-mention.ts';
import { pageTheme } from './page-theme.ts';
import { isClobbered } from './tree.ts';

/** Of the text around a mention, this much goes along as the quote, in characters. */
const maxQuote = 1_000;
const minQuote = 60;
/** Nobody picks from more; the card takes no more. */
const maxBeside = 200;

/** What the card is told of a mention: itself, the strong ones of its block beside it, what else is there, and where. */
export function showRequest(
  mention: PageMention,
  block: readonly PageMention[],
  onPage: string[],
  site: string,
): ShowMention {
  const beside = new Map<string, ShownMention>();
  for (const other of block) {
    const isOther = other.key !== mention.key && other.strength === 'strong';
    if (isOther && beside.size < maxBeside && !beside.has(other.key)) beside.set(other.key, shown(other));
  }
  return {
    type: 'show',
    mention: shown(mention),
    beside: [...beside.values()],
    onPage,
    site,
    source: { url: location.href, title: document.title, quote: quoteAround(mention) },
    theme: pageTheme(elementAt(mention)),
  };
}

const shown = ({ key, text, kind, strength }: PageMention): ShownMention => ({ key, text, kind, strength });

/** The text around the mention, cut to what a note can use, with white space folded. */
function quoteAround(mention: PageMention): string {
  const { block } = mention;
  const from = placesOf(mention)?.from;
  if (!from) return mention.text;
  const around = document.createRange();
  around.selectNodeContents(block);
  around.setEnd(from.node, from.offset);
  let before = folded(around.toString());
  around.selectNodeContents(block);
  around.setStart(from.node, from.offset);
  const after = folded(around.toString());

  // A line of tags says nothing by itself; what stands above it does.
  let above = elementOf(block).previousElementSibling;
  for (
    ;
    above && !isClobbered(above) && before.length + after.length < minQuote;
    above = above.previousElementSibling
  ) {
    before = folded(`${above.textContent} ${before}`);
  }
  const half = maxQuote / 2;
  const start = before.length > half ? `…${before.slice(1 - half)}` : before;
  const end = after.length > half ? `${after.slice(0, half - 1)}…` : after;
  return `${start}${end}`.trim();
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trimStart();
