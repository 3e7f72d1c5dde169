import './zod-jitless.ts';
import * as z from 'zod';
import { isAliasText } from '../mentions/alias.ts';
import {
  longestBody,
  longestDraft,
  longestEarlier,
  longestName,
  longestTag,
  longestThesis,
  mostEarlier,
  mostTags,
  tooLong,
} from './limits.ts';
import { version } from './migration-steps.ts';
import { t } from './text.ts';

/** Names the limit, wherever a text is longer than that. */
export const tooLongText = {
  error: ({ input, maximum }: { input?: unknown; maximum?: unknown }) =>
    // Asked of whatever has a length, also of what was refused before as no text.
    tooLong('it', typeof input === 'string' ? input.length : 0, Number(maximum)),
};

// A `$` of its own the browser would take for a place to fill in.
const notAlias = () => t('lib.misfit.alias', { cashtag: '$cashtag', handle: '@handle', hashtag: '#hashtag' });

/** Where a project stands on the watchlist; a project may also have none. */
export const statuses = ['watching', 'researching', 'convinced', 'passed'] as const;
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;

/** Ids are made by the writer; 21 URL-safe characters, never meaningful. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, { error: () => t('lib.misfit.id') })
  // `__proto__` or `toString` from a file would be found in every table that is keyed by id.
  .refine((id) => !(id in Object.prototype), { error: () => t('lib.misfit.reserved') });

/** ISO 8601 in UTC, to the millisecond exactly, so that the order of the texts is the order in time. */
export const Instant = z.iso.datetime({ precision: 3 });

/** A host name such as `x.com`; never a URL. */
export const Site = z.string().min(1).max(253);

/**
 * What a project is called on pages: a mention, a plain name, a domain or a contract's address. `text` is kept as written;
 * what it is, and its key (`$opg`), follow from it by `readAlias`.
 */
export const Alias = z.strictObject({
  text: z.string().max(300).refine(isAliasText, { error: notAlias }),
  site: Site.nullable(),
  /** A name that is looked for although it is an everyday word. */
  insist: z.exactOptional(z.literal(true)),
});
export type Alias = z.infer<typeof Alias>;

/** A short word of the user's own, kept as written. Two that have the same `tagKey` are one. */
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(longestTag, tooLongText)
  .refine((tag) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(tag), { error: () => t('lib.misfit.tag') });
export type Tag = z.infer<typeof Tag>;

const tags = z.array(Tag).max(mostTags);
const name = z.string().trim().min(1).max(longestName, tooLongText);
const thesis = z.string().max(longestThesis, tooLongText);
const body = z.string().trim().min(1).max(longestBody, tooLongText);
const aliases = z.array(Alias).max(200);

/** What the user keeps. `$OPG` = `#OPG` = `@OpenGradient` is one project. */
export const Project = z.strictObject({
  id: Id,
  name,
  aliases,
  /** As `tagsField` makes them; a project without any has none. */
  tags: z.exactOptional(tags),
  status: Status.nullable(),
  thesis,
  createdAt: Instant,
  updatedAt: Instant,
  trashedAt: Instant.nullable(),
});
export type Project = z.infer<typeof Project>;

/** Where a note was taken. */
export const Source = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(4_000),
  title: z.string().max(1_000),
  quote: z.string().max(4_000),
  author: z.string().max(300).nullable(),
  date: Instant,
});
export type Source = z.infer<typeof Source>;

/** What kind of entry a note is; only questions have an answer and only evidence has a bearing. */
export const NoteKind = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('note') }),
  z.strictObject({ type: z.literal('question'), answer: z.enum(['open', 'answered', 'dodged']) }),
  z.strictObject({ type: z.literal('evidence'), bearing: z.enum(['supports', 'contradicts']) }),
]);
export type NoteKind = z.infer<typeof NoteKind>;

/** How a note read before a change, and until when. */
export const EarlierWording = z.strictObject({ kind: NoteKind, body, until: Instant });
export type EarlierWording = z.infer<typeof EarlierWording>;

const lettersOf = (wordings: readonly EarlierWording[]): number =>
  wordings.reduce((sum, wording) => sum + wording.body.length, 0);

/** A dated entry of a project. */
export const Note = z.strictObject({
  id: Id,
  projectId: Id,
  kind: NoteKind,
  body,
  source: Source.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  trashedAt: Instant.nullable(),
  /** What it said before, the newest first; a note that was never changed has none. */
  earlier: z.exactOptional(
    z
      .array(EarlierWording)
      .max(mostEarlier)
      .refine((wordings) => lettersOf(wordings) <= longestEarlier, {
        error: () => t('lib.misfit.earlier', { most: longestEarlier }),
      }),
  ),
});
export type Note = z.infer<typeof Note>;

/** What can be told apart by the user when looking for mentions. */
const Kinds = z.strictObject({ cashtag: z.boolean(), handle: z.boolean(), hashtag: z.boolean() });

