import { restoreProjects, setStatuses, trashProjects } from './bulk-edits.ts';
import type { Command, Envelope } from './command.ts';
import { subjectOf, withDraft } from './drafts.ts';
import { type Changes, changesOfEdit, type Edit } from './edit.ts';
import { importFile, undoImport } from './import-edits.ts';
import { draftsKey, indexKey, manifestKey, noteKey, operationsKey, settingsKey } from './keys.ts';
import { mergeProjects } from './merge-edits.ts';
import { addNote, editNote, noteUnknown, restoreNote, trashNote } from './note-edits.ts';
import type { Base, Records } from './parse.ts';
import { editProject, keepProject, projectUnknown, restoreProject, trashProject } from './project-edits.ts';
import { done, type Result } from './result.ts';
import { editSettings } from './settings-edits.ts';
import { changeTags } from './tag-edits.ts';
import { tieAlias } from './tie-alias.ts';
import { emptyTrash } from './trash-edits.ts';
import { undoMerge } from './undo-merge.ts';

/** What the writer lends to a command: the time in ISO 8601 UTC with milliseconds, and fresh ids. */
export interface Context {
  now: string;
  newId(): string;
}

/**
 * What a command saves and answers, from the base and the records under `recordsRead`. A repeated operation id
 * answers as the first time and saves nothing (`set` is empty). Fails with `not-found`, `bad-command`, `damaged`
 * and, for imports, as `planImport` does or with `changed-meanwhile`; then nothing is to be saved.
 */
export function changesOf(
  { op, command }: Envelope,
  base: Base,
  records: Records,
  context: Context,
): Result<Changes> {
  const repeated = base.operations.find((operation) => operation.op === op);
  if (repeated) return done({ ...nothing(base), answer: repeated.answer });
  if (command.type === 'keep-draft') return keepDraft(command, base, records);
  if (command.type === 'note-export') return done(noteExport(command, base, context));
  const edit = editOf(command, base, records, context);
  return edit.ok ? done(changesOfEdit(op, base, edit.value, context.now)) : edit;
}

const nothing = (base: Base): Changes => ({
  set: {},
  base,
  remove: [],
  answer: { id: null, skipped: 0 },
  askAgain: false,
});

/**
 * A draft is saved at every pause in typing, and the last one counts. It is no change of the library, so it has
 * no generation; and it does not enter the memory of operations, from which it would soon drive out all others.
 */
function keepDraft(
  { about, body }: Extract<Command, { type: 'keep-draft' }>,
  base: Base,
  records: Records,
): Result<Changes> {
  const subject = subjectOf(about);
  if (subject?.type === 'note' && records[noteKey(subject.id)] === undefined) return noteUnknown();
  if (subject?.type === 'project' && !Object.hasOwn(base.index.projects, subject.id)) return projectUnknown();
  const drafts = withDraft(base, about, body);
  if (drafts === base.drafts) return done(nothing(base));
  const set = { [draftsKey]: drafts };
  // A store that holds drafts alone would be a damaged one.
  const rest = {
    [indexKey]: base.index,
    [manifestKey]: base.manifest,
    [settingsKey]: base.settings,
    [operationsKey]: base.operations,
  };
  return done({
    ...nothing({ ...base, drafts }),
    set: base.manifest.generation === 0 ? { ...rest, ...set } : set,
  });
}

/** An export changes nothing either: that it was made is no change since then. */
function noteExport(
  { generation }: Extract<Command, { type: 'note-export' }>,
  base: Base,
  { now }: Context,
): Changes {
  const manifest = { ...base.manifest, exported: { generation, at: now } };
  // Beside a manifest alone there is no library.
  if (base.manifest.generation === 0) return nothing(base);
  return { ...nothing({ ...base, manifest }), set: { [manifestKey]: manifest } };
}

function editOf(
  command: Exclude<Command, { type: 'keep-draft' | 'note-export' }>,
  base: Base,
  records: Records,
  { now, newId }: Context,
): Result<Edit> {
  switch (command.type) {
    case 'keep-project':
      return keepProject(command, base, newId(), now);
    case 'edit-project':
    case 'add-aliases':
    case 'remove-aliases':
    case 'set-status':
      return editProject(command, base, records, now);
    case 'change-tags':
      return changeTags(command, base, records, now);
    case 'tie-alias':
      return tieAlias(command, base, records, now);
    case 'trash-project':
      return trashProject(command, base, records, now);
    case 'restore-project':
      return restoreProject(command, base, records, now);
    case 'set-statuses':
      return setStatuses(command, base, records, now);
    case 'trash-projects':
      return trashProjects(command, base, records, now);
    case 'restore-projects':
      return restoreProjects(command, base, records, now);
    case 'merge-projects':
      return mergeProjects(command, base, records, now);
    case 'undo-merge':
      return undoMerge(command, base, records, now);
    case 'add-note':
      return addNote(command, base, records, newId(), now);
    case 'edit-note':
      return editNote(command, base, records, now);
    case 'trash-note':
      return trashNote(command, base, records, now);
    case 'restore-note':
      return restoreNote(command, base, records, now);
    case 'empty-trash':
      return emptyTrash(command, base, records);
    case 'ignore-mention':
    case 'heed-mention':
    case 'switch-site':
    case 'allow-site':
    case 'paint-weak':
    case 'pause':
    case 'set-settings':
      return editSettings(command, base.settings);
    case 'import':
      return importFile(command, base, records, now);
    case 'undo-import':
      return undoImport(command, base, records);
  }
}
