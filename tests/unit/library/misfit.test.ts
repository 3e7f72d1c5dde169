import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { Envelope } from '../../../lib/library/command.ts';
import { misfit } from '../../../lib/library/misfit.ts';
import { Alias, Drafts, Id, Instant, Note, Project, Settings, Source } from '../../../lib/library/schema.ts';

const at = '2026-03-01T12:00:00.000Z';
const note = {
  id: 'note-0001',
  projectId: 'project-0001',
  kind: { type: 'note' },
  body: 'Seen',
  source: null,
  createdAt: at,
  updatedAt: at,
  trashedAt: null,
};
const source = { url: 'https://example.org/', title: '', quote: '', author: null, date: at };
const settings = { dwellMs: 400, paused: false, sitesOff: [], ignored: [] };

const rows: [schema: z.ZodType, value: unknown, place: string, reason: string][] = [
  [Note, { ...note, body: undefined }, 'body', 'is missing'],
  [Note, { ...note, kind: undefined }, 'kind', 'is missing'],
  [Note, { ...note, body: 7 }, 'body', 'must be text'],
  [Note, { ...note, body: null }, 'body', 'must be text'],
  // A length is asked of whatever has one, and no text can be made of these.
  [Note, { ...note, body: { length: 1e9, toString: '' } }, 'body', 'must be text'],
  [Project.shape.name, new Array(201).fill({ toString: '' }), '', 'must be text'],
  [Note, { ...note, body: ' ' }, 'body', 'must not be empty'],
  [Note, { ...note, kind: { type: 'rumour' } }, 'kind.type', 'is not a known value'],
  [Note, { ...note, kind: {} }, 'kind.type', 'is not a known value'],
  [Note, 'text', '', 'must be a record'],
  [Note, [], '', 'must be a record'],
  [Note, { ...note, rank: 1 }, '', 'has a field that is not known: "rank"'],
  [Note, { ...note, rank: 1, '<b>': 2 }, '', 'has 2 fields that are not known: "rank", "<b>"'],
  [Note, { ...note, id: 'a b' }, 'id', 'must be an id of 8 to 64 letters, digits, _ or -'],
  [Note, { ...note, id: 'hasOwnProperty' }, 'id', 'must not be a name that every object has'],
  [Note, { ...note, createdAt: 'today' }, 'createdAt', `must be a date and time such as ${at}`],
  [Note, { ...note, createdAt: 1 }, 'createdAt', 'must be text'],
  [
    Note,
    { ...note, source: { ...source, url: 'javascript:alert(1)' } },
    'source.url',
    'must be an address on the web',
  ],
  [Source, { ...source, title: 'x'.repeat(1_001) }, 'title', 'must have at most 1,000 characters'],
  [Project.shape.status, 'rumoured', '', 'must be one of "watching", "researching", "convinced", "passed"'],
  [Project.shape.aliases, 'all', '', 'must be a list'],
  [
    Project.shape.aliases,
    new Array(201).fill({ text: '$OPG', site: null }),
    '',
    'must have at most 200 entries',
  ],
  [Project.shape.name, 'x'.repeat(201), '', 'it is 201 characters long. It can have 200: shorten it.'],
  [
    Alias,
    { text: '$100', site: null },
    'text',
    'must be a $cashtag, @handle or #hashtag, or a name, a domain or an address',
  ],
  [Alias, { text: '$OPG', site: null, insist: false }, 'insist', 'must be true'],
  [Settings, { ...settings, dwellMs: 1 }, 'dwellMs', 'must be at least 100'],
  [Settings, { ...settings, dwellMs: 9_999 }, 'dwellMs', 'must be at most 3,000'],
  [Settings, { ...settings, dwellMs: 400.5 }, 'dwellMs', 'must be a whole number'],
  [Settings, { ...settings, dwellMs: '400' }, 'dwellMs', 'must be a number'],
  [Settings, { ...settings, paused: 'no' }, 'paused', 'must be true or false'],
  [Settings, { ...settings, sitesOff: [7] }, 'sitesOff[0]', 'must be text'],
  [Drafts, { nobody: 'x' }, 'nobody', 'is not a known value'],
  [Envelope, { op: 'op-00001', command: { type: 'fly' } }, 'command.type', 'is not a known value'],
  [
    Envelope,
    { op: 'op-00001', command: { type: 'ignore-mention', key: '$', site: null } },
    'command.key',
    'must have at least 2 characters',
  ],
];

describe('what does not fit its schema', () => {
  it.each(rows)('is said in plain words (%#)', (schema, value, place, reason) => {
    const parsed = schema.safeParse(value);
    expect(misfit(parsed.error!, [])).toEqual({ place, reason });
  });

  it('is placed where it stands in a file', () => {
    expect(misfit(Note.safeParse({ ...note, body: 7 }).error!, ['notes', 3]).place).toBe('notes[3].body');
  });

  it.each([Id, Instant, Alias, Note, Project, Settings, Source, Envelope])(
    'never speaks in the words of zod (%#)',
    (schema) => {
      for (const value of [undefined, null, 7, 'x', [], {}, true, Number.NaN])
        for (const { message } of schema.safeParse(value).error?.issues ?? [])
          expect(message).not.toMatch(/invalid|expected|lib\./i);
    },
  );
});
