import { describe, expect, test } from 'vitest';
import type { Command } from '../../../lib/library/command.ts';
import { withoutPrivateSource } from '../../../lib/library/private-source.ts';
import { importInto } from './random-commands.ts';
import { sample, sealed } from './sample-export.ts';

const source = (url: string) => ({
  url,
  title: 'A post',
  quote: 'Who checks?',
  author: null,
  date: '2026-03-01T10:00:00.000Z',
});
const noted = (projectId: string, url: string): Extract<Command, { type: 'add-note' }> => ({
  type: 'add-note',
  projectId,
  kind: { type: 'note' },
  body: 'Seen',
  source: source(url),
});
const raw = 'https://mara:pw@example.org/p?id=7&utm_source=mail&token=hunter2#access_token=hunter2';

describe('the source of a note', () => {
  test('is stored clean, whatever a surface sends', () => {
    const { store, first } = sample();
    store.must(noted(first, raw));
    const kept = store.library().notes.find(({ body }) => body === 'Seen');
    expect(kept?.source).toEqual(source('https://example.org/p?id=7'));
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'x', ''])(
    'is refused as %s',
    (url) => {
      const { store, first } = sample();
      expect(store.run(noted(first, url))).toMatchObject({ ok: false, error: { code: 'bad-command' } });
    },
  );

  test('has no fields of its own making', () => {
    const { store, first } = sample();
    const command = noted(first, raw);
    const more = { ...command, source: { ...command.source, html: '<b>' } } as typeof command;
    expect(store.run(more)).toMatchObject({ ok: false, error: { code: 'bad-command' } });
  });

  test('stays to the letter in an import, but on the web', () => {
    const { store, document } = sample();
    const text = sealed(document, ({ notes }) => {
      Object.assign(notes[0]!, { source: source(raw), updatedAt: '2030-01-01T00:00:00.000Z' });
      Object.assign(notes[1]!, {
        source: source('javascript:alert(1)'),
        updatedAt: '2030-01-01T00:00:00.000Z',
      });
    });
    importInto(store, text);
    expect(store.library().notes.map((note) => note.source?.url)).toEqual(
      document.notes.map((_, at) => (at === 0 ? raw : undefined)),
    );
  });
});

describe('from a private window', () => {
  const command = noted('project-1', 'https://example.org/');
  test('a note keeps no page', () => {
    expect(withoutPrivateSource({ op: 'op-00001', command }).command).toEqual({ ...command, source: null });
  });
  test('a note keeps the page that was asked for', () => {
    const asked = { op: 'op-00001', command: { ...command, keepPrivate: true } as const };
    expect(withoutPrivateSource(asked)).toEqual(asked);
  });
  test('other commands are as they were', () => {
    const paused = { op: 'op-00001', command: { type: 'pause', on: true } as const };
    expect(withoutPrivateSource(paused)).toEqual(paused);
  });
});
