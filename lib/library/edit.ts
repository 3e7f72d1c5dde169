import type { Answer } from './command.ts';
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
  settings?: Settings;
  drafts?: Drafts;
  /** For an import: what it replaced. */
  undo?: Undo;
  /** For an undo: the operation id of the import that cannot be undone again. */
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
  const index = indexAfter(base.index, projects, notes, edit.recent ?? base.index.recent);

  const first = base.manifest.generation === 0;
  const manifest = manifestAfter(base.manifest, records);
  const set: Record<string, unknown> = { [manifestKey]: manifest, [operationsKey]: operations };
  if (first || !sameContent(index, base.index)) set[indexKey] = index;
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

/** Counts each project's notes by what changed, so that no unchanged record is read. */
function indexAfter(
  index: Index,
  projects: Change<StoredProject>[],
  notes: Change<Note>[],
  recent: string[],
): Index {
  const entries = new Map(Object.entries(index.projects));
  for (const { before, after } of projects) {
    if (after) entries.set(after.id, entryOf(after, entries.get(after.id)?.notes ?? 0));
    else if (before) entries.delete(before.id);
  }
  const count = (note: Note | null, step: 1 | -1) => {
    const entry = note && note.trashedAt === null ? entries.get(note.projectId) : undefined;
    if (note && entry) entries.set(note.projectId, { ...entry, notes: entry.notes + step });
  };
  for (const { before, after } of notes) {
    count(before, -1);
    count(after, 1);
  }
  return { projects: Object.fromEntries(entries), recent };
}

/** Whether pages could be told something else of an alias than before. */
function tellsOtherwise(before: Index, after: Index): boolean {
  const ids = new Set([...Object.keys(before.projects), ...Object.keys(after.projects)]);
  return [...ids].some((id) => {
    const [was, is] = [before.projects[id], after.projects[id]];
    return was !== is && !sameContent(toldOf(was), toldOf(is));
  });
}

/** What of a project matters to pages; its name does not. */
const toldOf = (entry: IndexEntry | undefined) =>
  entry && entry.trashedAt === null && entry.aliases.length > 0
    ? { aliases: entry.aliases, status: entry.status, notes: entry.notes }
    : null;
