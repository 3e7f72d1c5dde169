import { digestOf, noDigest, xor } from './digest.ts';
import { noteKey, projectKey } from './keys.ts';
import type { Base } from './parse.ts';
import type { Manifest, Note, StoredProject } from './schema.ts';

/** A record under its key, before and after; `null` where it does not exist. */
export interface RecordChange {
  key: string;
  before: unknown;
  after: unknown;
}

/** The manifest after one more command, from the records that it changed alone. */
export function manifestAfter(manifest: Manifest, changes: readonly RecordChange[]): Manifest {
  let { checksum } = manifest;
  const counts = { ...manifest.counts };
  for (const { key, before, after } of changes) {
    const kind = key.startsWith('project:') ? 'projects' : 'notes';
    if (before !== null) {
      checksum = xor(checksum, recordDigest(key, before));
      counts[kind] -= 1;
    }
    if (after !== null) {
      checksum = xor(checksum, recordDigest(key, after));
      counts[kind] += 1;
    }
  }
  return { ...manifest, generation: manifest.generation + 1, counts, checksum };
}

/** Counts and checksum as they follow from all records, to compare with what the manifest says. */
export function tallyOf(
  projects: readonly StoredProject[],
  notes: readonly Note[],
): Pick<Manifest, 'counts' | 'checksum'> {
  const digests = [
    ...projects.map((project) => recordDigest(projectKey(project.id), project)),
    ...notes.map((note) => recordDigest(noteKey(note.id), note)),
  ];
  return {
    counts: { projects: projects.length, notes: notes.length },
    checksum: digests.reduce(xor, noDigest),
  };
}

/** Whether index and manifest can not belong together; tells without reading a single record. */
export function contradicts({ index, manifest: { counts } }: Pick<Base, 'index' | 'manifest'>): boolean {
  const entries = Object.values(index.projects);
  const notes = entries.reduce((sum, entry) => sum + entry.notes, 0);
  const shown = entries.reduce((sum, entry) => sum + (entry.trashedAt === null ? entry.notes : 0), 0);
  return (
    entries.length !== counts.projects ||
    notes > counts.notes ||
    index.recent.length > shown ||
    (index.recent.length === 0 && shown > 0)
  );
}

/** How many commands were saved since the last export, or ever; `at`: when that was. */
export const sinceExport = ({ generation, exported }: Manifest): { changes: number; at: string | null } => ({
  // A repair or an older copy may have fewer.
  changes: Math.max(0, generation - (exported?.generation ?? 0)),
  at: exported?.at ?? null,
});

/** Its key is part of a record's digest: two equal records must not cancel each other out. */
export const recordDigest = (key: string, record: unknown): string => digestOf([key, record]);
