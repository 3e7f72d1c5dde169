import { expect, test } from 'vitest';
import { typedAliases } from '../../../lib/mentions/typed-aliases.ts';

const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';

test.each<[typed: string, aliases: string[], rest: string, why: string]>([
  ['$OPG', [], '$OPG', 'it may go on'],
  ['$OPG ', ['$OPG'], '', 'white space ends a mention'],
  ['Open ', [], 'Open ', 'and no name'],
  ['Open Gradient', [], 'Open Gradient', 'which has several words'],
  ['Open Gradient,', ['Open Gradient'], '', 'a comma ends it'],
  ['Open Gradient, Ne', ['Open Gradient'], ' Ne', 'and the next begins'],
  [`${evm} `, [evm], '', 'white space ends an address'],
  ['opengradient.ai ', [], 'opengradient.ai ', 'but no domain: Booking.com Holdings'],
  ['$OPG #OPG @OpenGradient', ['$OPG', '#OPG', '@OpenGradient'], '', 'a pasted list'],
  ['$OPG @OpenGradient ', ['$OPG', '@OpenGradient'], '', 'the same with a space'],
  ['$OPG Open Gr', ['$OPG'], 'Open Gr', 'a name after a mention'],
  ['$OPG\nOpen Gradient\nopengradient.ai\n', ['$OPG', 'Open Gradient', 'opengradient.ai'], '', 'lines'],
  ['  ', [], '', 'nothing'],
])('%j while typing: %j and %j, %s', (typed, aliases, rest) => {
  expect(typedAliases(typed, false)).toEqual({ aliases, wrong: [], rest });
});

test.each<[typed: string, aliases: string[], wrong: string[], why: string]>([
  ['Open  Gradient ', ['Open Gradient'], [], 'a name'],
  ['https://www.opengradient.ai/blog', ['opengradient.ai'], [], 'a pasted address gives its host'],
  [`Open Gradient ${evm} $OPG`, ['Open Gradient', evm, '$OPG'], [], 'a name ends where a mention begins'],
  ['$OPG $opg Near,Near', ['$OPG', '$opg', 'Near'], [], 'the same text once'],
  ['$100', [], ['$100'], 'an amount'],
  ['1, $OPG', ['$OPG'], ['1'], 'what is right is taken'],
])('%j after Enter: %j, %s', (typed, aliases, wrong) => {
  expect(typedAliases(typed, true)).toEqual({ aliases, wrong, rest: '' });
});
