import './browser.ts';
import { describe, expect, test } from 'vitest';
import type { CountedMention } from '../../../lib/library/page-report.ts';
import type { IndexEntry, Settings } from '../../../lib/library/schema.ts';
import { aliasTable } from '../../../lib/mentions/resolve.ts';
import { pageProjects } from '../../../lib/state/page-projects.ts';

const project = (aliases: string[], change: Partial<IndexEntry> = {}): IndexEntry => ({
  name: aliases[0] ?? '',
  status: null,
  aliases: aliases.map((text) => ({ text, site: null })),
  notes: 0,
  updatedAt: '2026-01-01T00:00:00.000Z',
  trashedAt: null,
  ...change,
});
const mention = (text: string, count: number, strength: 'strong' | 'weak' = 'strong'): CountedMention => ({
  key: text.toLowerCase(),
  text,
  kind: text.startsWith('$') ? 'cashtag' : text.startsWith('@') ? 'handle' : 'hashtag',
  strength,
  count,
});

function sorted(
  mentions: CountedMention[],
  projects: Record<string, IndexEntry>,
  ignored: Settings['ignored'] = [],
) {
  const table = aliasTable(Object.entries(projects).map(([id, { aliases }]) => ({ id, aliases })));
  const page = { site: 'x.com', private: false, mentions };
  const found = pageProjects(page, table, projects, { ignored, weakSites: [] });
  const keys = (groups: { key: string }[]) => groups.map(({ key }) => key);
  return {
    known: found.known.map(({ id, count }) => `${id}×${count}`),
    shared: keys(found.shared),
    unknown: keys(found.unknown),
    ignored: keys(found.ignored),
  };
}
const nothing = { known: [], shared: [], unknown: [], ignored: [] };

describe('pageProjects', () => {
  const opg = { opengradient: project(['$OPG', '#OPG', '@OpenGradient']) };

  test('three aliases of one project are one row with their counts added', () => {
    const page = [mention('$OPG', 2), mention('#OPG', 2), mention('@OpenGradient', 2)];
    expect(sorted(page, opg)).toEqual({ ...nothing, known: ['opengradient×6'] });
  });

  test('unknown ones that differ only in the sigil are one row', () => {
    expect(sorted([mention('$TAO', 1), mention('#TAO', 1)], {})).toEqual({ ...nothing, unknown: ['$tao'] });
  });

  test('a weak mention shows only when the library knows it', () => {
    const page = [mention('$opg', 1, 'weak'), mention('$pep', 1, 'weak')];
    expect(sorted(page, opg)).toEqual({ ...nothing, known: ['opengradient×1'] });
  });

  test.each([
    ['only to what it paints anyway', [], false, ['@opengradient']],
    ['to weak ones too where the user allowed that', ['x.com'], false, ['$opg', '@opengradient']],
    ['not where they allowed it elsewhere', ['other.example'], false, ['@opengradient']],
    ['not in a private window', ['x.com'], true, ['@opengradient']],
  ])('a row leads the page %s', (_, weakSites, isPrivate, keys) => {
    const mentions = [mention('$opg', 1, 'weak'), mention('@OpenGradient', 2)];
    const table = aliasTable([{ id: 'opengradient', aliases: opg.opengradient.aliases }]);
    const page = { site: 'x.com', private: isPrivate, mentions };
    const [row] = pageProjects(page, table, opg, { ignored: [], weakSites }).known;
    expect(row?.mentions.map(({ key }) => key)).toEqual(keys);
    expect(row?.count).toBe(3);
  });

  test('the same word under two sigils is asked about twice where other projects have it', () => {
    const three = {
      one: project(['$OPG']),
      two: project(['$OPG', '#OPG', '@OPG']),
      three: project(['#OPG', '@OPG']),
    };
    const page = [mention('$OPG', 3), mention('#OPG', 2), mention('@OPG', 1)];
    expect(sorted(page, three)).toEqual({ ...nothing, shared: ['$opg', '#opg'] });
  });

  test('a weak mention that is ignored is listed, known or not: there is no other way back', () => {
    const page = [mention('$opg', 1, 'weak'), mention('$pep', 1, 'weak'), mention('$zip', 1, 'weak')];
    const rules = ['$opg', '$pep'].map((key) => ({ key, site: 'x.com' }));
    expect(sorted(page, opg, rules)).toEqual({ ...nothing, ignored: ['$opg', '$pep'] });
  });

  test('an alias that two projects share is asked about, not guessed', () => {
    const both = { one: project(['$OPG']), two: project(['$OPG']) };
    expect(sorted([mention('$OPG', 1)], both)).toEqual({ ...nothing, shared: ['$opg'] });
  });

  test('a project in the trash is unknown to the page', () => {
    const trashed = { opengradient: project(['$OPG'], { trashedAt: '2026-01-02T00:00:00.000Z' }) };
    expect(sorted([mention('$OPG', 1)], trashed)).toEqual({ ...nothing, unknown: ['$opg'] });
  });

  test('ignored here or everywhere is set apart; ignored on another site is not', () => {
    const page = [mention('$A', 1), mention('$B', 1), mention('$C', 1)];
    const rules = [
      { key: '$a', site: 'x.com' },
      { key: '$b', site: null },
      { key: '$c', site: 'other.example' },
    ];
    expect(sorted(page, {}, rules)).toEqual({ ...nothing, unknown: ['$c'], ignored: ['$a', '$b'] });
  });

  test('an ignored known mention is under ignored, also with its suffix, so that there is a way back', () => {
    const page = [mention('$OPG', 1), mention('@OpenGradient', 2), mention('$TAO-USD', 1)];
    const rules = [
      { key: '$opg', site: null },
      { key: '$tao', site: 'x.com' },
    ];
    expect(sorted(page, opg, rules)).toEqual({
      ...nothing,
      known: ['opengradient×2'],
      ignored: ['$opg', '$tao-usd'],
    });
  });

  test('an ignored alias that projects share is not asked about', () => {
    const both = { one: project(['$OPG']), two: project(['$OPG']) };
    expect(sorted([mention('$OPG', 1)], both, [{ key: '$opg', site: null }])).toEqual({
      ...nothing,
      ignored: ['$opg'],
    });
  });

  test('the most mentioned comes first', () => {
    expect(sorted([mention('$A', 1), mention('$B', 3)], {}).unknown).toEqual(['$b', '$a']);
  });
});
