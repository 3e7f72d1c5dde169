import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Facts,
  filterProjects,
  isOpenFilter,
  type ListFilter,
  noFilter,
  sortedProjects,
} from '../../../lib/library/library-list.ts';
import { type Index, type IndexEntry, statuses } from '../../../lib/library/schema.ts';
import { tagKey } from '../../../lib/library/tags.ts';

const day = (at: number) => `2026-01-${String(at).padStart(2, '0')}T00:00:00.000Z`;
const entry = (name: string, aliases: string[], change: Partial<IndexEntry> = {}): IndexEntry => ({
  name,
  status: null,
  aliases: aliases.map((text) => ({ text, site: null })),
  notes: 0,
  updatedAt: day(1),
  trashedAt: null,
  ...change,
});
const indexOf = (projects: Record<string, IndexEntry>): Index => ({ projects, recent: [], trash: {} });

const index = indexOf({
  akash: entry('Akash', ['$AKT', '@akashnet_'], {
    status: 'watching',
    notes: 3,
    updatedAt: day(2),
    tags: ['compute', 'DePIN'],
  }),
  emile: entry('Émile', ['＄EML'], { status: 'watching', updatedAt: day(4) }),
  gone: entry('Gone', ['$GONE'], { trashedAt: day(3) }),
  render: entry('Render', ['#RNDR', 'rendernetwork.com'], {
    status: 'passed',
    notes: 7,
    tags: ['Compute'],
  }),
  zed: entry('Zed', ['Zed Labs', `0x${'a1'.repeat(20)}`], { updatedAt: day(3) }),
});
const facts: Facts = new Map([
  ['akash', { openQuestions: 2, createdAt: day(1) }],
  ['emile', { openQuestions: 0, createdAt: day(9) }],
  ['render', { openQuestions: 1, createdAt: day(5) }],
  ['zed', { openQuestions: 0, createdAt: day(7) }],
]);
const byName = sortedProjects(index, 'name', facts);
const filtered = (change: Partial<ListFilter>) => filterProjects(byName, { ...noFilter, ...change }, facts);
const idsOf = (change: Partial<ListFilter>) => filtered(change).projects.map(({ id }) => id);

describe('sortedProjects', () => {
  it.each([
    ['name', ['akash', 'emile', 'render', 'zed']],
    ['changed', ['emile', 'zed', 'akash', 'render']],
    ['kept', ['emile', 'zed', 'render', 'akash']],
    ['notes', ['render', 'akash', 'emile', 'zed']],
  ] as const)('by %s, without the trash', (order, wanted) => {
    expect(sortedProjects(index, order, facts).map(({ id }) => id)).toEqual(wanted);
  });

  it('knows an order before any record was read', () => {
    expect(sortedProjects(index, 'kept', new Map()).map(({ id }) => id)).toEqual([
      'akash',
      'emile',
      'render',
      'zed',
    ]);
  });
});

