import type * as z from 'zod';
import {
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
import { migrateRecords } from './migrate-store.ts';
import { steps as released, type Step } from './migration-steps.ts';
import { misfit } from './misfit.ts';
import { Operations } from './operations.ts';
import { parseNote, parseProject, type Records } from './parse.ts';
import { isQuarantineBad, quarantineIn } from './quarantine.ts';
import type { Result } from './result.ts';
import { Drafts, Index, Manifest, Note, Settings, StoredProject } from './schema.ts';
import { t } from './text.ts';

/** One of the two copies of the library, as far as the browser could read it. */
export interface LibraryCopy {
  records: Records;
  /** Keys that are there and that the browser refuses to read. */
  unreadable: readonly string[];
  /** The browser was too slow: nothing can be concluded from what is not among the records. */
  late: boolean;
}

/** A copy with each of its records judged alone. */
export interface JudgedCopy {
  generation: number;
  manifest: Manifest | null;
  index: Index | null;
  settings: Settings | null;
  drafts: Drafts | null;
  operations: Operations | null;
  projects: ReadonlyMap<string, StoredProject>;
  notes: ReadonlyMap<string, Note>;
  /** Records that were read and make no sense, by key, with the reason. */
  bad: ReadonlyMap<string, string>;
  unreadable: readonly string[];
}

/** Judges every record of a copy alone, so that none suffers from another. */
export function judgeCopy(
  { records, unreadable }: LibraryCopy,
  steps: readonly Step[] = released,
): JudgedCopy {
  const projects = new Map<string, StoredProject>();
  const notes = new Map<string, Note>();
  const bad = new Map<string, string>();
  for (const key of Object.keys(records)) {
    if (!isRecordKey(key)) continue;
    const parsed = parseRecord(records, key, steps);
    const id = idIn(key);
    if (!parsed.ok) bad.set(key, whyBad(key.startsWith('project:') ? StoredProject : Note, records[key]));
    else if ('aliases' in parsed.value) projects.set(id, parsed.value);
    else notes.set(id, parsed.value);
  }
  if (isQuarantineBad(records)) bad.set(quarantineKey, t('lib.recovery.damaged', { key: quarantineKey }));
  const base = <T>(key: string, parsed: { success: true; data: T } | { success: false }): T | null => {
    if (parsed.success) return parsed.data;
    if (records[key] !== undefined) bad.set(key, t('lib.recovery.damaged', { key }));
    return null;
  };
  const manifest = base(manifestKey, Manifest.safeParse(records[manifestKey]));
  return {
    generation: manifest?.generation ?? -1,
    manifest,
    index: base(indexKey, Index.safeParse(records[indexKey])),
    settings: base(settingsKey, Settings.safeParse(records[settingsKey])),
    drafts: base(draftsKey, Drafts.safeParse(records[draftsKey])),
    operations: base(operationsKey, Operations.safeParse(records[operationsKey])),
    projects,
    notes,
    bad,
    unreadable,
  };
}

/** The record as it is now, also where an update was cut short and left it in the form of an earlier version. */
function parseRecord(
  records: Records,
  key: string,
  steps: readonly Step[],
): Result<StoredProject> | Result<Note> {
  const parse = key.startsWith('project:') ? parseProject : parseNote;
  const parsed = parse(records, idIn(key));
  for (let from = steps.length; from > 0 && !parsed.ok; from -= 1) {
    const older = parse(migrateRecords({ [key]: records[key] }, from, steps), idIn(key));
    if (older.ok) return older;
  }
  return parsed;
}

/** What makes no sense in a record, for whoever opens the file of what was put aside. */
function whyBad(schema: z.ZodType<{ id: string }>, record: unknown): string {
  const { data, error } = schema.safeParse(record);
  if (!error) return t('lib.record.otherId', { id: data.id });
  const { place, reason } = misfit(error, []);
  return place ? t('lib.record.at', { place, reason }) : reason;
}

/** The id in a record's key. */
export const idIn = (key: string): string => key.slice(key.indexOf(':') + 1);

/** Keys of records that these records speak of, whether they are among them or not. */
export function keysNamedIn(records: Records): string[] {
  const { index, operations, projects } = judgeCopy({ records, unreadable: [], late: false });
  return [
    ...Object.keys(index?.projects ?? {}).map(projectKey),
    ...(index?.recent ?? []).map(noteKey),
    ...[...projects.values()].flatMap(({ notes }) => notes.map(noteKey)),
    ...(operations ?? []).flatMap(({ op, importedAt }) => (importedAt === null ? [] : [undoKey(op)])),
    ...quarantineIn(records).map(({ key }) => key),
  ];
}
