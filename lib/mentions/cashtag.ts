import { type Found, matchAt } from './found.ts';
import { accented, wordLetters } from './letters.ts';
import type { Strength } from './mention.ts';
import type { Grammar } from './sites.ts';
import { isReservedName, isShellName } from './variables.ts';

// twitter-text: a space before, one to six letters, perhaps a short suffix, and a space or punctuation after.
const spaceBefore = String.raw`(?<![^\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])`;
const punctuationAfter = String.raw`(?=$|[\s!'#%&()*+,\\\-./:;<=>?@[\]^_{|}~$])`;
const x = new RegExp(String.raw`${spaceBefore}\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?${punctuationAfter}`, 'y');

/** In leetspeak they stand for letters: `C€L€$T€`. */
const money = '\u00a2-\u00a9\u00ae\u20a0-\u20bf\u2206';

// A letter or digit before makes a currency (`US$`, `5$`); the signs are those of shell, Perl, PHP and TeX.
const before = String.raw`(?<![${wordLetters}${money}$\\_@#%{^<\u0060]|(?<![A-Z])&)`;

/** Asian exchanges number their shares: `0700.HK`. */
const numbered = String.raw`[0-9]{3,6}(?=\.(?:HK|T|SS|SZ|KS|KQ|TW|SI|KL|BO|NS)(?![A-Za-z0-9_]))`;

/** A ticker starts with a letter and is at most 15 long; a few start with digits (`1INCH`, `0x0`). */
const body = `(?:[A-Za-z][A-Za-z0-9]{0,14}|[0-9]{1,4}[A-Za-z][A-Za-z0-9]{0,12}|${numbered})`;

/** A class of share or an exchange (`BRK.B`, `SHOP.TO`, `BRK-A`), or what a pair trades against (`BTC-USD`). */
const quoted = '(?:USD[TC]?|EUR|GBP|BTC|ETH|PERP|usd[tc]?|eur|gbp|btc|eth|perp)';
const suffix = `(?:(?:[._][A-Za-z]{1,2}|-[A-Z]|-${quoted}|_(?:USD[TC]?|BTC|ETH))(?![${wordLetters}_]))?`;

// A longer word, a second `$` (TeX), an index, a block, a call, an assignment or a member is code.
const after = String.raw`(?![${wordLetters}${accented}${money}{^\\]|@(?![0-9])|\$(?![A-Z]{2})|_[A-Za-z0-9]|\[['"$0-9]|\([)'"$]|=["'(]|->|::|![A-Za-z0-9])`;
const web = new RegExp(String.raw`${before}\$${body}${suffix}${after}`, 'y');
/** Two in one breath: `$BTC$ETH`. */
const chained = new RegExp(String.raw`\$[A-Z]{2,11}${after}`, 'y');

/** Most tickers: between spaces, in capitals. Told without the pattern above, which takes milliseconds to build. */
const plain = /(?<=^|[\s(])\$[A-Z]{2,11}(?=$|[,.!?)]*(?:\s|$))/y;

/** Digits before a unit of money, time or number are an amount: `$20bn`, `$100USDT`, `$15hr`. */
const magnitude =
  '(?:points?|pts?|cents?|dollars?|bucks?|k|m{1,3}|b|t|bn|mn|tn|bil|mil|mill|mio|mln|bln|thousand|million|billion|trillion|x|calls?|puts?)';
const currencies = 'us|aud|cad|cdn|chf|eur|gbp|hkd|nzd?|sgd|usd|cash';
const currency = `(?:${currencies}|usd[tc]|dai)`;
const each =
  '(?:a|s|h|d|w|y|st|nd|rd|th|am|pm|hrs?|min|hour|day|wk|week|mo|month|yr|year|pp|per|ea|each|ish|off|for|and|to|or|in)';
const amount = new RegExp(`^(?:${currency})?[0-9]+(?:${magnitude}?s?(?:${currency}|${each})?)$`, 'i');

