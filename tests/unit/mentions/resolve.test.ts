import { expect, test } from 'vitest';
import { aliasTable, resolve } from '../../../lib/mentions/resolve.ts';

const anywhere = (text: string) => ({ text, site: null });

const table = aliasTable([
  { id: 'opengradient', aliases: [anywhere('$OPG'), anywhere('#OPG'), anywhere('$opg')] },
  { id: 'opengolf', aliases: [anywhere('$OPG'), { text: '$OPG', site: 'golf.example' }] },
  { id: 'berkshire', aliases: [anywhere('$BRK.B')] },
  { id: 'bitcoin', aliases: [anywhere('$BTC')] },
  { id: 'perps', aliases: [anywhere('$BTC-PERP'), { text: '$ETH', site: 'dex.example' }] },
  { id: 'nothing', aliases: [anywhere('no alias')] },
]);

test.each([
  ['$opg', 'x.com', ['opengradient', 'opengolf'], 'both may be meant, each once'],
  ['$opg', 'golf.example', ['opengolf'], 'the one tied to the site alone'],
  ['#opg', 'x.com', ['opengradient'], 'another kind is another alias'],
  ['@opg', 'x.com', [], 'unknown'],
  ['$brk.b', 'x.com', ['berkshire'], 'with its suffix'],
  ['$brk.a', 'x.com', [], 'another class of share'],
  ['$brk', 'x.com', [], 'without the suffix it is not the same'],
  ['$btc-usd', 'x.com', ['bitcoin'], 'without its suffix, as nobody has it with'],
  ['$btc-perp', 'x.com', ['perps'], 'with its suffix before without'],
  ['$eth', 'dex.example', ['perps'], 'on the site it is tied to'],
  ['$eth', 'x.com', [], 'not on another site'],
  ['no alias', 'x.com', [], 'no alias gets no entry'],
])('%s on %s → %j: %s', (key, site, ids) => {
  expect(resolve(table, key, site)).toEqual(ids);
});
