import { describe, expect, it } from 'vitest';
import type { Command } from '../../../lib/library/command.ts';
import { checksumOf } from '../../../lib/library/digest.ts';
import { damagedRecords } from '../../../lib/library/full-check.ts';
import { parseEnvelope } from '../../../lib/library/parse-envelope.ts';
import { libraryKeys } from '../../../lib/library/records-read.ts';
import { wellFormed } from '../../../lib/library/well-formed.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { importInto } from './random-commands.ts';
import { sample, sealed } from './sample-export.ts';

const half = '😀'.slice(0, 1);

/** How many records are not as the manifest says, where the browser stores text as Chromium does. */
function damagedInStore(store: MemoryStore): number {
  const stored = (keys: string[]) =>
    JSON.parse(JSON.stringify(store.get(keys)).replace(/\\ud83d/g, '\uFFFD'));
  const base = store.base();
  const projects = stored(libraryKeys(base.index, {}));
  return damagedRecords(base, { ...projects, ...stored(libraryKeys(base.index, projects)) });
}

describe('half of a character', () => {
  it('is replaced wherever it stands, and whole ones are not', () => {
    const odd = { a: `x${half}`, b: ['😀', { c: half }], d: 1, e: null, f: true };
    expect(wellFormed(odd)).toEqual({ a: 'x\uFFFD', b: ['😀', { c: '\uFFFD' }], d: 1, e: null, f: true });
    expect(wellFormed(JSON.parse('{"__proto__":{"polluted":true}}'))).not.toHaveProperty('polluted');
  });

  it.each<[string, (project: string) => Command]>([
    ['a note', (project) => note(project, `cut ${half}`)],
    ['a name', () => keep(`Cut ${half}`, '$CUT')],
    ['a thesis', (id) => ({ type: 'edit-project', id, thesis: `${half}cut` })],
    [
      'a quote',
      (projectId) => ({
        ...{ type: 'add-note', projectId, kind: { type: 'note' }, body: 'whole' },
        source: {
          url: 'https://example.org/',
          title: half,
          quote: `cut ${half}`,
          author: null,
          date: '2026-01-01T00:00:00.000Z',
        },
      }),
    ],
  ])('in %s is not what is saved: the manifest says what the browser keeps', (_, command) => {
    const store = new MemoryStore();
    const project = store.must(keep('OpenGradient', '$OPG'));
    store.must(command(project));
    expect([...store.stored.values()].join()).not.toContain('\\ud83d');
    expect(damagedInStore(store)).toBe(0);
  });

  it('in an alias makes it none', () => {
    expect(parseEnvelope({ op: 'op-000001', command: keep('Cut', `$${half}`) })).toMatchObject({
      ok: false,
      error: { code: 'bad-command' },
    });
  });

  it('in a file is replaced once its checksum was looked at', () => {
    const text = sealed(sample().document, ({ notes }) => Object.assign(notes[0]!, { body: `cut ${half}` }));
    expect(text).toContain('\\ud83d');
    const { projects, notes, settings, checksum } = JSON.parse(text);
    expect(checksumOf({ projects, notes, settings })).toBe(checksum);
    const store = new MemoryStore();
    expect(importInto(store, text)).not.toBeNull();
    expect(store.library().notes.map(({ body }) => body)).toContain('cut \uFFFD');
    expect(damagedInStore(store)).toBe(0);
    const exported = store.exported();
    expect(importInto(store, text)).not.toBeNull();
    expect(store.exported(), 'twice is once').toBe(exported);
  });

  it('is noticed by the probe where it is stored', () => {
    const store = new MemoryStore();
    const id = store.must(note(store.must(keep('OpenGradient', '$OPG')), 'cut 😀'));
    expect(damagedInStore(store)).toBe(0);
    store.stored.set(`note:${id}`, store.stored.get(`note:${id}`)!.replace('😀', '\\ud83d'));
    expect(damagedInStore(store)).toBeGreaterThan(0);
    expect(value(parseEnvelope({ op: 'op-000001', command: note('project-1', '😀') })).command).toMatchObject(
      {
        body: '😀',
      },
    );
  });
});
