import { describe, expect, it } from 'vitest';
import { weakReason } from '../../../lib/library/weak-reason.ts';
import { findMentions } from '../../../lib/mentions/find-mentions.ts';

const rows: [text: string, reason: string][] = [
  ['$opg', 'it is in lower case'],
  ['$eth2', 'it is in lower case'],
  ['$F', 'it is a single letter'],
  ['@a', 'it is a single letter'],
  ['#n', 'it is a single letter'],
  ['@home', 'people also write this without meaning anyone'],
  ['$token', 'programs use this name'],
  ['$A1', 'it is very short'],
  ['$1inch', 'it starts with a digit'],
  ['$0x0', 'it starts with a digit'],
  ['$PATH', 'scripts and commands use this name'],
  ['$HOME', 'scripts and commands use this name'],
  ['$USD', 'it names a currency'],
  ['$eur', 'it names a currency'],
  ['$OpenGradient', 'it is not all in capitals'],
  ['$Opg', 'it is not all in capitals'],
  ['$baseURL', 'names in code look like it'],
  ['$wrappedETH', 'names in code look like it'],
  ['$OPENGRADIENTX', 'it is very long'],
  ['$brk.b', 'it is in lower case'],
  ['@170', 'it is only a number'],
  ['#C98', 'it looks like a colour'],
];

describe('why the page alone does not tell', () => {
  it.each(rows)('that %s is a mention: %s', (text, reason) => {
    const [mention] = findMentions(`They say ${text} here`, 'web');
    expect(mention).toMatchObject({ text, strength: 'weak' });
    expect(weakReason(mention!.kind, text)).toBe(reason);
  });

  it('has an answer for what another rule may call weak', () => {
    expect(weakReason('cashtag', '$OPG')).toBe('the text around it reads like commands');
  });
});
