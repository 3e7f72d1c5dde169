import { isCurrency } from './cashtag.ts';
import type { Mention, Profile } from './mention.ts';
import { isCommonName, isShellName } from './variables.ts';

const anyWord = (...words: string[]): string => String.raw`\b(?:${words.join('|')})\b`;

/** Words and signs that traders use and manuals do not. */
const trade = new RegExp(
  [
    anyWord(
      '(?:bull|bear)ish|breakout|earnings|stocks?|shares|ticker|alt-?coins?|meme ?coins?|crypto|air-?drop(?:s|ped)?|stak(?:ing|ed)',
      'moon(?:ing)?|mcap|market ?cap|tvl|eps|ipo|etfs?|nasdaq|nyse|stocktwits|binance|coinbase|bybit|okx|kraken|uniswap|traders?|trading',
      'rally|(?:under|over)valued|presale|defi|squeeze|(?:pump|dump)(?:s|ed|ing)?|ap(?:ed?|ing) (?:in|more)(?:to)?|degens?|wagmi|ngmi|lfg',
      'dyor|nfa|tokenomics|(?:price|buy) target|portfolio|dividends?|ath|pre-?market|after-?hours|liquidat(?:ed|ions?)|rug(?:ged|pull)?',
      String.raw`hodl\w*|depeg\w*`,
    ),
    String.raw`[+-]\d+(?:\.\d+)?%`,
  ].join('|'),
);
/** They use these too. */
const tradeSign = /[🚀🔥📈📉💎🙌🌙🌕🐂🐻💰💵💸🤑🟢🔴]/u;

/** Words that traders use and others too: enough where nothing speaks of programs. */
const perhapsTrade = new RegExp(
  [
    anyWord(
      'buy(?:s|ing|ers)?|bought|sell(?:s|ing|ers|-?off)?|sold|long(?:ing|ed)?|short(?:s|ing|ed)?|(?:calls|puts)(?! an? | the )|holders?',
      'holding|bags?|tokens?|coins?|price[ds]?|chart|dips?|list(?:ed|ing)|unlocks?|invest(?:ed|ing|ors?)?|revenue|guidance|beats?',
      'launch(?:ed)?|mainnet|market',
    ),
    String.raw`\d%|\b(?:over|above|under|below|at) ?\$?\d|\$\d[\d.,]*(?!\w)`,
  ].join('|'),
);

/** Words and signs of shells: among them even `$FOO` is a variable. */
const shell = new RegExp(
  [
    anyWord('environment variables?|bash|zsh|shell|unset|cd|chmod|printf|sed|awk|grep'),
    String.raw`\bexport \$|\$[A-Z][A-Z0-9]*_(?!USD|BTC|ETH)[A-Z]{2}|\$[{(]|\bs/\$`,
    String.raw`(?:^|\s)[~.]{1,2}/\w|/(?:usr|bin|etc|home|dev|tmp|var)\b`,
  ].join('|'),
);

/** Words of programs and formulas. */
const program = new RegExp(
  [
    anyWord(
      'variables?|env|scripts?|director(?:y|ies)|folder|command(?:s|[- ]line)?|terminal|vim|pager|prompt|defaults to|value of|is (?:un)?set',
      'operators?|functions?|directives?|keywords?|controller|scope|fields?|schema|json|ya?ml|xml|class(?:es)?|methods?|param(?:eter)?s?',
      'arguments?|arrays?|objects?|selectors?|templates?|components?|syntax|compiler|regexp?|expressions?|strings?|buffer|macro|makefile',
      'php|perl|jquery|angular|vue|svelte|sass|scss|stylus|mongodb|sql|latex|vectors?|matri(?:x|ces)|theorem|lemma|polynomial|integers?',
      'inject(?:ed)?|installed in|logged in',
    ),
  ].join('|'),
);

/** Where a sentence puts variables of shells: `add it to your $PATH`, `run $SHELL -c`. */
const shellPlace = /\b(?:in|to|on) (?:your|the) \$[A-Z]|\$[A-Z]+ -\w\b/;

