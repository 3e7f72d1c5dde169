import type * as z from 'zod';
import { damaged } from './damaged.ts';
import { emptyBase } from './empty.ts';
import { isIndex } from './is-index.ts';
import {
  baseKeys,
  draftsKey,
  indexKey,
  manifestKey,
  noteKey,
  operationsKey,
  projectKey,
  settingsKey,
  undoKey,
} from './keys.ts';
import { newerThanKnown, notYet, olderThanKnown, tooNew } from './migrate.ts';
import { Operations } from './operations.ts';
import { done, type Result } from './result.ts';
import { Drafts, Index, Manifest, Note, Settings, StoredProject, Undo } from './schema.ts';

/** What every command needs, whatever it is about. */
export interface Base {
  index: Index;
  manifest: Manifest;
  settings: Settings;
  drafts: Drafts;
  operations: Operations;
}

/** Records as the store gave them, by key. */
export type Records = Readonly<Record<string, unknown>>;

/**
 * The base, from what the store gave for `baseKeys`. Only a store that holds none of them is a new library;
 * one that holds some fails with `damaged`, one of a later Underline with `newer-version`, and one that is to be
 * brought along first with `older-version`.
 */
export function parseBase(stored: Records): Result<Base> {
  if (baseKeys.every((key) => stored[key] === undefined)) return done(emptyBase);
  if (newerThanKnown(stored[manifestKey], 'schema')) return tooNew('library');
  if (olderThanKnown(stored[manifestKey])) return notYet();

  const plain = stored[indexKey];
  const index = isIndex(plain) ? done(plain) : record(Index, indexKey, stored);
  if (!index.ok) return index;
  const manifest = record(Manifest, manifestKey, stored);
  if (!manifest.ok) return manifest;
  const settings = record(Settings, settingsKey, stored);
  if (!settings.ok) return settings;
  const drafts = record(Drafts, draftsKey, stored);
  if (!drafts.ok) return drafts;
  const operations = record(Operations, operationsKey, stored);
  if (!operations.ok) return operations;
  return done({
    index: index.value,
    manifest: manifest.value,
    settings: settings.value,
    drafts: drafts.value,
    operations: operations.value,
  });
}

/** The project with this id; `damaged` if it is missing or does not parse. */
export const parseProject = (stored: Records, id: string): Result<StoredProject> =>
  own(record(StoredProject, projectKey(id), stored), projectKey(id), id);

/** The note with this id; `damaged` if it is missing or does not parse. */
export const parseNote = (stored: Records, id: string): Result<Note> =>
  own(record(Note, noteKey(id), stored), noteKey(id), id);

/** What the import with this operation id replaced; `damaged` if it does not parse, `null` if there is none. */
export const parseUndo = (stored: Records, op: string): Result<Undo | null> =>
  stored[undoKey(op)] === undefined ? done(null) : record(Undo, undoKey(op), stored);

function record<T>(schema: z.ZodType<T>, key: string, stored: Records): Result<T> {
  const parsed = schema.safeParse(stored[key]);
  return parsed.success ? done(parsed.data) : damaged(key);
}

/** A record that lies under another's key is as damaged as an unreadable one. */
const own = <T extends { id: string }>(found: Result<T>, key: string, id: string): Result<T> =>
  found.ok && found.value.id !== id ? damaged(key) : found;
