import { expect, test } from 'vitest';
import { keptAs } from '../../../components/library/kept-as.ts';
import { emptyBase } from '../../../lib/library/empty.ts';
import type { Index } from '../../../lib/library/schema.ts';

const entry = (text: string, trashedAt: string | null = null) => ({
  name: text,
  aliases: [{ text, site: null }],
  status: null,
  notes: 0,
  updatedAt: '2026-01-01T00:00:00.000Z',
  trashedAt,
});

const index: Index = {
  ...emptyBase.index,
  projects: {
    cashtag: entry('$OPG'),
    name: entry('Open Gradient'),
    domain: entry('rendernetwork.com'),
    address: entry('0x52908400098527886E0F7030069857D2E4169EE7'),
    gone: entry('akash.network', '2026-01-02T00:00:00.000Z'),
  },
};

test.each([
  ['$opg', ['cashtag'], 'a mention by its key'],
  ['Open Gradient', ['name'], 'as it is written'],
  ['open  gradient', ['name'], 'a name of two words in any case'],
  ['RenderNetwork.com', ['domain'], 'a domain in any case'],
  ['www.rendernetwork.com', ['domain'], 'and with www'],
  ['0x52908400098527886e0f7030069857d2e4169ee7', ['address'], 'an address without its checksum'],
  ['akash.network', [], 'not from the trash'],
  ['other.network', [], 'no other'],
] as const)('%s is kept as %j: %s', (alias, ids, _why) => {
  expect(keptAs(index, alias)).toEqual(ids);
});