/** A project's name, and its ticker in brackets: `UiPath ($PATH)`. */
const introduced = /[A-Z][\w.]* ?[([]$/;
/** A headline under its ticker: `$T: AT&T …`, `$C Citigroup …`. */
const headline = /^\$[A-Z](?::| -| [A-Z][\w&]|\.\.)/;
const longestName = 20;

/** The letters and digits of a cashtag, without sigil and suffix. */
const nameOf = ({ text }: Mention): string => text.slice(1).replace(/[._-].*/, '');

/**
 * Grades the cashtags of a run by what it says around them. A doubtful one is strong beside a cashtag that nobody
 * doubts, among words of trade, or in brackets after a name; where the run speaks of programs it is no mention at all
 * (`x` takes every one for a mention, as X does). `around`: what the page says near the run, asked for if that is not enough.
 */
export function corroborate(
  run: string,
  found: Mention[],
  profile: Profile,
  around: () => string,
): Mention[] {
  if (!found.some(({ kind }) => kind === 'cashtag')) return found;
  const mentions = found.map((mention) => (isShellsCompany(run, mention) ? doubted(mention) : mention));
  if (!mentions.some(isDoubtful)) return mentions;

  const has = (kind: Mention['kind']) =>
    mentions.some((mention) => mention.kind === kind && !isDoubtful(mention));
  const beside = has('cashtag');
  const named = has('handle') || has('hashtag');
  return mentions.flatMap((mention) => {
    if (!isDoubtful(mention)) return [mention];
    const near = textBeside(run, mention, reach);
    const said: Said = {
      beside,
      named,
      trade: isTrade(near) || isIntroduced(run, mention),
      perhaps: perhapsTrade.test(near.toLowerCase()),
      program: isProgram(near),
    };
    if (!beside && !said.trade && !said.perhaps && !said.program) said.trade = speaksOfTrade(around());
    const strength = gradeOf(nameOf(mention), said);
    return strength === null && profile === 'web' ? [] : [{ ...mention, strength: strength ?? 'weak' }];
  });
}

// In lower case: a pattern that takes both cases is several times as slow.
const isTrade = (text: string): boolean => trade.test(text.toLowerCase()) || tradeSign.test(text);
const isProgram = (text: string): boolean =>
  shell.test(text) || shellPlace.test(text) || program.test(text.toLowerCase());

const isDoubtful = ({ kind, strength }: Mention): boolean => kind === 'cashtag' && strength === 'weak';

/** So many characters on both sides bear on a doubtful cashtag, and on one that looks like a ticker. */
const reach = 200;
const shortReach = 60;
const textBeside = (run: string, { start, end }: Mention, characters: number): string =>
  run.slice(Math.max(0, start - characters), end + characters);

/** In a shell's company nobody is above doubt. */
function isShellsCompany(run: string, mention: Mention): boolean {
  if (mention.kind !== 'cashtag' || mention.strength === 'weak') return false;
  const near = textBeside(run, mention, shortReach);
  return shell.test(near) && !isTrade(near);
}

const isIntroduced = (run: string, { start }: Mention): boolean =>
  introduced.test(run.slice(Math.max(0, start - longestName), start)) || (start === 0 && headline.test(run));

/** A ticker in a text that is not read as mentions: three capitals at least. */
const plainTicker = /(?<![\w$\\])\$[A-Z]{3,10}(?![\w$])/g;

/** Whether what stands near a run speaks of trade, or names another ticker, and not of programs. */
function speaksOfTrade(text: string): boolean {
  if (isProgram(text)) return false;
  return isTrade(text) || (text.match(plainTicker) ?? []).some((ticker) => !isShellName(ticker.slice(1)));
}

const doubted = (mention: Mention): Mention => ({ ...mention, strength: 'weak' });

/** `$F` and `$2Z` are rarely a program's, whatever else the run speaks of. */
const isShort = (name: string): boolean => /^[A-Z0-9]{1,2}$/.test(name);

/** What a run says, as far as it bears on its doubtful cashtags. */
interface Said {
  /** A cashtag that nobody doubts stands there. */
  beside: boolean;
  /** A handle or a hashtag stands there. */
  named: boolean;
  trade: boolean;
  perhaps: boolean;
  program: boolean;
}

/** How sure a run makes us of a doubtful cashtag; null: it is none. */
function gradeOf(name: string, { beside, named, trade, perhaps, program }: Said): Mention['strength'] | null {
  if (program && !beside && !trade) return isShort(name) ? 'weak' : null;
  if (program && !beside && !isShort(name)) return 'weak';
  if (/^[a-z]$/.test(name)) return beside ? 'weak' : null;
  if (isCurrency(name)) return beside ? 'strong' : 'weak';
  if (isCommonName(name)) return beside && trade ? 'strong' : 'weak';
  return beside || trade || perhaps || (named && isShellName(name)) ? 'strong' : 'weak';
}