const currencyNames = new Set(currencies.replace('nzd?', 'nz|nzd').split('|'));

/** Tells a currency's name, which says what an amount is in: `$USD`, `$AUD`. `name`: without its sigil. */
export const isCurrency = (name: string): boolean => currencyNames.has(name.toLowerCase());

/** `$USD 100`, `100 $USD`. */
const isCounted = (text: string, start: number, end: number): boolean =>
  /^\s?[0-9]/.test(text.slice(end, end + 2)) ||
  /[0-9][kKmMbB]?\s?$/.test(text.slice(Math.max(0, start - 3), start));

/** A variable goes on with a path, a list or a value: `$HOME/.zshrc`, `$PATH:/usr/bin`. */
const variableGoesOn = /[/:=][\w.~/$]/y;

const onlyDigits = /^[0-9]+$/;
/** `$3c`, `$1e6`, and `$XX` for one that is not told. */
const figure = /^[0-9]+(?:[a-z]|e[0-9]+)$|^(?:X{2,}|Y{2,}|Z{2,})$/;

/** A style sheet's variable: `$link-color`. */
const kebab = /-[a-z0-9]/y;
const lowerCase = /^[a-z0-9]+$/;

/** What a ticker looks like: capitals, two at least; or a small wrapper's prefix before three (`stETH`, `cbBTC`). */
const ticker = /^(?:[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*|[A-Z][0-9]{2,}|[a-z]{1,3}[A-Z]{3,5}[a-z]?)$/;
const variableOfLetters = /^[a-z]+(?:URL|URI|XML|SQL|HTML|JSON|API|HTTP|UUID)$/;
/** Three capitals after digits, as no amount has them (`1INCH`, `1000SATS`); or a share's number. */
const digitTicker = /^(?:[0-9]{1,3}|1000)[A-Z]{3,}$|^[0-9]+$/;
/** Longer words in capitals are rather variables or shouting. */
const longTicker = 11;

function strengthOf(word: string): Strength {
  if (digitTicker.test(word)) return 'strong';
  if (!ticker.test(word) || word.length > longTicker) return 'weak';
  return isShellName(word) || variableOfLetters.test(word) || isCurrency(word) ? 'weak' : 'strong';
}

/** Two to eleven capitals between spaces: of all that may be wrong with a cashtag, little can be. */
function ordinaryCashtag(text: string, at: number, whole: string): Found | null {
  const word = whole.slice(1);
  const end = at + whole.length;
  if (isCurrency(word)) return isCounted(text, at, end) ? null : { end, strength: 'weak' };
  return figure.test(word) ? null : { end, strength: isShellName(word) ? 'weak' : 'strong' };
}

/**
 * The cashtag whose `$` is at `at` (UTF-16), or null: `$OPG`, `$BRK.B`, `$BTC-USD`, never `$100` or `$1.5M`.
 * `follows`: another cashtag has ended right here.
 */
export function cashtagAt(text: string, at: number, { profile }: Grammar, follows: boolean): Found | null {
  const ordinary = profile === 'web' ? matchAt(plain, text, at) : null;
  if (ordinary !== null) return ordinaryCashtag(text, at, ordinary);
  const whole = matchAt(profile === 'x' ? x : follows ? chained : web, text, at);
  if (whole === null) return null;
  const end = at + whole.length;
  const word = whole.slice(1).replace(/[._-].*/, '');
  if (profile === 'web') {
    if ((amount.test(word) && !onlyDigits.test(word)) || figure.test(word)) return null;
    if (isReservedName(word) && word !== word.toUpperCase()) return null;
    if (isCurrency(word) && isCounted(text, at, end)) return null;
    if (lowerCase.test(word) && matchAt(kebab, text, end) !== null) return null;
    if (isShellName(word) && matchAt(variableGoesOn, text, end) !== null) return null;
  }
  return { end, strength: strengthOf(word) };
}

/** Cashtags as a person may write one by hand, for aliases; without boundaries. */
export const cashtagShape = String.raw`\$${body}${suffix}`;