/** How strong the tint is behind mentions; it says nothing of what is known. */
export const tints = ['none', 'soft', 'strong'] as const;
/** The key to hold for the card to open under the pointer. */
export const modifiers = ['none', 'alt', 'ctrl', 'shift'] as const;

export const Settings = z.strictObject({
  /** How long the pointer rests on a mention before the card opens, in milliseconds. */
  dwellMs: z.int().min(100).max(3_000),
  /** Pause for all sites, for example while sharing the screen. */
  paused: z.boolean(),
  /** Sites on which Underline is off. */
  sitesOff: z.array(Site).max(10_000),
  /** Sites on which weak mentions of kept projects are painted too; settings and exports from before had none. */
  weakSites: z.array(Site).max(10_000).default([]),
  /** Mentions that open no card: alias keys, everywhere or on one site. */
  ignored: z.array(z.strictObject({ key: z.string().max(300), site: Site.nullable() })).max(10_000),
  /** The kinds of mentions that are looked for. What follows, settings and exports from before had not. */
  kinds: Kinds.default({ cashtag: true, handle: true, hashtag: true }),
  /** Underline runs on `sitesOn` alone. */
  onlyOn: z.boolean().default(false),
  sitesOn: z.array(Site).max(10_000).default([]),
  tint: z.enum(tints).default('soft'),
  /** Whether the underline that shows the status is drawn on pages. */
  markers: z.boolean().default(true),
  modifier: z.enum(modifiers).default('none'),
  /** Whether the toolbar icon says how many known projects the page has. */
  badge: z.boolean().default(true),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  dwellMs: 400,
  paused: false,
  sitesOff: [],
  weakSites: [],
  ignored: [],
  kinds: { cashtag: true, handle: true, hashtag: true },
  onlyOn: false,
  sitesOn: [],
  tint: 'soft',
  markers: true,
  modifier: 'none',
  badge: true,
};

/** A project as stored, with what follows from its notes, so that no read lists all keys. */
export const StoredProject = Project.extend({
  /** Newest first, trashed ones too. */
  notes: z.array(Id),
  /** Those that are open questions and not in the trash, oldest first. */
  openQuestions: z.array(Id),
});
export type StoredProject = z.infer<typeof StoredProject>;

/** What the index keeps of one project. */
export const IndexEntry = z.strictObject({
  name,
  status: Status.nullable(),
  aliases,
  tags: z.exactOptional(tags),
  /** Notes not in the trash. */
  notes: z.int().min(0),
  updatedAt: Instant,
  trashedAt: Instant.nullable(),
});
export type IndexEntry = z.infer<typeof IndexEntry>;

/** The small derived table that resolves aliases and lists the watchlist; written with every command. */
export const Index = z.strictObject({
  projects: z.record(Id, IndexEntry),
  /**
   * Ids of the newest notes of the whole library, newest first, trash left out: at least the newest 10, at most 50.
   */
  recent: z.array(Id).max(50),
  /** Notes in the trash and when they came there. Not known in a library from before: all of it must be read for that. */
  trash: z.exactOptional(z.record(Id, Instant)),
});
export type Index = z.infer<typeof Index>;

/** 128 bits, as lower-case hex. */
const digest = z.string().regex(/^[0-9a-f]{32}$/);

/** What start-up compares with the index, so that damage is noticed instead of shown as an empty library. */
export const Manifest = z.strictObject({
  schema: z.literal(version),
  /** Grows by one with every saved command. */
  generation: z.int().min(0),
  /** All records, those in the trash too. */
  counts: z.strictObject({ projects: z.int().min(0), notes: z.int().min(0) }),
  /** Exclusive or of the digests of all records, so that one command updates it without reading the rest. */
  checksum: digest,
  /** What the last export held; absent if there was none. */
  exported: z.exactOptional(z.strictObject({ generation: z.int().min(0), at: Instant })),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * The editor in which something is typed: a project's id for its new note; `note:`, `name:`, `thesis:`, `alias:` and `tag:` with
 * the id of what is changed; `keep:` and the mentions, or nothing, for a project that is not kept yet.
 */
export const DraftKey = z.union([
  Id,
  z.string().regex(/^(?:note|name|thesis|alias|tag):[A-Za-z0-9_-]{8,64}$/),
  z.string().regex(/^keep:.{0,1000}$/su),
]);

/** What is typed and not yet saved, by its editor. */
export const Drafts = z.record(DraftKey, z.string().max(longestDraft));
export type Drafts = z.infer<typeof Drafts>;

const replaced = <T extends z.ZodType>(record: T) =>
  z.array(
    z.strictObject({ id: Id, /** `null`: the import made it. */ before: record.nullable(), after: digest }),
  );

/** What an import or a merge replaced; `after` is the digest of what it put there, to notice what changed since. */
export const Undo = z.strictObject({
  projects: replaced(Project),
  notes: replaced(Note),
  settings: z.strictObject({ before: Settings, after: digest }).nullable(),
});
export type Undo = z.infer<typeof Undo>;
