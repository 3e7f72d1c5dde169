import './zod-jitless.ts';
import * as z from 'zod';
import { longestDraft, mostAtOnce } from './limits.ts';
import { sides } from './merge.ts';
import {
  Alias,
  DraftKey,
  Id,
  Instant,
  modifiers,
  Note,
  NoteKind,
  Project,
  Settings,
  Site,
  Status,
  Tag,
  tints,
  tooLongText,
} from './schema.ts';
import { TakenSource } from './taken-source.ts';

const { name, thesis } = Project.shape;
const aliases = Project.shape.aliases;
const { body } = Note.shape;
// More than a project can have: then it is told by its name.
const someTags = z.array(Tag).max(200);
const many = z.array(Id).min(1).max(mostAtOnce);

/** Everything that can change the library. Only the writer carries commands out. */
export const Command = z.discriminatedUnion('type', [
  /** Keep a new project. */
  z.strictObject({
    type: z.literal('keep-project'),
    name,
    aliases,
    status: Status.nullable(),
    thesis,
    /** The draft that it was made from is cleared in the same save. */
    draft: z.exactOptional(DraftKey),
  }),
  /** Replace what is given; the rest stays as it is stored, however old what the surface shows. */
  z.strictObject({
    type: z.literal('edit-project'),
    id: Id,
    name: z.exactOptional(name),
    thesis: z.exactOptional(thesis),
  }),
  /** Add those of the aliases that the project does not have. */
  z.strictObject({
    type: z.literal('add-aliases'),
    id: Id,
    aliases,
    /** What is left in the field that they were typed in: kept as its draft in the same save. */
    typed: z.exactOptional(z.string().max(longestDraft, tooLongText)),
  }),
  /** Remove those of the aliases that the project has, each by its text and site. */
  z.strictObject({ type: z.literal('remove-aliases'), id: Id, aliases }),
  /** On this site the alias means exactly these projects: they are tied to it for it, and no others. */
  z.strictObject({
    type: z.literal('tie-alias'),
    text: Alias.shape.text,
    site: Site,
    ids: z.array(Id).max(200),
  }),
  z.strictObject({ type: z.literal('set-status'), id: Id, status: Status.nullable() }),
  /**
   * Takes tags away and then adds tags, in one project or many, so that it is undone by the same. Those in the trash by then are
   * left out.
   */
  z.strictObject({
    type: z.literal('change-tags'),
    changes: z
      .array(
        z.strictObject({
          id: Id,
          add: someTags,
          remove: someTags,
          /** What is left in the field that they were typed in: kept as its draft in the same save. */
          typed: z.exactOptional(z.string().max(longestDraft, tooLongText)),
        }),
      )
      .min(1)
      .max(mostAtOnce),
  }),
  z.strictObject({ type: z.literal('trash-project'), id: Id }),
  z.strictObject({ type: z.literal('restore-project'), id: Id }),
  /** Many at once, each with its own status, so that it is undone by the same. Those in the trash by then are left out. */
  z.strictObject({
    type: z.literal('set-statuses'),
    statuses: z
      .array(z.strictObject({ id: Id, status: Status.nullable() }))
      .min(1)
      .max(mostAtOnce),
  }),
  z.strictObject({ type: z.literal('trash-projects'), ids: many }),
  z.strictObject({ type: z.literal('restore-projects'), ids: many }),
  /** All notes and aliases of `from` become those of `into`, and `from` goes to the trash. What else is kept is chosen by side. */
  z.strictObject({
    type: z.literal('merge-projects'),
    from: Id,
    into: Id,
    choice: z.strictObject({
      name: z.enum(sides),
      status: z.enum(sides),
      thesis: z.enum([...sides, 'both']),
    }),
  }),
  /** Make two projects again of what the merge with this operation id made one, except what changed since. */
  z.strictObject({ type: z.literal('undo-merge'), op: Id }),
  /** Add a note; the draft kept about the project is cleared in the same save. */
  z.strictObject({
    type: z.literal('add-note'),
    projectId: Id,
    kind: NoteKind,
    body,
    source: TakenSource.nullable(),
    /** From a private window a source is kept only with this: the user asked for it. */
    keepPrivate: z.exactOptional(z.literal(true)),
  }),
  z.strictObject({ type: z.literal('edit-note'), id: Id, kind: NoteKind, body }),
  z.strictObject({ type: z.literal('trash-note'), id: Id }),
  z.strictObject({ type: z.literal('restore-note'), id: Id }),
  /** Delete for ever what came into the trash until then, projects with their notes. `ids`: these alone. */
  z.strictObject({ type: z.literal('empty-trash'), until: Instant, ids: z.exactOptional(z.array(Id)) }),
  /** Keep what is typed and not yet saved; an empty body forgets it. `about`: the editor. */
  z.strictObject({
    type: z.literal('keep-draft'),
    about: DraftKey,
    body: z.string().max(longestDraft, tooLongText),
  }),
  z.strictObject({
    type: z.literal('ignore-mention'),
    key: z.string().min(2).max(300),
    site: Site.nullable(),
  }),
  z.strictObject({ type: z.literal('heed-mention'), key: z.string().min(2).max(300), site: Site.nullable() }),
  z.strictObject({ type: z.literal('switch-site'), site: Site, on: z.boolean() }),
  /** Whether weak mentions of kept projects are painted on this site too. */
  z.strictObject({ type: z.literal('paint-weak'), site: Site, on: z.boolean() }),
  z.strictObject({ type: z.literal('pause'), on: z.boolean() }),
  /** Whether Underline runs on this site where it runs on chosen ones alone. */
  z.strictObject({ type: z.literal('allow-site'), site: Site, on: z.boolean() }),
  /** Sets what is given; the rest stays as it is stored. */
  z.strictObject({
    type: z.literal('set-settings'),
    kinds: z.exactOptional(Settings.shape.kinds.unwrap()),
    onlyOn: z.exactOptional(z.boolean()),
    tint: z.exactOptional(z.enum(tints)),
    markers: z.exactOptional(z.boolean()),
    dwellMs: z.exactOptional(Settings.shape.dwellMs),
    modifier: z.exactOptional(z.enum(modifiers)),
    badge: z.exactOptional(z.boolean()),
  }),
  /** Import an export file's text. `expected`: the dry run the user agreed to; anything else is refused. */
  z.strictObject({
    type: z.literal('import'),
    text: z.string(),
    ignoreChecksum: z.boolean(),
    expected: z.strictObject({ added: z.int(), changed: z.int(), same: z.int(), rejected: z.int() }),
    /** The text is of a backup: everything in it becomes as it was then, also where yours is newer. */
    asThen: z.exactOptional(z.literal(true)),
    /** The number of that backup. The writer reads its text by itself: a message could not carry a large one. */
    backup: z.exactOptional(z.int()),
  }),
  /** Everything up to this generation is in a file that the user has. */
  z.strictObject({ type: z.literal('note-export'), generation: z.int().min(0) }),
  /** Put back everything as it was before the import with this operation id, except what changed since. */
  z.strictObject({ type: z.literal('undo-import'), op: Id }),
]);
export type Command = z.infer<typeof Command>;

/** Whether it changes as many projects as the user chose, which may take long. */
export const changesMany = ({ type }: Command): boolean =>
  type === 'set-statuses' ||
  type === 'change-tags' ||
  type === 'trash-projects' ||
  type === 'restore-projects';

/** A command under its operation id: a repeated id answers the same and changes nothing. */
export const Envelope = z.strictObject({ op: Id, command: Command });
export type Envelope = z.infer<typeof Envelope>;
