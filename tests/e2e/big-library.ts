import type { BrowserContext, Frame, Page, Worker } from '@playwright/test';
import { partKeys } from '../../lib/extension/index-parts.ts';
import { emptyBase } from '../../lib/library/empty.ts';
import { indexOf } from '../../lib/library/index-of.ts';
import { noteKey, projectKey } from '../../lib/library/keys.ts';
import { tallyOf } from '../../lib/library/manifest.ts';
import type { Note, NoteKind, StoredProject } from '../../lib/library/schema.ts';
import { statuses } from '../../lib/library/schema.ts';
import { stopWorker } from './worker-events.ts';

const syllables =
  'ba ce di fo gu ka le mi no pu ra se ti vo xa ze lo mar ten gra cor vel lum nex fin tra'.split(' ');
const common =
  'the of and to in a is that for it as was with be by on not at are this have from or had an they which will all'.split(
    ' ',
  );
const kinds: NoteKind[] = [
  { type: 'note' },
  { type: 'question', answer: 'answered' },
  { type: 'evidence', bearing: 'supports' },
];

/** From 0 to 1, the same in each run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Twenty thousand words of two to four syllables, the first ones far more frequent than the last, as in any language. */
function writer(chance: () => number): { word(): string; sentence(words: number): string } {
  const of = (list: readonly string[]) => list[Math.floor(chance() * list.length)] ?? '';
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + Math.floor(chance() * 3) }, () => of(syllables)).join(''),
  );
  const word = () => words[Math.floor(words.length * chance() ** 4)] ?? '';
  return {
    word: () => of(words),
    sentence: (length) => Array.from({ length }, () => (chance() < 0.4 ? of(common) : word())).join(' '),
  };
}

/** How a project of `bigLibrary` is called: their order by name is their order by number. */
export const bigName = (at: number): string => `Project ${String(at).padStart(5, '0')}`;

/** The id of its project with this number. */
export const bigId = (at: number): string => `project-${String(at).padStart(5, '0')}`;

/**
 * A library as the store holds it, the same in each run: `projects` of them, by turns of each status and none, and `notes`
 * that are dealt out to them.
 */
export function bigLibrary(projects: number, notes: number): Record<string, unknown> {
  const chance = chances(7);
  const { word, sentence } = writer(chance);
  const instant = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();
  const keptNotes = Array.from({ length: notes }, (_, at): Note => {
    const createdAt = instant(at);
    return {
      id: `note-${String(at).padStart(6, '0')}`,
      projectId: bigId(at % projects),
      kind: kinds[at % kinds.length] ?? { type: 'note' },
      body: `${sentence(12 + Math.floor(chance() * 30))} ${at}th`,
      source:
        at % 2 === 0
          ? {
              url: `https://example.org/${at}`,
              title: sentence(6),
              quote: sentence(10),
              author: null,
              date: createdAt,
            }
          : null,
      createdAt,
      updatedAt: createdAt,
      trashedAt: null,
    };
  });
  const noteIds = Map.groupBy(keptNotes, ({ projectId }) => projectId);
  const keptProjects = Array.from({ length: projects }, (_, at): StoredProject => {
    const id = bigId(at);
    return {
      id,
      name: `${bigName(at)} ${word()}`,
      aliases: [`$T${at.toString(36)}`, `@${word()}${at}`].map((text) => ({ text, site: null })),
      status: statuses[at % (statuses.length + 1)] ?? null,
      thesis: sentence(15),
      createdAt: instant(at),
      updatedAt: instant(at),
      trashedAt: null,
      notes: (noteIds.get(id) ?? []).map((note) => note.id).reverse(),
      openQuestions: [],
    };
  });
  return recordsOf(keptProjects, keptNotes);
}

/** A library of these projects and notes, as the store holds it. */
export function recordsOf(projects: StoredProject[], notes: Note[]): Record<string, unknown> {
  return {
    ...Object.fromEntries(projects.map((project) => [projectKey(project.id), project])),
    ...Object.fromEntries(notes.map((note) => [noteKey(note.id), note])),
    index: indexOf(projects, notes),
    manifest: { ...emptyBase.manifest, generation: 1, ...tallyOf(projects, notes) },
    settings: emptyBase.settings,
    drafts: emptyBase.drafts,
    ops: emptyBase.operations,
  };
}

/** How many records are put in the store at a time: one step of sixty thousand takes minutes on a busy machine. */
const atOnce = 4_000;

/** Puts these records in the store, as they are; from the background, which hears of no change. */
export async function putRecords(worker: Worker, records: Record<string, unknown>): Promise<void> {
  const all = Object.entries(records);
  for (let from = 0; from < all.length; from += atOnce)
    await worker.evaluate(
      (some) => chrome.storage.local.set(some),
      Object.fromEntries(all.slice(from, from + atOnce)),
    );
}

/** Stops the background's worker, which knows the library as it was before `putRecords`; the next message starts it. */
export async function forgetLibrary(page: Page): Promise<void> {
  await stopWorker(page);
}

/** From now on each document of the context notes which keys it reads from the store. */
export async function countReads(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { storage } = (Reflect.get(globalThis, 'chrome') ?? {}) as Partial<typeof chrome>;
    const local = storage?.local;
    if (!local) return;
    const read: string[] = [];
    const get = local.get.bind(local);
    Object.assign(globalThis, { keysRead: read });
    const counting = (keys: unknown) => {
      read.push(...(Array.isArray(keys) ? keys : [JSON.stringify(keys)]));
      return (get as (keys: unknown) => unknown)(keys);
    };
    Object.assign(local, { get: counting });
  });
}

/** The keys that a document read so far, in order, after `countReads`; the index's as one. */
export const keysRead = async (document: Page | Frame): Promise<string[]> => {
  const keys: string[] = await document.evaluate(() => Reflect.get(globalThis, 'keysRead'));
  return keys.filter((key) => !partKeys.includes(key));
};

/** Ten thousand projects in the index, and the records of a few: the others are not read. */
export function indexOnly(): Record<string, unknown> {
  const all = Object.entries(bigLibrary(10_000, 60));
  return Object.fromEntries(
    all.filter(([key]) => !key.startsWith('project:') || key === `project:${bigId(9_999)}`),
  );
}
