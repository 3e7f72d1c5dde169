import { descends } from './descent.ts';
import { sameContent } from './digest.ts';
import { damagedRecords } from './full-check.ts';
import { indexOf } from './index-of.ts';
import {
  baseKeys,
  draftsKey,
  indexKey,
  isRecordKey,
  manifestKey,
  noteKey,
  operationsKey,
  projectKey,
  quarantineKey,
  settingsKey,
  undoKey,
} from './keys.ts';
import { contradicts, tallyOf } from './manifest.ts';
import { newerThanKnown, olderThanKnown, schemaIn, tooNew } from './migrate.ts';
import { migrateRecords } from './migrate-store.ts';
import { version } from './migration-steps.ts';
import { movedDrafts, movedIds, moveRecords } from './moved-records.ts';
import type { Operations } from './operations.ts';
import { parseBase, parseUndo } from './parse.ts';
import { asideInBoth, type PutAside, puttingAside, type Quarantine } from './quarantine.ts';
import type { Library } from './read-library.ts';
import { type JudgedCopy, judgeCopy, type LibraryCopy } from './recovery-copy.ts';
import { type Lost, leftovers, lostOf, newest, putAside, stubsFor, withNotes } from './recovery-parts.ts';
import { done, type Failure, failed, type Result } from './result.ts';
import { defaultSettings, type Manifest, type StoredProject } from './schema.ts';
import { t } from './text.ts';

/** What a repair would do. Nothing is done by planning it. */
export interface RecoveryPlan {
  /** All that can be read. */
  library: Library;
  /** How many of its records come from the second copy, because the store has none or an older one. */
  fromMirror: { projects: number; notes: number };
  settings: 'kept' | 'from-mirror' | 'defaults';
  lost: Lost[];
  aside: PutAside[];
  /** What is written in one step; empty if the store is as it should be. */
  set: Record<string, unknown>;
  /** Removed after that: what was put aside. */
  remove: string[];
  /** New keys of records whose own place in the store is damaged: it can be neither read nor written. */
  moved: string[];
  /** Keys that every library needs and that are so damaged: this store can not be repaired. */
  blocked: string[];
  /** Why this may not be carried out now; what can be read can be exported all the same. */
  refusal: Failure | null;
}

/**
 * Takes, record by record, the newest readable of the two copies. What cannot be read or belongs to nothing is put
 * aside, never deleted. Records whose place is damaged get another; `move` tells one try at that from the next.
 * `secondCopy`: null where nobody knows what is in it. Fails with `newer-version` if a later Underline wrote one of them.
 */
export function planRecovery(
  store: LibraryCopy,
  secondCopy: LibraryCopy | null,
  now: string,
  move = 0,
): Result<RecoveryPlan> {
  const mirror = secondCopy ?? { records: {}, unreadable: [], late: true };
  if ([store, mirror].some(({ records }) => newerThanKnown(records[manifestKey], 'schema')))
    return tooNew('library');
  const [ours, second] = [judgeCopy(broughtAlong(store)), judgeCopy(broughtAlong(mirror))];
  const fromStore = isStoreCurrent(ours, second);
  const [current, older] = fromStore ? [ours, second] : [second, ours];
  const isOneLine = current.manifest === null || older.manifest === null || descends(current, older);
  const sound = isOneLine && isSound(fromStore ? store : mirror);

  const notes = newest(current.notes, older.notes, sound);
  const projects = newest(current.projects, older.projects, sound);
  // Where each was gone on from an earlier state, neither says what was removed from the other.
  const leaving = isOneLine ? leftovers(current, older, projects, notes) : { projects: [], notes: [] };
  for (const id of leaving.projects) projects.delete(id);
  for (const id of leaving.notes) notes.delete(id);
  const stray = [...leaving.projects.map(projectKey), ...leaving.notes.map(noteKey)];
  const lost = lostOf(current, older, projects, notes);
  for (const stub of stubsFor(notes, projects, current, older, now)) projects.set(stub.id, stub);
  const moving = movedIds(store.unreadable, projects, notes, move);
  moveRecords(moving, projects, notes);
  const byProject = Map.groupBy(notes.values(), ({ projectId }) => projectId);
  const whole = [...projects.values()].map((project) => withNotes(project, byProject.get(project.id) ?? []));

  const settings = current.settings ?? older.settings ?? defaultSettings;
  const library: Library = { projects: whole, notes: [...notes.values()], settings };
  const blocked = [...baseKeys, quarantineKey].filter((key) => store.unreadable.includes(key));
  const plan = {
    library,
    fromMirror: {
      projects: whole.filter(
        ({ id }) => projects.get(id) !== ours.projects.get(id) && second.projects.has(id),
      ).length,
      notes: library.notes.filter((note) => note !== ours.notes.get(note.id)).length,
    },
    settings: settingsFrom(ours, second, settings),
    lost,
    moved: moving.keys,
    blocked,
    refusal: store.late || mirror.late ? notAllRead() : blocked.length > 0 ? notWritable() : null,
  };
  // Nothing of the store is damaged, and the second copy is no newer.
  if (fromStore && sound) return done({ ...plan, aside: [], set: {}, remove: [] });

  const aside = [...putAside('store', store, ours, stray), ...putAside('mirror', mirror, second, stray)];
  const generation = Math.max(current.generation, 0) + 1;
  const records = {
    ...recordsOf(library, whole, generation, current.manifest?.exported),
    [draftsKey]: movedDrafts(
      isOneLine ? (current.drafts ?? older.drafts ?? {}) : { ...older.drafts, ...current.drafts },
      moving,
    ),
    ...operationsOf(
      isOneLine ? (current.operations ?? older.operations ?? []) : operationsOfBoth(current, older),
      store,
      mirror,
    ),
  };
  const kept = asideInBoth(store.records, mirror.records, now);
  const wanted: Record<string, unknown> = {
    ...recordsFrom(mirror, kept, store),
    ...records,
    ...puttingAside(
      [...kept, ...leftInPlace(mirror, records, kept, now)],
      aside,
      `${generation}-${Date.parse(now)}`,
      now,
    ),
  };
  const changed = Object.entries(wanted).filter(([key, record]) => !sameContent(store.records[key], record));
  return done({
    ...plan,
    aside,
    set: Object.fromEntries(changed),
    remove: aside.filter(({ from, was }) => from === 'store' && !(was in wanted)).map(({ was }) => was),
  });
}

