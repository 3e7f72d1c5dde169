import { describe, expect, it } from 'vitest';
import { search, searchIndex } from '../../../lib/library/search.ts';
import { keep, MemoryStore, note } from './memory-store.ts';

const library = () => {
  const store = new MemoryStore();
  const opg = store.must(
    keep(
      'OpenGradient',
      '$OPG',
      '@OpenGradient',
      'Vexlum Labs',
      'vexlum.ai',
      '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB',
    ),
  );
  const btc = store.must(keep('Bitcoin', '$BTC', '#比特币'));
  const gone = store.must(keep('Gone', '$GONE'));
  const inference = store.must(note(opg, 'Verifiable inference: who pays the provers?'));
  const mining = store.must(note(btc, '矿工收入下降，open question'));
  const sourced = store.must({
    type: 'add-note',
    projectId: btc,
    kind: { type: 'note' },
    body: 'see there',
    source: {
      url: 'https://example.org/halving',
      title: 'After the halving',
      quote: 'Hash rate fell',
      author: null,
      date: '2026-01-01T00:00:00.000Z',
    },
  });
  store.must(note(gone, 'inference'));
  const trashed = store.must(note(opg, 'inference'));
  store.must({ type: 'trash-project', id: gone });
  store.must({ type: 'trash-note', id: trashed });
  return { index: searchIndex(store.library()), opg, btc, inference, mining, sourced };
};

describe('search', () => {
  const { index, ...ids } = library();

  it.each<[string, (keyof typeof ids)[], string]>([
    ['$opg', ['opg'], 'an alias with its sigil'],
    ['opg', ['opg'], 'and without'],
    ['@opengrad', ['opg'], 'the beginning of a word'],
    ['gradient', ['opg'], 'the end of a name'],
    ['tcoi', ['btc'], 'the middle of one'],
    ['opengradeint', ['opg'], 'letters swapped'],
    ['INFERENCE', ['inference'], 'any case; trash left out, notes of a trashed project too'],
    ['provers inference', ['inference'], 'all words, in any order'],
    ['inference bitcoin', [], 'not one word alone'],
    ['halving', ['sourced'], "the source's title"],
    ['hash rate', ['sourced'], 'the quote'],
    ['收入', ['mining'], 'inside a text without spaces'],
    ['比特币', ['btc'], 'an alias in another script'],
    ['ＯＰＧ', ['opg'], 'full-width letters'],
    ['vexlum lab', ['opg'], 'a name'],
    ['vexlum.ai', ['opg'], 'a domain'],
    ['0xfbc2051ae2265686a469421b2c5a2d5462fbf5eb', ['opg'], 'an address in any case'],
    ['0xFbC2…F5eB', ['opg'], 'its ends'],
    ['gone', [], 'nothing in the trash'],
    ['', [], 'nothing for nothing'],
    ['$', [], 'nothing for a sigil alone'],
  ])('%j finds %j: %s', (query, found) => {
    expect(search(index, query, 10).map(({ id }) => id)).toEqual(found.map((name) => ids[name]));
  });

  it('puts names before texts and stops at the limit', () => {
    const hits = search(index, 'open', 10);
    expect(hits.map(({ type, id, projectId }) => ({ type, id, projectId }))).toEqual([
      { type: 'project', id: ids.opg, projectId: ids.opg },
      { type: 'note', id: ids.mining, projectId: ids.btc },
    ]);
    expect(search(index, 'open', 1)).toHaveLength(1);
  });
});
