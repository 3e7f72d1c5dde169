import { utf8ToBytes } from '@noble/hashes/utils.js';
import { checksumOf } from './digest.ts';
import type { ExportDocument } from './export-schema.ts';
import { largestImport } from './limits.ts';
import { format } from './migrate.ts';
import { version } from './migration-steps.ts';
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

/** A file to save: its name and its text. */
export interface SavedFile {
  name: string;
  text: string;
}

/**
 * The library as files that import one after another, in any order, and give all of it back: nearly always one. Each has
 * the projects of its notes and at most `most` bytes.
 */
export function exportFiles(
  library: Library,
  about: { now: string; appVersion: string },
  most = largestImport,
): SavedFile[] {
  const { settings } = library;
  const textOf = (part: Library) => exportText(exportDocument(part, about));
  // The counts may have more digits.
  const around = bytesOf(textOf({ projects: [], notes: [], settings })) + 100;
  const parts = partsOf(library, most - around);
  const name = exportFileName(about.now);
  return parts.map((part, at) => ({
    name: parts.length === 1 ? name : name.replace('.json', `-${at + 1}-of-${parts.length}.json`),
    text: textOf({ ...part, settings }),
  }));
}

/** The records in as few parts as their sizes allow, project by project; one whose notes are in several is in each of them. */
function partsOf({ projects, notes }: Library, most: number): Pick<Library, 'projects' | 'notes'>[] {
  const byProject = Map.groupBy(notes, ({ projectId }) => projectId);
  let part: Pick<Library, 'projects' | 'notes'> = { projects: [], notes: [] };
  const parts = [part];
  let size = 0;
  const makeRoom = (more: number): boolean => {
    const fits = size === 0 || size + more <= most;
    if (!fits) {
      part = { projects: [], notes: [] };
      parts.push(part);
      size = 0;
    }
    size += more;
    return fits;
  };
  for (const project of projects.toSorted(oldestFirst).map(projectAlone)) {
    const itself = sizeOf(project);
    makeRoom(itself);
    part.projects.push(project);
    for (const note of (byProject.get(project.id) ?? []).toSorted(oldestFirst)) {
      if (!makeRoom(sizeOf(note))) {
        part.projects.push(project);
        size += itself;
      }
      part.notes.push(note);
    }
  }
  return parts;
}

const bytesOf = (text: string): number => utf8ToBytes(text).length;

/** What a record takes in a file at most, where it stands as deep as here. */
const sizeOf = (record: unknown): number => bytesOf(JSON.stringify([[record]], null, 2));

/** By date, then id: the same library gives the same file. */
const oldestFirst = (a: { createdAt: string; id: string }, b: { createdAt: string; id: string }): number => {
  const [left, right] = [`${a.createdAt} ${a.id}`, `${b.createdAt} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
};
