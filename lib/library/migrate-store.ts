import './zod-jitless.ts';
import * as z from 'zod';
import { digestOf, sameContent } from './digest.ts';
import { entryOf, indexOf } from './index-of.ts';
import { isObject } from './is-object.ts';
import { indexKey, isRecordKey, manifestKey, noteKey, projectKey, settingsKey, undoKey } from './keys.ts';
import { manifestAfter, type RecordChange } from './manifest.ts';
import { recordMigration } from './migrate.ts';
import { type OldRecord, steps as released, type Step } from './migration-steps.ts';
import type { Records } from './parse.ts';
import { done, failed, type Result } from './result.ts';
import { type Index, IndexEntry, Instant, Manifest, Note, StoredProject } from './schema.ts';
import { t } from './text.ts';

/**
 * What brings a whole store of an earlier version to the current one: all that changes, to be written in one step, so
 * that it is either done or not begun. A damaged record stays as it is, for a repair. Fails with `damaged` where the
 * base cannot be read.
 */
export function migrateStore(
  stored: Records,
  steps: readonly Step[] = released,
): Result<Record<string, unknown>> {
  const manifest = Manifest.extend({ schema: z.int().min(0) }).safeParse(stored[manifestKey]);
  const entries = entriesIn(stored);
  if (!manifest.success || !entries || stored[settingsKey] === undefined)
    return failed('damaged', t('lib.older.notBrought'));
  const records = migrateRecords(stored, manifest.data.schema, steps);

  const changes: RecordChange[] = [];
  // Those of a damaged project too: a repair finds them in their new form.
  for (const key of Object.keys(stored).filter(isRecordKey)) {
    const [before, after] = [stored[key], records[key]];
    if (before !== undefined && !sameContent(before, after)) changes.push({ key, before, after });
  }
  const index = indexAfter(stored, entries, records);

  const changed = Object.keys(records).filter(
    (key) => /^(settings$|undo:)/.test(key) && !sameContent(records[key], stored[key]),
  );
  return done({
    ...Object.fromEntries(changes.map(({ key, after }) => [key, after])),
    ...Object.fromEntries(changed.map((key) => [key, records[key]])),
    [indexKey]: index,
    [manifestKey]: { ...manifestAfter(manifest.data, changes), schema: steps.length + 1 },
  });
}

/** The index as it follows from the records; of those that cannot be read it says what it said. */
function indexAfter(stored: Records, entries: OldRecord, records: Records): Index {
  const projects: StoredProject[] = [];
  const notes: Note[] = [];
  const kept: Index = { projects: {}, recent: [], trash: {} };
  const before = isObject(stored[indexKey]) && isObject(stored[indexKey].trash) ? stored[indexKey].trash : {};
  for (const [id, entry] of Object.entries(entries)) {
    const project = StoredProject.safeParse(records[projectKey(id)]);
    const told = IndexEntry.safeParse(entry);
    if (!project.success) {
      if (told.success) kept.projects[id] = told.data;
      continue;
    }
    projects.push(project.data);
    for (const noteId of project.data.notes) {
      const note = Note.safeParse(records[noteKey(noteId)]);
      if (note.success) notes.push(note.data);
      // Notes that cannot be read still count: else nobody would miss them.
      else if (told.success) kept.projects[id] = entryOf(project.data, told.data.notes);
      const since = Instant.safeParse(before[noteId]);
      if (!note.success && since.success) kept.trash = { ...kept.trash, [noteId]: since.data };
    }
  }
  const index = indexOf(projects, notes);
  return {
    projects: { ...index.projects, ...kept.projects },
    recent: index.recent,
    trash: { ...kept.trash, ...index.trash },
  };
}

/**
 * Each record alone, from this version to the current one; the manifest gets its number and nothing else, so that it
 * still tells which of two copies is the newer.
 */
export function migrateRecords(
  stored: Records,
  from: number,
  steps: readonly Step[] = released,
): Record<string, unknown> {
  const record = recordMigration(from, steps);
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]): [string, unknown] => {
      if (key.startsWith('project:')) return [key, withLists(value, (alone) => record('project', alone))];
      if (key.startsWith('note:')) return [key, record('note', value)];
      if (key === settingsKey) return [key, record('settings', value)];
      if (key === manifestKey && isObject(value)) return [key, { ...value, schema: steps.length + 1 }];
      if (key.startsWith('undo:')) return [key, undoAfter(value, stored, record)];
      return [key, value];
    }),
  );
}

/** What follows from its notes is no part of the project that a step sees; exports have none of it. */
function withLists(value: unknown, migrated: (alone: OldRecord) => unknown): unknown {
  if (!isObject(value)) return value;
  const { notes, openQuestions, ...alone } = value;
  const next = migrated(alone);
  return isObject(next) ? { ...next, notes, openQuestions } : value;
}

/** An import can be undone after an update too: what it put there is recognised in its new shape. */
function undoAfter(undo: unknown, stored: Records, record: ReturnType<typeof recordMigration>): unknown {
  if (!isObject(undo)) return undo;
  const list = (kind: 'project' | 'note', keyOf: (id: string) => string, entries: unknown) =>
    Array.isArray(entries)
      ? entries.map((entry: unknown) => {
          if (!isObject(entry) || typeof entry.id !== 'string') return entry;
          const now = alone(stored[keyOf(entry.id)]);
          const same = digestOf(now) === entry.after;
          const before = record(kind, entry.before);
          return { ...entry, before, ...(same && { after: digestOf(record(kind, now)) }) };
        })
      : entries;
  const { projects, notes, settings } = undo;
  return {
    projects: list('project', projectKey, projects),
    notes: list('note', noteKey, notes),
    settings: isObject(settings) ? settingsAfter(settings, stored[settingsKey], record) : settings,
  };
}

const settingsAfter = (entry: OldRecord, now: unknown, record: ReturnType<typeof recordMigration>) => ({
  before: record('settings', entry.before),
  after: digestOf(now) === entry.after ? digestOf(record('settings', now)) : entry.after,
});

function alone(record: unknown): unknown {
  if (!isObject(record)) return record;
  const { notes: _, openQuestions: __, ...rest } = record;
  return rest;
}

const entriesIn = (stored: Records): OldRecord | null => {
  const index = stored[indexKey];
  return isObject(index) && isObject(index.projects) ? index.projects : null;
};

/** Keys of all that a store of any version names, as far as `read` tells them: its projects, then their notes. */
export function keysToMigrate(read: Records): string[] {
  const ids = Object.keys(entriesIn(read) ?? {});
  const notes = ids.flatMap((id) => {
    const project = read[projectKey(id)];
    return isObject(project) && Array.isArray(project.notes)
      ? project.notes.filter((note): note is string => typeof note === 'string')
      : [];
  });
  const operations = read.ops;
  const undos = Array.isArray(operations)
    ? operations.flatMap((entry: unknown) =>
        isObject(entry) && entry.importedAt !== null && typeof entry.op === 'string'
          ? [undoKey(entry.op)]
          : [],
      )
    : [];
  return [...ids.map(projectKey), ...notes.map(noteKey), ...undos];
}
