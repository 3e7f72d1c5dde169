import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliasKey, aliasKeys, isAliasText, kindOf } from '../../../lib/mentions/alias.ts';

describe('aliasKey', () => {
  test.each([
    ['$OPG', '$opg', 'lower-cased'],
    ['＄ＯＰＧ', '$opg', 'full width'],
    ['@OpenGradient', '@opengradient', 'lower-cased'],
    ['＠OpenGradient', '@opengradient', 'full-width sign'],
    ['#ＯＰＧ', '#opg', 'full-width letters'],
    ['#ﾊｯｼｭ', '#ハッシュ', 'half-width kana'],
    ['#Ätna', '#ätna', 'composed'],
    ['#A\u0308tna', '#ätna', 'decomposed'],
    ['$1INCH', '$1inch', 'digits first'],
    ['$f', '$f', 'one letter'],
    ['$PATH', '$path', 'a shell word may be kept'],
    ['$BRK.B', '$brk.b', 'a class of share'],
    ['$BRK-B', '$brk.b', 'the same with a hyphen'],
    ['$brk_b', '$brk.b', 'the same with an underscore'],
    ['$BTC-USD', '$btc-usd', 'a pair'],
    ['@a.bsky.social', '@a.bsky.social', 'a domain'],
    ['@A@B.social', '@a@b.social', 'the fediverse'],
    ['@rust-lang', '@rust-lang', 'hyphens'],
    ['@username/list-name', '@username', 'a list names its owner'],
    ['@media', '@media', 'what no page could show may be kept by hand'],
  ])('%s → %s: %s', (text, key) => {
    expect(aliasKey(text)).toBe(key);
    expect(isAliasText(text)).toBe(true);
  });

  test.each([
    '',
    '$',
    'OPG',
    '$100',
    '$OPG ',
    ' $OPG',
    '$OPG $BTC',
    '#123',
    '#',
    '@',
    '$OPG!',
    'x@y.com',
    '#a b',
    '##a',
    '$a\n',
  ])('%j is none', (text) => {
    expect(aliasKey(text)).toBeNull();
    expect(isAliasText(text)).toBe(false);
  });

  test('is its own key', () => {
    const ascii = fc.stringMatching(/^[$@#][A-Za-z0-9_.-]{1,12}$/);
    fc.assert(
      fc.property(ascii, (text) => {
        const key = aliasKey(text);
        if (key !== null) expect(aliasKey(key)).toBe(key);
      }),
    );
  });
});

test.each([
  ['$btc-usd', ['$btc-usd', '$btc']],
  ['$brk.b', ['$brk.b', '$brk']],
  ['$opg', ['$opg']],
  ['@a.bsky.social', ['@a.bsky.social']],
  ['@a@b.social', ['@a@b.social']],
  ['@rust-lang', ['@rust-lang']],
  ['#opg', ['#opg']],
])('aliasKeys of %s: %j', (key, keys) => {
  expect(aliasKeys(key)).toEqual(keys);
});

test.each([
  ['$opg', 'cashtag'],
  ['＄', 'cashtag'],
  ['@a', 'handle'],
  ['＠a', 'handle'],
  ['#a', 'hashtag'],
  ['＃a', 'hashtag'],
])('kindOf %s: %s', (key, kind) => {
  expect(kindOf(key)).toBe(kind);
});