const notAllRead = () => failed('storage-failed', t('lib.recovery.notAllRead')).error;
const notWritable = () => failed('storage-failed', t('lib.recovery.notWritable')).error;

/** Which copy was written last. Without its manifest a copy does not say; then it is the store, if that still has its lists. */
const isStoreCurrent = (ours: JudgedCopy, second: JudgedCopy): boolean =>
  second.manifest === null ||
  (ours.manifest === null ? ours.index !== null : ours.generation >= second.generation);

/** Whether the copy is as its manifest says. */
function isSound({ records }: LibraryCopy): boolean {
  const base = parseBase(records);
  if (!base.ok || records[manifestKey] === undefined) return false;
  return !contradicts(base.value) && damagedRecords(base.value, records) === 0;
}

/** What repairs before this one put aside and only the second copy still has. */
const recordsFrom = (mirror: LibraryCopy, kept: Quarantine, store: LibraryCopy): Record<string, unknown> =>
  Object.fromEntries(
    kept.flatMap(({ key }) =>
      mirror.records[key] === undefined || key in store.records || store.unreadable.includes(key)
        ? []
        : [[key, mirror.records[key]]],
    ),
  );

/** What the second copy refuses to give and nobody else has is left where it lies, and listed, so that it stays there. */
const leftInPlace = (
  { unreadable }: LibraryCopy,
  records: Record<string, unknown>,
  kept: Quarantine,
  at: string,
): Quarantine =>
  unreadable
    .filter((key) => isRecordKey(key) && !(key in records) && !kept.some((entry) => entry.key === key))
    .map((key) => ({ key, was: key, from: 'mirror', reason: t('lib.recovery.unreadable'), at }));

/** A copy that an earlier Underline wrote, as this one would have. */
function broughtAlong(copy: LibraryCopy): LibraryCopy {
  const manifest = copy.records[manifestKey];
  if (!olderThanKnown(manifest)) return copy;
  return { ...copy, records: migrateRecords(copy.records, schemaIn(manifest) ?? 1) };
}

const settingsFrom = (
  ours: JudgedCopy,
  second: JudgedCopy,
  chosen: Library['settings'],
): RecoveryPlan['settings'] =>
  chosen === ours.settings || sameContent(chosen, ours.settings)
    ? 'kept'
    : chosen === second.settings
      ? 'from-mirror'
      : 'defaults';

function recordsOf(
  { notes, settings }: Library,
  projects: StoredProject[],
  generation: number,
  exported: Manifest['exported'],
): Record<string, unknown> {
  return {
    ...Object.fromEntries(projects.map((project) => [projectKey(project.id), project])),
    ...Object.fromEntries(notes.map((note) => [noteKey(note.id), note])),
    [settingsKey]: settings,
    [indexKey]: indexOf(projects, notes),
    [manifestKey]: {
      schema: version,
      generation,
      ...tallyOf(projects, notes),
      ...(exported && { exported }),
    },
  };
}

/** What either remembers, the current one's last: so both come before what is written now. */
function operationsOfBoth({ operations }: JudgedCopy, older: JudgedCopy): Operations {
  const known = new Set(operations?.map(({ op }) => op));
  return [...(older.operations ?? []).filter(({ op }) => !known.has(op)), ...(operations ?? [])];
}

/** An import whose undo is lost in both copies can no longer be undone. */
function operationsOf(
  operations: Operations,
  store: LibraryCopy,
  mirror: LibraryCopy,
): Record<string, unknown> {
  const undos: Record<string, unknown> = {};
  const kept = operations.map((entry) => {
    if (entry.importedAt === null) return entry;
    if (store.unreadable.includes(undoKey(entry.op))) return { ...entry, importedAt: null };
    const undo = [store, mirror]
      .map(({ records }) => parseUndo(records, entry.op))
      .find((found) => found.ok && found.value);
    if (!undo?.ok) return { ...entry, importedAt: null };
    undos[undoKey(entry.op)] = undo.value;
    return entry;
  });
  return { ...undos, [operationsKey]: kept };
}
