import { expect, test } from 'vitest';
import { noteSource } from '../../../components/card/note-source.ts';
import { Source } from '../../../lib/library/schema.ts';
import type { ShowMention } from '../../../lib/mentions/card-talk.ts';

const now = '2026-03-01T10:00:00.000Z';
const on = (url: string, title = 'A post', quote = 'Who checks?'): ShowMention => ({
  type: 'show',
  mention: { key: '$opg', text: '$OPG', kind: 'cashtag', strength: 'strong' },
  beside: [],
  onPage: [],
  site: 'x.com',
  source: { url, title, quote },
  theme: 'light',
});

test('a page of the web is kept with title, quote and date', () => {
  expect(noteSource(on('https://x.com/mara/status/1'), now)).toEqual({
    url: 'https://x.com/mara/status/1',
    title: 'A post',
    quote: 'Who checks?',
    author: null,
    date: now,
  });
});

test('a title and a quote of any length fit', () => {
  const source = noteSource(on('http://example.org/', 't'.repeat(5_000), 'q'.repeat(9_000)), now);
  expect(Source.safeParse(source).success).toBe(true);
});

test('a title and a quote that are cut end with a whole character', () => {
  const source = noteSource(on('http://example.org/', `t${'😀'.repeat(500)}`, `q${'😀'.repeat(2_000)}`), now);
  expect(source).toMatchObject({ title: `t${'😀'.repeat(499)}`, quote: `q${'😀'.repeat(1_999)}` });
  const whole = noteSource(on('http://example.org/', 'A 😀', 'B 😀'), now);
  expect(whole).toMatchObject({ title: 'A 😀', quote: 'B 😀' });
});

test.each([
  ['Underline’s own welcome page', 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/welcome.html'],
  ['the same in Firefox', 'moz-extension://0b1c2d3e-0000-4000-8000-000000000000/welcome.html'],
  ['a file', 'file:///home/mara/notes.html'],
  ['a frame without an address', 'about:srcdoc'],
  ['a blob', 'blob:https://x.com/0b1c2d3e'],
  ['an address too long to keep', `https://x.com/${'a'.repeat(4_000)}`],
  ['nothing', ''],
])('%s is no source', (_, url) => {
  expect(noteSource(on(url), now)).toBeNull();
});
