import { describe, expect, it } from 'vitest';
import { createSearch, type Found } from '../../../lib/library/search.ts';
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
  const search = createSearch();
  const { projects, notes } = store.library();
  for (const project of projects) search.putProject(project);
  for (const note of notes) search.putNote(note);
  const find = (query: string): Found[] => {
    const hits = search.find(query);
    return Array.from({ length: hits.count }, (_, row) => hits.at(row)).filter((hit) => hit !== undefined);
  };
  return { search, find, projects, notes, opg, btc, gone, inference, mining, sourced };
};

type Name = 'opg' | 'btc' | 'inference' | 'mining' | 'sourced';

const idOf = (hit: Found): string => (hit.type === 'note' ? hit.note.id : hit.project.id);

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is not there.');
  return value;
}

describe('search', () => {
  const { find, ...ids } = library();

  it.each<[string, Name[], string]>([
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
    expect(find(query).map(idOf)).toEqual(found.map((name) => ids[name]));
  });

  it('puts names before texts, whole words before beginnings', () => {
    expect(find('open').map(idOf)).toEqual([ids.opg, ids.mining]);
    expect(find('hash')).toMatchObject([
      { type: 'note', note: { id: ids.sourced }, project: { id: ids.btc } },
    ]);
  });
});

describe('the search follows what changes', () => {
  it('finds a project by its new name alone, and its notes as long as it is not in the trash', () => {
    const { search, find, projects, opg, inference } = library();
    const project = must(projects.find(({ id }) => id === opg));
    expect(find('provers').map(idOf)).toEqual([inference]);

    search.putProject({ ...project, name: 'Renamed', aliases: [] });
    expect(find('gradient')).toEqual([]);
    expect(find('renamed').map(idOf)).toEqual([opg]);
    expect(find('provers')).toMatchObject([{ project: { name: 'Renamed' } }]);

    search.putProject({ ...project, trashedAt: project.updatedAt });
    expect(find('provers')).toEqual([]);
    expect(find('gradient')).toEqual([]);
    search.putProject(project);
    expect(find('provers').map(idOf)).toEqual([inference]);
    search.removeProject(opg);
    expect([...find('provers'), ...find('gradient')]).toEqual([]);
  });

  it('finds a note by its new words alone, and not once it is deleted', () => {
    const { search, find, notes, inference } = library();
    const note = must(notes.find(({ id }) => id === inference));
    search.putNote({ ...note, body: 'Rewritten' });
    expect(find('provers')).toEqual([]);
    expect(find('rewritten').map(idOf)).toEqual([inference]);
    search.putNote({ ...note, body: 'Rewritten', trashedAt: note.updatedAt });
    expect(find('rewritten')).toEqual([]);
    search.putNote(note);
    search.removeNote(inference);
    expect(find('provers')).toEqual([]);
  });

  it('finds a project by the thesis that came after its name', () => {
    const { search, find, opg } = library();
    expect(find('zymurgy')).toEqual([]);
    search.addThesis(opg, 'All about zymurgy');
    expect(find('zymurgy opengradient').map(idOf)).toEqual([opg]);
  });
});

describe('the order of hits', () => {
  const instant = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const search = createSearch();
  const dates = { createdAt: instant(0), updatedAt: instant(0), trashedAt: null };
  search.putProject({ id: 'a-project', name: 'One', aliases: [], status: null, ...dates });
  for (const minute of [3, 1, 2])
    search.putNote({
      id: `note-${minute}`,
      projectId: 'a-project',
      kind: { type: 'note' },
      body: 'The same',
      source: null,
      ...dates,
      createdAt: instant(minute),
    });

  it('is from the newest to the oldest where all fit as well', () => {
    const hits = search.find('same');
    expect(hits.count).toBe(3);
    expect([0, 1, 2].map((row) => must(hits.at(row))).map(idOf)).toEqual(['note-3', 'note-2', 'note-1']);
    expect(hits.at(3)).toBeUndefined();
    expect(hits.at(-1)).toBeUndefined();
  });
});
