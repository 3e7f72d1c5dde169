import './zod-jitless.ts';
import * as z from 'zod';
import { isAliasText, readAlias } from '../mentions/alias.ts';
import type { PageSelection } from './page-selection.ts';
import { cleanSourceUrl } from './source-url.ts';

const longestQuote = 4_000;

/** What the user chose on a page to add to the library; nothing of it is kept before they say where. */
export const Addition = z.strictObject({
  /** What the project is called there: a mention, a domain or an address. Null: it is the quote of a note. */
  alias: z.string().max(300).refine(isAliasText).nullable(),
  /** The text that was selected; empty where a note is about the page itself. */
  quote: z.string().max(longestQuote),
  /** The page, its address cleaned; null where it has none to go back to. */
  page: z.strictObject({ url: z.string().max(longestQuote), title: z.string().max(1_000) }).nullable(),
  /** From a private window: its page is kept only if the user asks. */
  private: z.boolean(),
});
export type Addition = z.infer<typeof Addition>;

/** From a selected text and what the page says of itself. */
export function additionOf(selected: string, page: PageSelection | null, isPrivate: boolean): Addition {
  const text = cut(selected.replace(/\s+/g, ' ').trim(), longestQuote);
  const read = text.length <= 300 ? readAlias(text) : null;
  // A name can be any word or two of a sentence.
  const isAlias = read !== null && read.kind !== 'name';
  const url = page && cleanSourceUrl(page.url);
  return {
    alias: isAlias ? text : null,
    quote: isAlias ? '' : text,
    page: url ? { url, title: cut(page.title, 1_000) } : null,
    private: isPrivate,
  };
}

/** So many characters at most, and no half of one at the end. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
