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
      'launch(?:ed)?|mainnet|market|positions?|stacking|cheap|bullrun',
    ),
    // The same in other languages; scripts without capitals and spaces need no boundaries.
    anyWord(
      'kaufe?n?|gekauft|verkauft|compr[aéoó]\\w*|vend[ioí]\\w*|achet\\w*|vendu|kupi\\w*|sprzeda\\w*|ald[ıi]m',
    ),
    'купи|прода|монет|курс|цен[аы]|買|买|売|卖|株|币|주가|매수|매도',
    String.raw`\d%|\b(?:over|above|under|below|at|to) ?\$?\d|\$\d[\d.,]*(?!\w)`,
  ].join('|'),
);

/** Words and signs of shells: among them even `$FOO` is a variable. */
const shell = new RegExp(
  [
    anyWord('environment variables?|zsh|unset|chmod|printf|echo'),
    String.raw`^\s*[>#]?\s*\$ [a-z]|\bexport \$|\s-\w \$|\bcd [~./$]|\bs/\$|\$[{(]|\$[A-Z][A-Z0-9]*_(?!USD|BTC|ETH)[A-Z]{2}`,
    String.raw`(?:^|\s)(?:[~.]{1,2}/\w|/(?:usr|bin|etc|home|dev|tmp|var)/)|\$[A-Z]+/(?:bin|lib|local|share|src|\.\w)`,
  ].join('|'),
);

/** Words of programs and formulas. */
const program = new RegExp(
  [
    anyWord(
      'variables?|env|bash|shells?|scripts?|director(?:y|ies)|folder|command(?:s|[- ]line)?|terminal|vim|pager|prompt|defaults to|value of|is (?:un)?set',
      'operators?|functions?|directives?|keywords?|controller|scope|fields?|schema|json|ya?ml|xml|class(?:es)?|methods?|param(?:eter)?s?',
      'arguments?|arrays?|objects?|selectors?|templates?|components?|syntax|compiler|regexp?|expressions?|strings?|buffer|macro|makefile',
      'php|perl|jquery|angular|vue|svelte|sass|scss|stylus|mongodb|sql|latex|vectors?|matri(?:x|ces)|theorem|lemma|polynomial|integers?',
      'inject(?:ed)?|installed in|logged in',
    ),
  ].join('|'),
);

/** Where a sentence puts variables of shells: `add it to your $PATH`, `run $SHELL -c`. */
const shellPlace = /\b(?:[Mm]y|[Yy]our|(?:in|to|on) the) \$[A-Z]|\$[A-Z]+ -\w\b|\$[A-Z]+ to include\b/;

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
  const spoken = createListener(run, beside, around);
  return mentions.flatMap((mention, i) => {
    if (!isDoubtful(mention)) return [mention];
    const said = spoken(mention);
    const trade = said.trade || isIntroduced(run, mention);
    const strength = gradeOf(nameOf(mention), { beside, named, ...said, trade });
    // What looked like a ticker by itself is at least a doubtful one.
    const least = profile === 'x' || found[i]?.strength === 'strong' ? 'weak' : null;
    const graded = strength ?? least;
    return graded === null ? [] : [{ ...mention, strength: graded }];
  });
}

/** Doubtful cashtags so near to each other hear the same. */
const cell = 100;

/** Tells what is said near a mention of this run; each stretch is listened to once, and what is around it too. */
function createListener(run: string, beside: boolean, around: () => string) {
  const heard = new Map<number, Pick<Said, 'trade' | 'perhaps' | 'program'>>();
  let aroundTrades: boolean | undefined;
  return (mention: Mention): Pick<Said, 'trade' | 'perhaps' | 'program'> => {
    const at = Math.floor(mention.start / cell);
    const met = heard.get(at);
    if (met) return met;
    const near = run.slice(Math.max(0, at * cell - reach), (at + 1) * cell + reach);
    const said = {
      trade: isTrade(near),
      perhaps: perhapsTrade.test(near.toLowerCase()),
      program: isProgram(near),
    };
    if (!beside && !said.trade && !said.perhaps && !said.program) {
      aroundTrades ??= speaksOfTrade(around());
      said.trade = aroundTrades;
    }
    heard.set(at, said);
    return said;
  };
}

// In lower case: a pattern that takes both cases is several times as slow.
const isTrade = (text: string): boolean => trade.test(text.toLowerCase()) || tradeSign.test(text);
const isProgram = (text: string): boolean =>
  shell.test(text) || shellPlace.test(text) || program.test(text.toLowerCase());

const isDoubtful = ({ kind, strength }: Mention): boolean => kind === 'cashtag' && strength === 'weak';

/** So many characters on both sides bear on a doubtful cashtag, and on one that looks like a ticker. */
const reach = 200;
const shortReach = 60;

/** In a shell's company nobody is above doubt. */
function isShellsCompany(run: string, mention: Mention): boolean {
  if (mention.kind !== 'cashtag' || mention.strength === 'weak') return false;
  const near = run.slice(Math.max(0, mention.start - shortReach), mention.end + shortReach);
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
  if (program && !beside && !trade)
    return isShellName(name.toUpperCase()) || isCommonName(name) ? null : 'weak';
  if (program && !beside && !isShort(name)) return 'weak';
  if (/^[a-z]$/.test(name)) return beside ? 'weak' : null;
  if (isCurrency(name)) return beside ? 'strong' : 'weak';
  if (isCommonName(name)) return beside && trade ? 'strong' : 'weak';
  return beside || trade || perhaps || (named && isShellName(name)) ? 'strong' : 'weak';
}
