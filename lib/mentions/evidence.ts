import { isVariable } from './cashtag.ts';
import type { Mention } from './mention.ts';

/** Words that traders use and manuals do not: `calls` and `puts` are not among them. */
const finance = new RegExp(
  String.raw`\b(?:bullish|bearish|breakout|earnings|stocks?|ticker|altcoins?|memecoins?|airdrop|staking|hodl|moon|mcap|` +
    String.raw`market ?cap|eps|ipo|etf|nasdaq|nyse|traders?|trading|rally|undervalued|presale|defi|squeeze|pump(?:ing)?)\b`,
  'i',
);

/**
 * Makes weak cashtags strong where the run itself speaks for them: a cashtag nobody doubts, the words of trade,
 * or, for tickers that are also shell variables, a handle beside them.
 */
export function corroborate(run: string, mentions: Mention[]): Mention[] {
  const doubtful = (mention: Mention) => mention.kind === 'cashtag' && mention.strength === 'weak';
  if (!mentions.some(doubtful)) return mentions;
  const has = (kind: Mention['kind']) =>
    mentions.some((mention) => mention.kind === kind && !doubtful(mention));
  const said = has('cashtag') || finance.test(run);
  const named = has('handle');
  return mentions.map((mention) =>
    doubtful(mention) && (said || (named && isVariable(mention.text)))
      ? { ...mention, strength: 'strong' }
      : mention,
  );
}
