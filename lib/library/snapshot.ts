import './zod-jitless.ts';
import * as z from 'zod';
import { canonicalJson, checksumOf } from './digest.ts';
import { manifestKey, settingsKey } from './keys.ts';
import { format } from './migrate.ts';
import type { Records } from './parse.ts';
import { done, failed, type Result } from './result.ts';
import { Instant } from './schema.ts';
import { t } from './text.ts';

/** Why a backup was made: the day's own, or because an import, the undo of one, or an update was about to change everything. */
const backupKinds = ['daily', 'import', 'undo', 'update'] as const;

/** How many backups of each kind are kept, or days of them; the oldest go first. */
const backupsKept: Record<BackupAbout['kind'], number> = { daily: 7, import: 3, undo: 3, update: 3 };

/** What is known of a backup without opening it. */
export const BackupAbout = z.strictObject({
  kind: z.enum(backupKinds),
  at: Instant,
  counts: z.strictObject({ projects: z.int().min(0), notes: z.int().min(0) }),
  /** Of the text before it was compressed: SHA-256. */
  checksum: z.string(),
  /** Compressed, in bytes. */
  size: z.int().min(0),
});
export type BackupAbout = z.infer<typeof BackupAbout>;

/**
 * Those of the backups that go when one more is made: the oldest of its kind, so that as many stay as are kept. Of a day the
 * first and the last stay: one that is made after a mistake must not take the place of the one before it. Any takes the
 * place of one that holds the same: an update that is tried again and again must not drive the others out. `all`: in the
 * order in which they were made.
 */
export function backupsGoing<T extends Pick<BackupAbout, 'kind' | 'at' | 'checksum'>>(
  all: readonly T[],
  next: Pick<BackupAbout, 'kind' | 'at' | 'checksum'>,
): T[] {
  const daily = next.kind === 'daily';
  const dayOf = ({ at }: Pick<BackupAbout, 'at'>) => at.slice(0, 10);
  const ofKind = all.filter(({ kind }) => kind === next.kind);
  const [first, ...later] = daily ? ofKind.filter((one) => dayOf(one) === dayOf(next)) : [];
  const isReplaced = (one: T) =>
    later.includes(one) || (one.checksum === next.checksum && !(one === first && later.length > 0));
  /** As what it is counted: its day, or by itself. */
  const slotOf = (one: T) => (daily ? dayOf(one) : one);
  const slots = new Set(ofKind.filter((one) => !isReplaced(one) && one !== first).map(slotOf));
  const kept = new Set([...slots].slice(1 - backupsKept[next.kind]));
  return ofKind.filter((one) => isReplaced(one) || (one !== first && !kept.has(slotOf(one))));
}

/** What a snapshot holds, of whatever version. */
const Snapshot = z.strictObject({
  version: z.unknown(),
  settings: z.unknown(),
  projects: z.array(z.unknown()),
  notes: z.array(z.unknown()),
});

/**
 * The library in these records as text, in pieces of one record, so that it can be made a little at a time. Records are
 * taken as they are: nothing is judged, and one of an earlier version stays one.
 */
export function* snapshotPieces(records: Records): Generator<string> {
  const version = Reflect.get(Object(records[manifestKey]), 'schema');
  yield `{"version":${JSON.stringify(version)},"settings":${canonicalJson(records[settingsKey])},"projects":[`;
  yield* listed(records, 'project:');
  yield '],"notes":[';
  yield* listed(records, 'note:');
  yield ']}';
}

/** How many of each a snapshot of these records holds. */
export function countsIn(records: Records): BackupAbout['counts'] {
  const keys = Object.keys(records);
  return {
    projects: keys.filter((key) => key.startsWith('project:')).length,
    notes: keys.filter((key) => key.startsWith('note:')).length,
  };
}

/** The text of a snapshot as the text of an export file, to be looked into and taken in like any other. */
export function exportOfSnapshot(text: string, at: string): Result<string> {
  let snapshot: z.infer<typeof Snapshot>;
  try {
    snapshot = Snapshot.parse(JSON.parse(text));
  } catch {
    return failed('bad-file', t('lib.backup.unreadable'));
  }
  const { version, projects, notes, settings } = snapshot;
  const counts = { projects: projects.length, notes: notes.length };
  const content = { projects, notes, settings };
  const app = { name: 'Underline', version: 'backup' };
  const document = {
    format,
    version,
    exportedAt: at,
    app,
    counts,
    checksum: checksumOf(content),
    ...content,
  };
  return done(`${JSON.stringify(document)}\n`);
}

function* listed(records: Records, kind: 'project:' | 'note:'): Generator<string> {
  let first = true;
  for (const [key, record] of Object.entries(records)) {
    if (!key.startsWith(kind)) continue;
    // What follows from its notes is no part of a project outside the store.
    const { notes: _, openQuestions: __, ...alone } = Object(record) as Record<string, unknown>;
    yield `${first ? '' : ','}${canonicalJson(kind === 'project:' ? alone : record)}`;
    first = false;
  }
}
