import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteKey } from '../../../lib/library/keys.ts';
import { parseNote } from '../../../lib/library/parse.ts';

const id = 'note-0001';
const date = '2026-03-01T10:00:00.000Z';
const stored = (url: unknown) => ({
  [noteKey(id)]: {
    id,
    projectId: 'project-0001',
    kind: { type: 'note' },
    body: 'Seen',
    source: { url, title: '', quote: '', author: null, date },
    createdAt: date,
    updatedAt: date,
    trashedAt: null,
  },
});

test('a note of the store with an address on the web is read', () => {
  expect(parseNote(stored('https://example.org/#a'), id).ok).toBe(true);
});

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'http://',
  'https://exa mple.org/',
  'example.org',
  '',
  null,
  7,
])('one with %j is damaged, and is not shown', (url) => {
  expect(parseNote(stored(url), id)).toMatchObject({ ok: false, error: { code: 'damaged' } });
});

test('whatever is read as a source leads to the web', () => {
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('http:', 'https:', 'HTTP://', 'javascript:'), fc.string())
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(address, (url) => {
      const note = parseNote(stored(url), id);
      if (note.ok) expect(new URL(note.value.source?.url ?? '').protocol).toMatch(/^https?:$/);
    }),
    { numRuns: 2_000 },
  );
});
