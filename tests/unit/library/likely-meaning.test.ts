import { describe, expect, test } from 'vitest';
import {
  type Evidence,
  likelyMeanings,
  type Meant,
  type NotePlaces,
  type Place,
} from '../../../lib/library/likely-meaning.ts';

/** `$LINK` holds everywhere, `$LINK on x.com` there alone. */
const project = (id: string, aliases: string[], notes = 0): Meant => ({
  id,
  project: {
    name: id,
    status: null,
    aliases: aliases.map((alias) => {
      const [text = '', site = null] = alias.split(' on ');
      return { text, site };
    }),
    notes,
    updatedAt: '2026-01-01T00:00:00.000Z',
    trashedAt: null,
  },
});
const places = (newest: string | null, sites: Record<string, number> = {}): NotePlaces => ({
  newest: newest && `${newest}T00:00:00.000Z`,
  sites: new Map(Object.entries(sites)),
});
const onX = { key: '$link', site: 'x.com', beside: [], onPage: [] };

interface Row {
  why: string;
  a?: string[];
  b?: string[];
  place?: Partial<Place>;
  notes?: Record<string, NotePlaces>;
  first: 'Alpha' | 'Beta';
  evidence: Evidence | null;
  likeliest?: false;
}

const rows: Row[] = [
  { why: 'nothing: by name, and not called likely', first: 'Alpha', evidence: null, likeliest: false },
  {
    why: 'its handle stands beside the mention',
    b: ['$LINK', '@Beta'],
    place: { beside: ['@beta'], onPage: ['$link', '@beta'] },
    first: 'Beta',
    evidence: { kind: 'beside', text: '@Beta' },
  },
  {
    why: 'its handle stands elsewhere on the page',
    b: ['$LINK', '@Beta'],
    place: { onPage: ['$link', '@beta'] },
    first: 'Beta',
    evidence: { kind: 'page', text: '@Beta' },
  },
  {
    why: 'beside outweighs two others on the page',
    a: ['$LINK', '@Alpha', '#Alpha'],
    b: ['$LINK', '@Beta'],
    place: { beside: ['@beta'], onPage: ['@alpha', '#alpha', '@beta'] },
    first: 'Beta',
    evidence: { kind: 'beside', text: '@Beta' },
  },
  {
    why: 'more of it is on the page',
    a: ['$LINK', '@Alpha'],
    b: ['$LINK', '@Beta', '#Beta'],
    place: { onPage: ['@alpha', '@beta', '#beta'] },
    first: 'Beta',
    evidence: { kind: 'page', text: '@Beta' },
  },
  {
    why: 'a cashtag with what it is paid in speaks for the one without',
    b: ['$LINK', '$BETA'],
    place: { onPage: ['$beta-usd'] },
    first: 'Beta',
    evidence: { kind: 'page', text: '$BETA' },
  },
  {
    why: 'what both have says nothing, nor does the mention itself',
    a: ['$LINK', '#LINK'],
    b: ['$LINK', '#LINK'],
    place: { beside: ['#link', '$link'], onPage: ['#link', '$link'] },
    first: 'Alpha',
    evidence: null,
    likeliest: false,
  },
  {
    why: 'an alias that is tied to another site is not it here',
    b: ['$LINK', '@Beta on reddit.com'],
    place: { onPage: ['@beta'] },
    first: 'Alpha',
    evidence: null,
    likeliest: false,
  },
  {
    why: 'another alias of it is tied to this site',
    b: ['$LINK', '$BET on x.com'],
    first: 'Beta',
    evidence: { kind: 'tied', text: '$BET' },
  },
  {
    why: 'notes of it come from this site',
    notes: { Alpha: places('2026-02-01', { 'reddit.com': 9 }), Beta: places('2026-01-01', { 'x.com': 2 }) },
    first: 'Beta',
    evidence: { kind: 'noted', notes: 2 },
  },
  {
    why: 'more notes of it come from this site',
    notes: { Alpha: places('2026-02-01', { 'x.com': 1 }), Beta: places('2026-01-01', { 'x.com': 2 }) },
    first: 'Beta',
    evidence: { kind: 'noted', notes: 2 },
  },
  {
    why: 'the user chose it on another site',
    b: ['$LINK', '$LINK on reddit.com'],
    first: 'Beta',
    evidence: { kind: 'chosen', site: 'reddit.com' },
  },
  {
    why: 'the newest note is of it',
    notes: { Alpha: places('2026-01-01'), Beta: places('2026-01-02') },
    first: 'Beta',
    evidence: { kind: 'newest', date: '2026-01-02T00:00:00.000Z' },
  },
  {
    why: 'where there is no site, no notes come from it',
    place: { site: '' },
    notes: { Beta: places('2026-01-01', { '': 3 }) },
    first: 'Beta',
    evidence: { kind: 'newest', date: '2026-01-01T00:00:00.000Z' },
  },
];

describe('which of two projects with $LINK comes first', () => {
  test.each(rows)('$why', ({ a, b, place, notes = {}, first, evidence, likeliest = true }) => {
    const meant = [project('Alpha', a ?? ['$LINK']), project('Beta', b ?? ['$LINK'])];
    for (const order of [meant, meant.toReversed()]) {
      const likely = likelyMeanings(order, { ...onX, ...place }, new Map(Object.entries(notes)));
      expect(likely[0]).toMatchObject({ id: first, evidence, likeliest });
      expect(likely[1]!.likeliest).toBe(false);
    }
  });

  test('without evidence, the one with more notes', () => {
    const meant = [project('Alpha', ['$LINK']), project('Beta', ['$LINK'], 4)];
    expect(likelyMeanings(meant, onX, new Map()).map(({ id }) => id)).toEqual(['Beta', 'Alpha']);
  });

  test('each of three has its own reason', () => {
    const meant = [
      project('Alpha', ['$LINK', '$LINK on reddit.com']),
      project('Beta', ['$LINK', '@Beta']),
      project('Gamma', ['$LINK']),
    ];
    const likely = likelyMeanings(meant, { ...onX, onPage: ['@beta'] }, new Map());
    expect(likely.map(({ id, evidence }) => [id, evidence?.kind])).toEqual([
      ['Beta', 'page'],
      ['Alpha', 'chosen'],
      ['Gamma', undefined],
    ]);
  });
});
