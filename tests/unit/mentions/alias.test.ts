import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aliasKey,
  aliasKeys,
  isAliasText,
  kindOf,
  readAlias,
  sigilKey,
} from '../../../lib/mentions/alias.ts';

describe('sigilKey', () => {
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
    expect(sigilKey(text)).toBe(key);
    expect(aliasKey(text)).toBe(key);
    expect(readAlias(text)).toEqual({ kind: 'mention', key });
  });

  test.each([
    '',
    '$',
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
    expect(sigilKey(text)).toBeNull();
    expect(aliasKey(text)).toBeNull();
    expect(isAliasText(text)).toBe(false);
  });

  test('is its own key', () => {
    const ascii = fc.stringMatching(/^[$@#][A-Za-z0-9_.-]{1,12}$/);
    fc.assert(
      fc.property(ascii, (text) => {
        const key = sigilKey(text);
        if (key !== null) expect(sigilKey(key)).toBe(key);
      }),
    );
  });
});

describe('readAlias', () => {
  const solana = '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU';
  const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';
  test.each([
    ['OpenGradient', 'name', 'OpenGradient', 'one word'],
    ['Near Protocol', 'name', 'Near Protocol', 'several'],
    ['Near \u00a0 Protocol', 'name', 'Near Protocol', 'white space of any kind is one space'],
    ['ＯｐｅｎＧｒａｄｉｅｎｔ', 'name', 'OpenGradient', 'full width'],
    ['Open\u200bGradient', 'name', 'OpenGradient', 'what nobody sees is left out'],
    ['Node.js', 'name', 'Node.js', 'a file’s ending is no top level'],
    ['A.I', 'name', 'A.I', 'nor are initials'],
    ['以太坊', 'name', '以太坊', 'CJK'],
    ['__proto__', 'name', '__proto__', 'a name as any other'],
    ['constructor', 'name', 'constructor', 'so is this'],
    ['0xSplits', 'name', '0xSplits', 'too short for an address'],
    ['opengradient.ai', 'domain', 'opengradient.ai', 'a host'],
    ['App.OpenGradient.AI', 'domain', 'app.opengradient.ai', 'in any case'],
    ['https://www.opengradient.ai/blog?a=1', 'domain', 'opengradient.ai', 'a pasted address'],
    ['http://user@foo.xyz:8080', 'domain', 'foo.xyz', 'with what does not matter'],
    ['münchen.de', 'domain', 'xn--mnchen-3ya.de', 'an international one'],
    ['例え.テスト', 'domain', 'xn--r8jz45g.xn--zckzah', 'all of it'],
    ['xn--mnchen-3ya.de', 'domain', 'xn--mnchen-3ya.de', 'and its other form'],
    ['vitalik.eth', 'domain', 'vitalik.eth', 'a name service’s'],
    [evm, 'address', evm.toLowerCase(), 'EVM'],
    [solana, 'address', solana, 'Solana, with its case'],
    [
      'So11111111111111111111111111111111111111112',
      'address',
      'So11111111111111111111111111111111111111112',
      'wrapped SOL',
    ],
    [`${solana}x`, 'name', `${solana}x`, 'base58 that is not 32 bytes'],
    [evm.slice(0, -1), 'name', evm.slice(0, -1), 'an address that lost a digit'],
  ])('%s is a %s: %s, %s', (text, kind, key) => {
    expect(readAlias(text)).toEqual({ kind, key });
  });

  test.each([
    ['1', 'no letters'],
    ['a', 'one letter'],
    ['100 %', 'no letters'],
    [' Near', 'white space around it'],
    ['Near $NEAR', 'a mention in it'],
    ['a\u0000b', 'a control character'],
    ['x@y.com', 'an e-mail address'],
    ['https://x', 'an address without a host'],
    ['\u200b\u200b', 'nothing that is seen'],
    ['ab'.repeat(101), 'longer than 200'],
    ['\ufdfa'.repeat(20), 'longer than 200 in NFKC'],
  ])('%j is none: %s', (text) => {
    expect(readAlias(text)).toBeNull();
  });

  test.each([
    ['OpenGradient', 'opengradient', true],
    ['Near Protocol', 'near  PROTOCOL', true],
    ['Aave', 'AAVE', false],
    ['$OPG', 'OPG', false],
    ['$opg', '＄ＯＰＧ', true],
    ['opengradient.ai', 'https://www.OpenGradient.ai/', true],
    [evm, evm.toLowerCase(), true],
    [solana, solana.toLowerCase(), false],
    ['name:a.ai', 'a.ai', false],
  ])('%s and %s are one alias: %s', (one, other, same) => {
    expect(aliasKey(one) === aliasKey(other)).toBe(same);
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
