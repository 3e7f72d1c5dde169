import { expect, test } from 'vitest';
import { guessName } from '../../../lib/mentions/name-guess.ts';

test.each([
  [['$OPG', '#OPG', '@OpenGradient'], 'OpenGradient', 'the handle says most'],
  [['@opengradient'], 'Opengradient', 'a capital to start with'],
  [['@coin98_wallet'], 'Coin98 Wallet', 'underscores part words'],
  [['@rust-lang'], 'Rust Lang', 'hyphens too'],
  [['@a.bsky.social'], 'A', 'without the domain'],
  [['@Gargron@mastodon.social'], 'Gargron', 'without the server'],
  [['@username/list-name'], 'Username', 'without the list'],
  [['＠OpenGradient'], 'OpenGradient', 'full-width sign'],
  [['$OPG', '#OpenGradient'], 'OpenGradient', 'the hashtag before the cashtag'],
  [['$OPG', '#OPG'], 'OPG', 'the hashtag repeats the ticker'],
  [['$ETH', '#eth'], 'ETH', 'however it is written'],
  [['$OPG', '#opg', '#OpenGradient'], 'OpenGradient', 'another hashtag says more'],
  [['$OPG'], 'OPG', 'the ticker alone'],
  [['$opg'], 'OPG', 'a ticker in capitals'],
  [['$BRK.B'], 'BRK.B', 'a ticker with its suffix'],
  [['#日本語'], '日本語', 'any script'],
  [[], '', 'nothing to guess from'],
])('%j → %s: %s', (texts, name) => {
  expect(guessName(texts)).toBe(name);
});
