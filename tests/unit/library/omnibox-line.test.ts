import '../words.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forOmnibox, omniboxContent, omniboxLine } from '../../../lib/library/omnibox-line.ts';

const project = (name: string, aliases: string[] = [], status: 'watching' | null = null) => ({
  id: 'project-1',
  name,
  aliases: aliases.map((text) => ({ text, site: null })),
  status,
  updatedAt: '',
  trashedAt: null,
});

test('a line tells name, three aliases and status, each in its own direction', () => {
  expect(omniboxLine(project('A', ['$A', '@a', '#a', '@b'], 'watching'))).toBe(
    '\u2068A\u2069 · \u2068$A\u2069 \u2068@a\u2069 \u2068#a\u2069 · Watching',
  );
  expect(omniboxLine(project('A'))).toBe('\u2068A\u2069');
});

test('signs of XML are escaped for a browser that reads it, and only for that', () => {
  const name = `<url>a</url> & "b" 'c'`;
  const line = forOmnibox(name, true);
  expect(line).toBe('&lt;url&gt;a&lt;/url&gt; &amp; &quot;b&quot; &apos;c&apos;');
  expect(forOmnibox(name, false)).toBe(name);
});

test('no name breaks a line: it is XML, without controls, halves of characters and overrides of direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const line = forOmnibox(omniboxLine(project(name)), true);
      expect(line.isWellFormed()).toBe(true);
      expect(line.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toMatch(
        /[&<>"'\p{Cc}\u202a-\u202e\u2066\u2067]/u,
      );
      expect([...line].filter((sign) => sign === '\u2068')).toHaveLength(1);
    }),
  );
});

test('lines of the same name are told apart', () => {
  const taken = new Set<string>();
  for (let i = 0; i < 3; i += 1) taken.add(omniboxContent(project('A', ['$A']), taken));
  expect([...taken]).toEqual(['A $A', 'A $A (2)', 'A $A (3)']);
});
