import { expect, test } from 'vitest';
import { nameMeanings } from '../../../lib/library/name-meaning.ts';
import type { Alias, Index, IndexEntry } from '../../../lib/library/schema.ts';

const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';

const entry = (aliases: Alias[], trashedAt: string | null = null): IndexEntry => ({
  name: 'A project',
  status: null,
  aliases,
  notes: 0,
  updatedAt: '2026-01-01T00:00:00.000Z',
  trashedAt,
});
const of = (text: string, site: string | null = null): Alias => ({ text, site });
const index = {
  projects: {
    one: entry([of('OpenGradient'), of('opengradient.ai'), of(evm)]),
    two: entry([of('opengradient', 'x.com')]),
    gone: entry([of('Zenex')], '2026-01-01T00:00:00.000Z'),
  },
} as unknown as Index;

test.each([
  [
    'OPENGRADIENT',
    'y.com',
    { key: 'name:opengradient', here: ['one'], anywhere: ['one', 'two'], maybe: false },
  ],
  ['OpenGradient', 'x.com', { here: ['two'], anywhere: ['one', 'two'] }],
  ['docs.opengradient.ai', '', { key: 'domain:opengradient.ai', text: 'opengradient.ai', here: ['one'] }],
  [evm.toLowerCase(), '', { key: `address:${evm.toLowerCase()}`, text: evm, maybe: false }],
  ['0xFbC2…F5eB', '', { text: evm, maybe: true, here: ['one'] }],
])('%s on “%s” is %o', (text, site, meaning) => {
  expect(nameMeanings(index)(text, site)).toMatchObject(meaning);
});

test.each(['Zenex', 'an OpenGradient', 'OpenGradient too', '$OPG', ''])('“%s” is nobody’s', (text) => {
  expect(nameMeanings(index)(text, '')).toBeNull();
});
