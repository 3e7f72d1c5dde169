import './zod-jitless.ts';
import * as z from 'zod';
import { Alias, Id, NoteKind, Project, Site, Status } from './schema.ts';
import { TakenSource } from './taken-source.ts';

const { name, thesis } = Project.shape;
const aliases = Project.shape.aliases;
const body = z.string().trim().min(1, 'must not be empty').max(100_000);

/** Everything that can change the library. Only the writer carries commands out. */
export const Command = z.discriminatedUnion('type', [
  /** Keep a new project. */
  z.strictObject({ type: z.literal('keep-project'), name, aliases, status: Status.nullable(), thesis }),
  /** Replace what is given; the rest stays as it is stored, however old what the surface shows. */
  z.strictObject({
    type: z.literal('edit-project'),
    id: Id,
    name: z.exactOptional(name),
    aliases: z.exactOptional(aliases),
    thesis: z.exactOptional(thesis),
  }),
  /** Add those of the aliases that the project does not have. */
  z.strictObject({ type: z.literal('add-aliases'), id: Id, aliases }),
  /** On this site the alias means exactly these projects: they are tied to it for it, and no others. */
  z.strictObject({
    type: z.literal('tie-alias'),
    text: Alias.shape.text,
    site: Site,
    ids: z.array(Id).max(200),
  }),
  z.strictObject({ type: z.literal('set-status'), id: Id, status: Status.nullable() }),
  z.strictObject({ type: z.literal('trash-project'), id: Id }),
  z.strictObject({ type: z.literal('restore-project'), id: Id }),
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
  /** Keep what is typed and not yet saved; an empty body forgets it. `about`: a project's id. */
  z.strictObject({ type: z.literal('keep-draft'), about: Id, body: z.string().max(100_000) }),
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
  /** Import an export file's text. `expected`: the dry run the user agreed to; anything else is refused. */
  z.strictObject({
    type: z.literal('import'),
    text: z.string(),
    ignoreChecksum: z.boolean(),
    expected: z.strictObject({ added: z.int(), changed: z.int(), same: z.int(), rejected: z.int() }),
  }),
  /** Put back everything as it was before the import with this operation id, except what changed since. */
  z.strictObject({ type: z.literal('undo-import'), op: Id }),
]);
export type Command = z.infer<typeof Command>;

/** A command under its operation id: a repeated id answers the same and changes nothing. */
export const Envelope = z.strictObject({ op: Id, command: Command });
export type Envelope = z.infer<typeof Envelope>;

/** What a saved command answers. */
export const Answer = z.strictObject({
  /** The project or note that was made or changed, if it was one. */
  id: Id.nullable(),
  /** For an undo: records left alone because they changed since. */
  skipped: z.int().min(0),
});
export type Answer = z.infer<typeof Answer>;
