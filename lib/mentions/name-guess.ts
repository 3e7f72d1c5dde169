import { kindOf } from './alias.ts';
import { narrow } from './full-width.ts';
import type { MentionKind } from './mention.ts';

/** A handle's own name: without server (`@a@b.social`), domain (`@a.bsky.social`) or list. */
const handleName = (text: string): string => text.slice(1).replace(/[@./].*$/, '');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `coin98_wallet` → `Coin98 Wallet`; capitals that are there stay. */
const spaced = (value: string): string => value.split(/[_-]/).filter(Boolean).map(capital).join(' ');

/** The name in one mention; a cashtag's is its ticker, in capitals. */
function nameIn(text: string): string {
  const kind = kindOf(text);
  if (kind === 'handle') return spaced(handleName(text));
  return kind === 'hashtag' ? spaced(text.slice(1)) : text.slice(1).toUpperCase();
}

/**
 * Guesses a project's name from the mentions of it found together: its handle says more than its hashtag, and a hashtag
 * that only repeats the ticker says no more than the ticker. `['$OPG', '#OPG', '@OpenGradient']` → `OpenGradient`.
 * Empty where there is nothing to guess from.
 */
export function guessName(texts: readonly string[]): string {
  const plain = texts.map(narrow);
  const all = (kind: MentionKind) => plain.filter((text) => kindOf(text) === kind);
  const word = (text: string) => text.slice(1).toLowerCase();
  const tickers = all('cashtag');
  const tags = all('hashtag').filter((tag) => !tickers.some((ticker) => word(ticker) === word(tag)));
  const [best] = [...all('handle'), ...tags, ...tickers];
  return best === undefined ? '' : nameIn(best);
}
