import './zod-jitless.ts';
import * as z from 'zod';
import { isObject } from './is-object.ts';
import { type OldRecord, steps as released, type Step, version } from './migration-steps.ts';
import { misfit } from './misfit.ts';
import { done, failed, type Result } from './result.ts';
import { t } from './text.ts';

export const format = 'underline-export';

/** An export file as it was written, its records not yet looked at. Loose: the rest of the header says nothing. */
const Document = z.object({
  version: z.int().min(1),
  counts: z.object({ projects: z.unknown(), notes: z.unknown() }).optional(),
  checksum: z.unknown().optional(),
  projects: z.array(z.unknown()),
  notes: z.array(z.unknown()),
  settings: z.unknown().optional(),
});
export type Document = z.infer<typeof Document>;

/** Opens an export file of any released version as it was written. Fails with `bad-file` or `newer-version`. */
export function openDocument(document: unknown, steps: readonly Step[] = released): Result<Document> {
  if (!isObject(document) || document.format !== format)
    return failed('bad-file', t('lib.file.format', { format }));
  if (newerThanKnown(document, 'version', steps)) return tooNew('file');
  if (!Number.isInteger(document.version) || Number(document.version) < 1)
    return failed('bad-file', t('lib.file.version'));

  const parsed = Document.safeParse(document);
  if (parsed.success) return done(parsed.data);
  const { place, reason } = misfit(parsed.error, []);
  return failed('bad-file', t('lib.file.misfit', { place, reason }));
}

/**
 * Brings a document of any released version to the current one, record by record. Fails as `openDocument` does.
 * Records are not judged here: what is none stays what it is.
 */
export function migrate(document: unknown, steps: readonly Step[] = released): Result<Document> {
  const opened = openDocument(document, steps);
  if (!opened.ok) return opened;
  const { version: from, projects, notes, settings } = opened.value;
  const record = recordMigration(from, steps);
  return done({
    ...opened.value,
    version: steps.length + 1,
    projects: projects.map((project) => record('project', project)),
    notes: notes.map((note) => record('note', note)),
    settings: record('settings', settings),
  });
}

/** Brings one record from this version to the current one; what is no record stays as it is. */
export function recordMigration(from: number, steps: readonly Step[] = released) {
  const left = steps.slice(from - 1);
  return (kind: keyof Step, value: unknown): unknown =>
    isObject(value) ? left.reduce<OldRecord>((record, step) => step[kind](record), value) : value;
}

/** Whether what carries its version in `field` comes from a later Underline. */
export const newerThanKnown = (value: unknown, field: string, steps: readonly Step[] = released): boolean =>
  (versionIn(value, field) ?? 0) > steps.length + 1;

/** Whether a manifest was written by an earlier Underline, so that the library has to be brought along. */
export const olderThanKnown = (manifest: unknown): boolean => (schemaIn(manifest) ?? version) < version;

/** The version of the records beside this manifest; null if it does not say. */
export const schemaIn = (manifest: unknown): number | null => versionIn(manifest, 'schema');

/** For what a later Underline wrote. */
export const tooNew = (what: 'library' | 'file'): Result<never> =>
  failed('newer-version', what === 'file' ? t('lib.newer.file') : t('lib.newer.library'));

/** For whoever reads while the library is brought along. */
export const notYet = () => failed('older-version', t('lib.older.notYet'));

function versionIn(value: unknown, field: string): number | null {
  const found = isObject(value) ? value[field] : undefined;
  return typeof found === 'number' ? found : null;
}