describe('filterProjects', () => {
  it.each<[string, Partial<ListFilter>, string[]]>([
    ['nothing', {}, ['akash', 'emile', 'render', 'zed']],
    ['a part of a name, in any case', { text: 'AKAS' }, ['akash']],
    ['a letter without its mark', { text: 'emi' }, ['emile']],
    ['an alias', { text: '@akashnet' }, ['akash']],
    ['a full-width alias, typed plain', { text: '$eml' }, ['emile']],
    ['words of name and alias, in any order', { text: '$akt aka' }, ['akash']],
    ['words that stand in different projects', { text: 'akash render' }, []],
    ['blanks alone', { text: '  ' }, ['akash', 'emile', 'render', 'zed']],
    ['one status', { statuses: ['watching'] }, ['akash', 'emile']],
    ['several statuses, none among them', { statuses: ['passed', null] }, ['render', 'zed']],
    ['open questions', { asks: true }, ['akash', 'render']],
    ['cashtags, full-width ones too', { form: 'cashtag' }, ['akash', 'emile']],
    ['handles', { form: 'handle' }, ['akash']],
    ['hashtags', { form: 'hashtag' }, ['render']],
    ['names', { form: 'name' }, ['zed']],
    ['domains', { form: 'domain' }, ['render']],
    ['addresses', { form: 'address' }, ['zed']],
    ['a tag, however it is written', { tags: ['compute'] }, ['akash', 'render']],
    ['several tags: all of them', { tags: ['compute', 'depin'] }, ['akash']],
    ['a tag that none has', { tags: ['compute', 'none'] }, []],
    ['a tag as text', { text: 'depi' }, ['akash']],
    ['a tag and a status', { tags: ['compute'], statuses: ['passed'] }, ['render']],
    ['a tag and open questions', { tags: ['compute'], asks: true }, ['akash', 'render']],
    ['all at once', { text: 'a', statuses: ['watching'], asks: true, form: 'cashtag' }, ['akash']],
  ])('by %s', (_, change, wanted) => {
    expect(idsOf(change)).toEqual(wanted);
    expect(isOpenFilter({ ...noFilter, ...change })).toBe(wanted.length === byName.length);
  });

  it('counts each choice as if only the other filters were set', () => {
    const { counts } = filtered({ statuses: ['watching'], asks: true });
    expect([...counts.status]).toEqual([
      ['watching', 1],
      ['passed', 1],
    ]);
    expect(counts.asks).toBe(1);
    expect(Object.fromEntries(counts.form)).toEqual({ cashtag: 1, handle: 1 });
    expect(Object.fromEntries(counts.tag)).toEqual({ compute: 1, depin: 1 });
  });

  it('finds a project by its new name, though its aliases stayed the same', () => {
    const [akash] = byName;
    const renamed = byName.map((project) => (project === akash ? { ...project, name: 'Nebula' } : project));
    const found = filterProjects(renamed, { ...noFilter, text: 'nebula' }, facts);
    expect(found.projects.map(({ id }) => id)).toEqual(['akash']);
  });

  it('finds a project by its new tag, though its aliases stayed the same', () => {
    const [akash] = byName;
    const tagged = byName.map((project) =>
      project === akash ? { ...project, tags: ['__proto__'] } : project,
    );
    const found = filterProjects(tagged, { ...noFilter, tags: ['__proto__'] }, facts);
    expect(found.projects.map(({ id }) => id)).toEqual(['akash']);
    expect([...found.counts.tag]).toEqual([['__proto__', 1]]);
  });

  it('tells by a choice’s count how many choosing it alone would show', () => {
    const projects = fc.array(
      fc.record({
        name: fc.constantFrom('Akash', 'Render', 'Opa'),
        alias: fc.constantFrom('$A', '@bob', 'Some name', 'a.com'),
        status: fc.constantFrom(...statuses, null),
        questions: fc.nat(1),
        tags: fc.subarray(['DeFi', 'l2', '__proto__']),
      }),
      { maxLength: 12 },
    );
    const filters = fc.record({
      text: fc.constantFrom('', 'a', '@bob', 'r'),
      statuses: fc.subarray([...statuses, null]),
      tags: fc.subarray(['defi', 'l2'], { maxLength: 1 }),
      asks: fc.boolean(),
      form: fc.constantFrom('cashtag' as const, 'handle' as const, null),
    });
    fc.assert(
      fc.property(projects, filters, (made, filter) => {
        const all = indexOf(
          Object.fromEntries(
            made.map(({ name, alias, status, tags }, at) => [
              `id-${at}-long`,
              entry(name, [alias], { status, ...(tags.length > 0 && { tags }) }),
            ]),
          ),
        );
        const asked: Facts = new Map(
          made.map(({ questions }, at) => [`id-${at}-long`, { openQuestions: questions, createdAt: day(1) }]),
        );
        const sorted = sortedProjects(all, 'name', asked);
        const shown = (change: Partial<ListFilter>) =>
          filterProjects(sorted, { ...filter, ...change }, asked).projects.length;
        const { counts } = filterProjects(sorted, filter, asked);
        for (const status of [...statuses, null])
          expect(counts.status.get(status) ?? 0).toBe(shown({ statuses: [status] }));
        expect(counts.asks).toBe(shown({ asks: true }));
        for (const key of ['DeFi', 'l2', '__proto__'].map(tagKey))
          expect(counts.tag.get(key) ?? 0).toBe(shown({ tags: [...filter.tags, key] }));
        for (const form of ['cashtag', 'handle', 'name', 'domain'] as const)
          expect(counts.form.get(form) ?? 0).toBe(shown({ form }));
      }),
    );
  });

  it('looks at each project once, however many there are', () => {
    let looks = 0;
    const counted = byName.map((project) => ({
      ...project,
      get status() {
        looks += 1;
        return project.status;
      },
    }));
    filterProjects(counted, { ...noFilter, statuses: ['watching'] }, facts);
    expect(looks).toBeLessThanOrEqual(2 * byName.length);
  });
});
