import type { Answer } from './answer.ts';
import { sameContent } from './digest.ts';
import { entryOf } from './index-of.ts';
import {
  draftsKey,
  indexKey,
  manifestKey,
  noteKey,
  operationsKey,
  projectKey,
  settingsKey,
  undoKey,
} from './keys.ts';
import { manifestAfter, type RecordChange } from './manifest.ts';
import { remember, withoutUndo } from './operations.ts';
import type { Base } from './parse.ts';
import type { Drafts, Index, IndexEntry, Note, Settings, StoredProject, Undo } from './schema.ts';

/** A record before and after; `null` where it does not exist. */
export interface Change<T> {
  before: T | null;
  after: T | null;
}

/** What a command does to the library; what follows from it is worked out by `changesOfEdit`. */
export interface Edit {
  projects?: Change<StoredProject>[];
  notes?: Change<Note>[];
  recent?: string[];
  /** For a library that did not know its trash: the notes in it, before this edit. */
  trash?: Record<string, string>;
  settings?: Settings;
  drafts?: Drafts;
  /** For an import or a merge: what it replaced. */
  undo?: Undo;
  /** For an undo: the operation id of the import or merge that cannot be undone again. */
  undone?: string;
  id?: string;
  skipped?: number;
}

/** What one command saves, in one step, and what it answers. */
export interface Changes {
  set: Record<string, unknown>;
  /** What every later command starts from, once `set` is saved. */
  base: Base;
  /** Removed after `set` is saved; losing a removal does no harm. */
  remove: string[];
  answer: Answer;
  /** What pages were told may be old: settings changed, or aliases, status or notes of a project. */
  askAgain: boolean;
}

/** Adds index, manifest and the memory of operations to an edit. */
export function changesOfEdit(op: string, base: Base, edit: Edit, now: string): Changes {
  const { projects = [], notes = [], settings = base.settings, drafts = base.drafts, undo, undone } = edit;
  const records: RecordChange[] = [
    ...projects.map((change) => ({ ...change, key: projectKey(idOf(change)) })),
    ...notes.map((change) => ({ ...change, key: noteKey(idOf(change)) })),
  ];
  const answer = { id: edit.id ?? null, skipped: edit.skipped ?? 0 };
  const { operations: remembered, forgotten } = remember(
    base.operations,
    { op, answer, importedAt: undo ? now : null },
    now,
  );
  const operations = undone ? withoutUndo(remembered, undone) : remembered;
  const index = indexAfter(base.index, edit);

  const first = base.manifest.generation === 0;
  const manifest = manifestAfter(base.manifest, records);
  const set: Record<string, unknown> = { [manifestKey]: manifest, [operationsKey]: operations };
  if (first || index !== base.index) set[indexKey] = index;
  if (first || settings !== base.settings) set[settingsKey] = settings;
  if (first || drafts !== base.drafts) set[draftsKey] = drafts;
  if (undo) set[undoKey(op)] = undo;
  for (const { key, after } of records) if (after) set[key] = after;

  return {
    set,
    base: { index, manifest, settings, drafts, operations },
    remove: [
      ...records.filter(({ after }) => after === null).map(({ key }) => key),
      ...[...forgotten, ...(undone ? [undone] : [])].map(undoKey),
    ],
    answer,
    askAgain: settings !== base.settings || tellsOtherwise(base.index, index),
  };
}

const idOf = <T extends { id: string }>({ before, after }: Change<T>): string => (after ?? before)?.id ?? '';

/** The same object where nothing in it changed. Counts notes by what changed, so that no unchanged record is read. */
function indexAfter(index: Index, { projects = [], notes = [], recent, trash }: Edit): Index {
  const entries = new Map<string, IndexEntry | undefined>();
  const entryAt = (id: string) => (entries.has(id) ? entries.get(id) : index.projects[id]);
  for (const change of projects) {
    const id = idOf(change);
    entries.set(id, change.after ? entryOf(change.after, entryAt(id)?.notes ?? 0) : undefined);
  }
  const count = (note: Note | null, step: 1 | -1) => {
    const entry = note && note.trashedAt === null ? entryAt(note.projectId) : undefined;
    if (note && entry) entries.set(note.projectId, { ...entry, notes: entry.notes + step });
  };
  for (const { before, after } of notes) {
    count(before, -1);
    count(after, 1);
  }
  const next = {
    ...index,
    projects: entriesAfter(index.projects, entries),
    ...(recent && !sameContent(recent, index.recent) && { recent }),
    ...((trash ?? index.trash) && { trash: trashAfter(trash ?? index.trash ?? {}, notes) }),
  };
  const isSame =
    next.projects === index.projects && next.recent === index.recent && next.trash === index.trash;
  return isSame ? index : next;
}

/** The same object where every entry is as it was. */
function entriesAfter(
  before: Index['projects'],
  changed: ReadonlyMap<string, IndexEntry | undefined>,
): Index['projects'] {
  const differing = [...changed].filter(([id, entry]) => !sameContent(entry, before[id]));
  if (differing.length === 0) return before;
  const after = { ...before };
  for (const [id, entry] of differing) {
    if (entry) after[id] = entry;
    else delete after[id];
  }
  return after;
}

/** The same object where no note came or went. */
function trashAfter(trash: Record<string, string>, notes: Change<Note>[]): Record<string, string> {
  const concerned = notes.filter(
    ({ before, after }) => (before?.trashedAt ?? null) !== (after?.trashedAt ?? null),
  );
  if (concerned.length === 0) return trash;
  const next = new Map(Object.entries(trash));
  for (const { before, after } of concerned) {
    if (after && after.trashedAt !== null) next.set(after.id, after.trashedAt);
    else if (before) next.delete(before.id);
  }
  return Object.fromEntries(next);
}

/** Whether pages could be told something else of an alias than before. */
function tellsOtherwise(before: Index, after: Index): boolean {
  if (before.projects === after.projects) return false;
  const differs = (id: string) => {
    const [was, is] = [before.projects[id], after.projects[id]];
    return was !== is && !sameContent(toldOf(was), toldOf(is));
  };
  return Object.keys(after.projects).some(differs) || Object.keys(before.projects).some(differs);
}

/** What of a project matters to pages; its name does not. */
const toldOf = (entry: IndexEntry | undefined) =>
  entry && entry.trashedAt === null && entry.aliases.length > 0
    ? { aliases: entry.aliases, status: entry.status, notes: entry.notes }
    : null;
