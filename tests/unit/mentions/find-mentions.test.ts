import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isAliasText, mentionKey } from '../../../lib/mentions/alias.ts';
import { findMentions } from '../../../lib/mentions/find-mentions.ts';
import type { Profile } from '../../../lib/mentions/mention.ts';
import type { HandleForm } from '../../../lib/mentions/sites.ts';
import { worked } from '../worked.ts';

// A busy machine may take its time; what is checked below is processor time.
vi.setConfig({ testTimeout: 60_000 });

interface Row {
  text: string;
  /** `web` where it is left out. */
  profile?: Profile;
  /** Texts in order; weak ones in an object. */
  mentions: (string | { weak: string })[];
  why: string;
}

const fixtures = new URL('../../fixtures/mentions/', import.meta.url);

describe.each(readdirSync(fixtures))('%s', (file) => {
  const rows: Row[] = JSON.parse(readFileSync(new URL(file, fixtures), 'utf8'));
  test.each(rows)('$why: $text', ({ text, profile = 'web', mentions }) => {
    const found = findMentions(text, profile).map((mention) =>
      mention.strength === 'weak' ? { weak: mention.text } : mention.text,
    );
    expect(found).toEqual(mentions);
  });
});

/** Text of the pieces that detection has to tell apart. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '$',
        '@',
        '#',
        '＄',
        '＠',
        '＃',
        'OPG',
        'opg',
        'x',
        '1',
        '.',
        '-',
        '_',
        '/',
        ' ',
        '\n',
        ':',
        '://',
      ),
      fc.constantFrom(
        '.com',
        '.social',
        'é',
        '会',
        '👍',
        '\ufe0f',
        '\u200d',
        '\u202e',
        '\u0301',
        '(',
        ')',
        ';',
        '=>',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const profiles = fc.constantFrom<Profile>('x', 'web');

test('every span lies in the text, holds its words, and starts where the one before has ended', () => {
  fc.assert(
    fc.property(pieces, profiles, (text, profile) => {
      let last = 0;
      for (const mention of findMentions(text, profile)) {
        expect(mention.start).toBeGreaterThanOrEqual(last);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        last = mention.end;
      }
    }),
    { numRuns: 3_000 },
  );
});

test('every mention can be kept as an alias', () => {
  fc.assert(
    fc.property(pieces, profiles, (text, profile) => {
      for (const mention of findMentions(text, profile))
        expect([mention.text, isAliasText(mention.text)]).toEqual([mention.text, true]);
    }),
    { numRuns: 3_000 },
  );
});

test('every mention has a key, however the site writes its handles', () => {
  const forms = fc.constantFrom<HandleForm>('any', 'plain', 'hyphens', 'dots');
  fc.assert(
    fc.property(pieces, forms, (text, form) => {
      for (const mention of findMentions(text, 'web', form))
        expect([mention.text, mentionKey(mention.text)]).not.toContain(null);
    }),
    { numRuns: 3_000 },
  );
  expect(mentionKey('@jane.doe_x')).toBe('@jane.doe_x');
});

test('what follows in another line changes no span', () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const spans = (run: string) => findMentions(run, 'web').map(({ start, end }) => [start, end]);
      expect(spans(`${text}\nand so on`)).toEqual(spans(text));
    }),
  );
});

test('what stands before in another line moves every span and changes none', () => {
  fc.assert(
    fc.property(pieces, profiles, (text, profile) => {
      const spans = (run: string, from: number) =>
        findMentions(run, profile).map(({ start, end }) => [start - from, end - from]);
      expect(spans(`gm all\n${text}`, 7)).toEqual(spans(text, 0));
    }),
    { numRuns: 2_000 },
  );
});

/** What makes a careless pattern go back over the same text again and again. */
const adversaries = [
  '$',
  '@',
  '#',
  '$a',
  '@a',
  '#a',
  '#1',
  '$A',
  '@a.',
  '@a-',
  '@a@',
  'a.',
  'a.b/',
  'ab://',
  'http://$',
  'a@a.',
  '&a',
  '\u200d',
  '#\u200d',
  '\u202e$',
  '\u0301#',
  '\ud83d',
  '＃ｈ',
  '日',
  ' ',
  ';',
];

/** The least of several runs through so many copies of a text, in microseconds. */
function leastWork(text: string, profile: Profile, copies = 1): number {
  const runs = Array.from({ length: 3 }, () => {
    const before = worked();
    for (let i = 0; i < copies; i += 1) findMentions(text, profile);
    return worked() - before;
  });
  return Math.min(...runs);
}

describe.each(['x', 'web'] as const)('%s takes time linear in the text', (profile) => {
  test.each(adversaries)('%j', (unit) => {
    const text = (length: number) => `$OPG @${unit.repeat(length / unit.length)} /://@ #`;
    const [short, long] = [8_000, 128_000];
    // As much text in one and in sixteen: quadratic work would take sixteen times as long. Some milliseconds cover the first runs.
    const inParts = leastWork(text(short), profile, long / short);
    expect(leastWork(text(long), profile)).toBeLessThan(4 * (inParts + 4_000));
  });
});

test('what stands around is listened to once, however many doubtful cashtags there are', () => {
  const around = vi.fn(() => 'stocks '.repeat(1_000));
  expect(findMentions('$ab '.repeat(1_000), 'web', 'any', around)).toHaveLength(1_000);
  expect(around).toHaveBeenCalledTimes(1);
});

test.each(['@a', '#日', '＃ｈ'])('a million letters after a sigil overflow no stack: %s', (unit) => {
  const text = unit.charAt(0) + unit.slice(1).repeat(1_000_000);
  expect(findMentions(text, 'web')).toEqual([]);
  expect(findMentions(`https://x.com/${text} $OPG`, 'web')).toHaveLength(1);
});
