import MiniSearch from 'minisearch';
import type { Library } from './read-library.ts';

export interface SearchHit {
  type: 'project' | 'note';
  id: string;
  /** The project itself, or the note's. */
  projectId: string;
  /** Higher is better; only comparable within one search. */
  score: number;
}

interface Entry {
  key: string;
  type: SearchHit['type'];
  id: string;
  projectId: string;
  name: string;
  aliases: string;
  thesis: string;
  body: string;
  source: string;
}

export type SearchIndex = MiniSearch<Entry>;

/** Words of letters and digits; without spaces between words (Chinese, Japanese) each character is one. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv;

/** A sigil is no part of a word, so that `$opg` and `opg` find the same. */
const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(word) ?? [];

/** A word and what is left of it from each later letter, three letters at least: `gradient` finds OpenGradient. */
const endings = (word: string): string[] => [
  word,
  ...Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => word.slice(at + 1)),
];

/** Projects and notes that are not in the trash, ready to be searched. */
export function searchIndex({ projects, notes }: Library): SearchIndex {
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['name', 'aliases', 'thesis', 'body', 'source'],
    storeFields: ['type', 'id', 'projectId'],
    tokenize: wordsOf,
    processTerm: (term, field) => (field === 'name' || field === 'aliases' ? endings(term) : term),
  });
  const blank = { name: '', aliases: '', thesis: '', body: '', source: '' };
  const shown = new Set<string>();
  for (const { id, name, aliases, thesis, trashedAt } of projects) {
    if (trashedAt !== null) continue;
    shown.add(id);
    const texts = { name, aliases: aliases.map(({ text }) => text).join(' '), thesis };
    index.add({ ...blank, key: `project:${id}`, type: 'project', id, projectId: id, ...texts });
  }
  for (const { id, projectId, body, source, trashedAt } of notes) {
    if (trashedAt !== null || !shown.has(projectId)) continue;
    const texts = { body, source: source ? `${source.title} ${source.quote}` : '' };
    index.add({ ...blank, key: `note:${id}`, type: 'note', id, projectId, ...texts });
  }
  return index;
}

/**
 * The best hits, at most `limit`, best first. Every word of the query must be found: whole, as the beginning of a
 * word, or with one letter in five wrong unless it is longer than 20; in names and aliases from any letter on. An empty query finds nothing.
 */
export const search = (index: SearchIndex, query: string, limit: number): SearchHit[] =>
  index
    .search(query, {
      prefix: true,
      // What is longer is pasted, and with many wrong letters it would take seconds.
      fuzzy: (term) => (term.length > 3 && term.length <= 20 ? 0.2 : false),
      combineWith: 'AND',
      boost: { name: 4, aliases: 4 },
    })
    .slice(0, limit)
    .map(({ type, id, projectId, score }) => ({ type, id, projectId, score }));
