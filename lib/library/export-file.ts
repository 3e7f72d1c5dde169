import { checksumOf } from './digest.ts';
import type { ExportDocument } from './export-schema.ts';
import { format, version } from './migrate.ts';
import { type Library, projectAlone } from './read-library.ts';

/** Everything in the library as one document, the trash included, oldest first. */
export function exportDocument(
  library: Library,
  { now, appVersion }: { now: string; appVersion: string },
): ExportDocument {
  const projects = library.projects.toSorted(oldestFirst).map(projectAlone);
  const notes = library.notes.toSorted(oldestFirst);
  const content = { projects, notes, settings: library.settings };
  return {
    format,
    version,
    exportedAt: now,
    app: { name: 'Underline', version: appVersion },
    counts: { projects: projects.length, notes: notes.length },
    checksum: checksumOf(content),
    ...content,
  };
}

/** The document as the text of a file. */
export const exportText = (document: ExportDocument): string => `${JSON.stringify(document, null, 2)}\n`;

/** `underline-2026-03-01.json`, by the UTC day of `now`. */
export const exportFileName = (now: string): string => `underline-${now.slice(0, 10)}.json`;

/** By date, then id: the same library gives the same file. */
const oldestFirst = (a: { createdAt: string; id: string }, b: { createdAt: string; id: string }): number => {
  const [left, right] = [`${a.createdAt} ${a.id}`, `${b.createdAt} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
};
