import { type Found, matchAt } from './found.ts';
import { accented, wordLetters } from './letters.ts';
import type { Profile, Strength } from './mention.ts';

// twitter-text: a space before, one to six letters, perhaps a short suffix, and a space or punctuation after.
const spaceBefore = String.raw`(?<![^\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])`;
const punctuationAfter = String.raw`(?=$|[\s!'#%&()*+,\\\-./:;<=>?@[\]^_{|}~$])`;
const x = new RegExp(String.raw`${spaceBefore}\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?${punctuationAfter}`, 'y');

/** In leetspeak they stand for letters: `C€L€$T€`, `¡$t`. */
const money = '\u00a1-\u00a9\u00ae\u20a0-\u20bf\u2206';

// A letter or digit before makes a currency (`US$`, `5$`); the signs are those of shell, Perl, PHP and TeX.
const before = String.raw`(?<![${wordLetters}${money}$\\_@#%&{^<\u0060])`;

/** A ticker starts with a letter and is at most 15 long; a few start with digits (`1INCH`, `0x0`). */
const body = '(?:[A-Za-z][A-Za-z0-9]{0,14}|[0-9]{1,4}[A-Za-z][A-Za-z0-9]{0,12})';

/** A class of share or an exchange (`BRK.B`, `SHOP.TO`, `BRK-A`), or what a pair trades against (`BTC-USD`). */
const quoted = '(?:USD[TC]?|EUR|GBP|BTC|ETH|PERP|usd[tc]?|eur|gbp|btc|eth|perp)';
const suffix = `(?:(?:[._][A-Za-z]{1,2}|-[A-Z]|-${quoted})(?![${wordLetters}_]))?`;

// A longer word, a second `$` (TeX), an index, a block, a call, an assignment or a member is code.
const after = String.raw`(?![${wordLetters}${accented}${money}@{^\\]|\$(?![A-Z]{2})|_[A-Za-z0-9]|\[['"$0-9]|\([)'"$]|=["'(]|->|::)`;
const web = new RegExp(String.raw`${before}\$${body}${suffix}${after}`, 'y');

/** Digits before a unit of money, time or number are an amount: `$20bn`, `$100USDT`, `$15hr`. */
const magnitude =
  '(?:points?|pts?|cents?|dollars?|bucks?|k|m{1,3}|b|t|bn|mn|tn|bil|mil|mill|mio|mln|bln|thousand|million|billion|trillion|x)';
const currency = '(?:us|aud|cad|cdn|chf|eur|gbp|hkd|nzd?|sgd|usd[tc]?|dai|cash)';
const each =
  '(?:a|s|h|d|w|y|st|nd|rd|th|am|pm|hrs?|min|hour|day|wk|week|mo|month|yr|year|pp|per|ea|each|off|for|and|to|or|in)';
const amount = new RegExp(`^(?:${currency})?[0-9]+(?:${magnitude}?s?(?:${currency}|${each})?)$`, 'i');

/** The names of currencies say what an amount is in: `$USD`, `$AUD`. */
const currencyName = new RegExp(`^${currency}$`, 'i');

/** Variables of shells, build tools and CGI that documentation names in running text. */
const variables =
  'ARGS|ARGV|BASH|BROWSER|CC|CFLAGS|CLASSPATH|CXX|DESTDIR|DIR|DISPLAY|EDITOR|ENV|FILE|FPATH|GOPATH|HISTFILE|HOME|HOST|' +
  'HOSTNAME|ID|IFS|INC|KEY|LANG|LDFLAGS|LOGNAME|MAIL|MANPATH|NAME|OLDPWD|OPTARG|PAGER|PASSWORD|PATH|PORT|PPID|PREFIX|' +
  'PROMPT|PS[1-4]|PWD|RANDOM|REPLY|ROOT|SET|SHELL|SHLVL|STATUS|TEMP|TERM|TMP|TMPDIR|TOKEN|TTY|UID|URL|USER|USERNAME|' +
  'VERSION|VISUAL|ZDOTDIR';
const variable = new RegExp(`^(?:${variables})$`);

/** A variable goes on with a path, a list or a value: `$HOME/.zshrc`, `$PATH:/usr/bin`. */
const variableGoesOn = /[/:=][\w.~/$]/y;

/** A style sheet's variable: `$link-color`. */
const kebab = /-[a-z]/y;
const lowerCase = /^[a-z0-9]+$/;

/** What a ticker looks like: capitals, two at least; or a small wrapper's prefix before three (`stETH`, `cbBTC`). */
const ticker = /^(?:[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*|[A-Z][0-9]{2,}|[a-z]{1,3}[A-Z]{3,5}[a-z]?)$/;
const variableOfLetters = /^[a-z]+(?:URL|URI|XML|SQL|HTML|JSON|API|HTTP|UUID)$/;
/** Three capitals after digits, as no amount has them: `1INCH`. */
const digitTicker = /^[0-9]{1,2}[A-Z]{3,}$/;
/** Longer words in capitals are rather variables or shouting. */
const longTicker = 11;

function strengthOf(word: string): Strength {
  if (digitTicker.test(word)) return 'strong';
  if (!ticker.test(word) || word.length > longTicker) return 'weak';
  return variable.test(word) || variableOfLetters.test(word) || currencyName.test(word) ? 'weak' : 'strong';
}

/** Tells a shell variable's name, which needs more than its capitals to be a ticker. */
export const isVariable = (cashtag: string): boolean => variable.test(cashtag.slice(1));

/** Tells the name of a currency, which says what an amount is in. */
export const isCurrency = (cashtag: string): boolean => currencyName.test(cashtag.slice(1));

/** The cashtag whose `$` is at `at` (UTF-16), or null: `$OPG`, `$BRK.B`, `$BTC-USD`, never `$100` or `$1.5M`. */
export function cashtagAt(text: string, at: number, profile: Profile): Found | null {
  const whole = matchAt(profile === 'x' ? x : web, text, at);
  if (whole === null) return null;
  const end = at + whole.length;
  const word = whole.slice(1).replace(/[._-].*/, '');
  if (profile === 'web') {
    if (amount.test(word)) return null;
    if (currencyName.test(word) && /^\s?[0-9]/.test(text.slice(end, end + 2))) return null;
    if (lowerCase.test(word) && matchAt(kebab, text, end) !== null) return null;
    if (variable.test(word) && matchAt(variableGoesOn, text, end) !== null) return null;
  }
  return { end, strength: strengthOf(word) };
}

/** Cashtags as a person may write one by hand, for aliases; without boundaries. */
export const cashtagShape = String.raw`\$${body}${suffix}`;
