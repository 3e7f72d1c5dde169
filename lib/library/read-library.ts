import { damaged } from './damaged.ts';
import { noteKey } from './keys.ts';
import { type Base, parseNote, parseProject, type Records } from './parse.ts';
import { done, type Result } from './result.ts';
import type { Note, Project, Settings, StoredProject } from './schema.ts';

/** All projects and notes, those in the trash too, and the settings. */
export interface Library {
  projects: Project[];
  notes: Note[];
  settings: Settings;
}

/** The library with what only the store keeps. */
export interface StoredLibrary extends Library {
  /** After how many commands it was read. */
  generation: number;
  projects: StoredProject[];
  /** Notes that are neither in the trash nor of a project in the trash. */
  shown: Note[];
}

/** The notes with these ids; `damaged` names the first that is missing or does not parse. */
export function readNotes(records: Records, ids: readonly string[]): Result<Note[]> {
  const notes: Note[] = [];
  for (const id of ids) {
    const note = parseNote(records, id);
    if (!note.ok) return note;
    notes.push(note.value);
  }
  return done(notes);
}

/** The whole library from the records under `libraryKeys`; `damaged` names the first that is not as it should be. */
export function readLibrary({ index, settings, manifest }: Base, records: Records): Result<StoredLibrary> {
  const { generation } = manifest;
  const library: StoredLibrary = { generation, projects: [], notes: [], settings, shown: [] };
  for (const id of Object.keys(index.projects)) {
    const project = parseProject(records, id);
    if (!project.ok) return project;
    const notes = readNotes(records, project.value.notes);
    if (!notes.ok) return notes;
    const stray = notes.value.find(({ projectId }) => projectId !== id);
    if (stray) return damaged(noteKey(stray.id));
    library.projects.push(project.value);
    for (const note of notes.value) {
      library.notes.push(note);
      if (note.trashedAt === null && project.value.trashedAt === null) library.shown.push(note);
    }
  }
  return done(library);
}

/** The project without what follows from its notes, which only the store keeps. */
export const projectAlone = (stored: Project): Project => {
  const { id, name, aliases, tags, status, thesis, createdAt, updatedAt, trashedAt } = stored;
  return { id, name, aliases, ...(tags && { tags }), status, thesis, createdAt, updatedAt, trashedAt };
};
