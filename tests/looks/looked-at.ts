import { emptyBase } from '../../lib/library/empty.ts';
import { indexOf } from '../../lib/library/index-of.ts';
import { noteKey, projectKey } from '../../lib/library/keys.ts';
import { tallyOf } from '../../lib/library/manifest.ts';
import type { Note, NoteKind, Settings, Status, StoredProject } from '../../lib/library/schema.ts';

/** What every surface takes for now. Far ahead, so that the background's own clock never finds a trash that is due. */
export const now = new Date('2030-05-14T12:00:00.000Z');

/** Noon of a day in the weeks before `now`: the same day in every time zone that people test in. */
const day = (text: string): string => new Date(`2030-${text}T12:00:00.000Z`).toISOString();

interface Kept {
  name: string;
  aliases: string[];
  tags?: string[];
  status?: Status;
  thesis?: string;
  trashed?: string;
  notes?: { on: string; kind?: NoteKind; body: string; quote?: string; trashed?: string }[];
}

const open: NoteKind = { type: 'question', answer: 'open' };
const answered: NoteKind = { type: 'question', answer: 'answered' };
const supports: NoteKind = { type: 'evidence', bearing: 'supports' };
const contradicts: NoteKind = { type: 'evidence', bearing: 'contradicts' };

const kept: Kept[] = [
  {
    name: 'OpenGradient',
    aliases: ['$OPG', '#OPG', '@OpenGradient'],
    tags: ['inference', 'proofs'],
    status: 'researching',
    thesis: 'Proofs get cheap enough that nobody asks whether a model ran, only who pays for the last mile.',
    notes: [
      { on: '04-11', kind: open, body: 'Who pays for the proofs when traffic is low?' },
      { on: '04-29', kind: answered, body: 'Is the prover open source? Yes, since March.' },
      {
        on: '05-06',
        kind: supports,
        body: 'Two teams outside the company run it in production.',
        quote: 'We moved our nightly jobs over in April and have not looked back.',
      },
      { on: '05-12', kind: contradicts, body: 'The proof came 40 minutes after the trade it was for.' },
    ],
  },
  {
    name: 'Render',
    aliases: ['$RNDR', '@rendernetwork'],
    status: 'watching',
    thesis: 'Idle graphics cards are worth more rendering than waiting.',
    notes: [{ on: '05-02', body: 'Ask how much of the work comes from one studio.' }],
  },
  {
    name: 'Bittensor',
    aliases: ['$TAO', '@opentensor'],
    tags: ['inference'],
    status: 'convinced',
    thesis: 'A market for models keeps working when its founders leave.',
    notes: [
      { on: '03-18', body: 'Subnets that nobody uses are switched off now.' },
      { on: '05-09', kind: supports, body: 'Fees paid by outsiders passed the rewards for the first time.' },
    ],
  },
  { name: 'Tao Lending', aliases: ['$TAO'], status: 'passed' },
  {
    name: 'Akash',
    aliases: ['$AKT', '@akashnet'],
    tags: ['compute'],
    status: 'passed',
    thesis: 'Cheaper is not enough.',
  },
  { name: 'Prime Intellect', aliases: ['@PrimeIntellect'], status: 'watching' },
  { name: 'Nous Research', aliases: ['@NousResearch'] },
  { name: 'Yesterday’s Chain', aliases: ['$YDAY'], status: 'passed', trashed: '05-01' },
];
// What is in the trash of a project that is kept.
kept[1]?.notes?.push({ on: '04-20', body: 'Heard it from somebody who sells it.', trashed: '05-10' });

const idOf = (name: string, at: number): string =>
  `project-${name.toLowerCase().replaceAll(/[^a-z]/g, '')}-${at}`;

function recordsOf(settings: Partial<Settings>, list: readonly Kept[]): Record<string, unknown> {
  const notes = list.flatMap(({ name, notes = [] }, at) =>
    notes.map(({ on, kind = { type: 'note' }, body, quote, trashed }, number): Note => {
      const source = quote && {
        url: 'https://example.org/mara/posts/three-questions',
        title: 'Three questions before I believe a roadmap',
        quote,
        author: 'Mara Lindqvist',
        date: day(on),
      };
      return {
        id: `note-of-${at}-${number}`,
        projectId: idOf(name, at),
        kind,
        body,
        source: source || null,
        createdAt: day(on),
        updatedAt: day(on),
        trashedAt: trashed ? day(trashed) : null,
      };
    }),
  );
  const projects = list.map(({ name, aliases, tags, status, thesis, trashed }, at): StoredProject => {
    const id = idOf(name, at);
    const own = notes.filter(({ projectId }) => projectId === id);
    const isOpen = ({ kind }: Note) => kind.type === 'question' && kind.answer === 'open';
    return {
      id,
      name,
      aliases: aliases.map((text) => ({ text, site: null })),
      ...(tags && { tags }),
      status: status ?? null,
      thesis: thesis ?? '',
      createdAt: day(`03-${10 + at}`),
      updatedAt: day(`04-${10 + at}`),
      trashedAt: trashed ? day(trashed) : null,
      notes: own.map(({ id }) => id).reverse(),
      openQuestions: own.filter((note) => note.trashedAt === null && isOpen(note)).map(({ id }) => id),
    };
  });
  return {
    ...Object.fromEntries(projects.map((project) => [projectKey(project.id), project])),
    ...Object.fromEntries(notes.map((note) => [noteKey(note.id), note])),
    index: indexOf(projects, notes),
    manifest: { ...emptyBase.manifest, generation: 1, ...tallyOf(projects, notes) },
    settings: { ...emptyBase.settings, ...settings },
    drafts: emptyBase.drafts,
    ops: emptyBase.operations,
  };
}

/** The libraries that the surfaces are looked at with, as the store holds them. */
export const libraries = {
  full: recordsOf({}, kept),
  empty: {},
  paused: recordsOf({ paused: true }, kept),
  off: recordsOf({ sitesOff: ['posts.test'] }, kept),
  damaged: { ...recordsOf({}, kept), index: 'garbage' },
} as const satisfies Record<string, Record<string, unknown>>;

/** Where the post stands. No such site is there: the test answers in its place. */
export const postUrl = 'https://posts.test/three-questions';

/** A post that names some of them, and two that are in no library. */
export const post = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <link rel="icon" href="data:,">
  <title>Three questions before I believe a roadmap</title>
  <style>
    :root { color-scheme: light dark; background: light-dark(#fff, #15181c); color: light-dark(#1d2129, #d9dde3) }
    body { font: 17px/1.6 var(--font-sans); max-width: 36rem; margin: 3rem auto; padding: 0 1rem }
    header { color: light-dark(#5b6472, #8d96a3); margin-bottom: 1.5rem }
  </style>
  <article>
    <header><strong>Mara Lindqvist</strong> · 9 h</header>
    <p>Another week, another chart of inference costs going down. It tells me nothing about who pays for the last mile.</p>
    <p>I asked $OPG and $RNDR the same three questions, and two of the answers were better than I expected.</p>
    <p>The people of $TAO sent a link to the roadmap.</p>
    <p>And $GRASS, by @exolabs, did not answer at all.</p>
    <p>Who would miss it? Developers say that they want open models. Most stay with the shortest quick-start page.</p>
    <p>$AKT is cheap, and cheap is not enough.</p>
  </article>
</html>`;
