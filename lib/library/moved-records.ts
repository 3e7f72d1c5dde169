import { digestOf } from './digest.ts';
import { subjectOf } from './drafts.ts';
import { noteKey, projectKey } from './keys.ts';
import type { Drafts, Note, StoredProject } from './schema.ts';

/** Ids that records leave and those that they get instead. */
export interface Moving {
  projects: ReadonlyMap<string, string>;
  notes: ReadonlyMap<string, string>;
  /** The new keys. */
  keys: string[];
}

/**
 * New ids for the records under these keys. A browser that can not read a key can not write it either: it reads what
 * was there before. The new ids follow from the old, so that what is shown is what is done.
 */
export function movedIds(
  damaged: readonly string[],
  projects: ReadonlyMap<string, StoredProject>,
  notes: ReadonlyMap<string, Note>,
  move: number,
): Moving {
  const away = new Set(damaged);
  const moved = (ids: Iterable<string>, keyOf: (id: string) => string) =>
    new Map(
      [...ids].filter((id) => away.has(keyOf(id))).map((id): [string, string] => [id, digestOf([id, move])]),
    );
  const [ofProjects, ofNotes] = [moved(projects.keys(), projectKey), moved(notes.keys(), noteKey)];
  return {
    projects: ofProjects,
    notes: ofNotes,
    keys: [...[...ofProjects.values()].map(projectKey), ...[...ofNotes.values()].map(noteKey)],
  };
}

/** Puts the records under their new ids, and whatever names them. */
export function moveRecords(
  moving: Moving,
  projects: Map<string, StoredProject>,
  notes: Map<string, Note>,
): void {
  if (moving.keys.length === 0) return;
  const noteId = (id: string) => moving.notes.get(id) ?? id;
  const projectId = (id: string) => moving.projects.get(id) ?? id;
  for (const [id, project] of [...projects]) {
    const touched = moving.projects.has(id) || project.notes.some((note) => moving.notes.has(note));
    if (!touched) continue;
    projects.delete(id);
    const lists = { notes: project.notes.map(noteId), openQuestions: project.openQuestions.map(noteId) };
    projects.set(projectId(id), { ...project, ...lists, id: projectId(id) });
  }
  for (const [id, note] of [...notes]) {
    if (!moving.notes.has(id) && !moving.projects.has(note.projectId)) continue;
    notes.delete(id);
    notes.set(noteId(id), { ...note, id: noteId(id), projectId: projectId(note.projectId) });
  }
}

/** Drafts under the new ids of what they are about. */
export function movedDrafts(drafts: Drafts, { projects, notes }: Moving): Drafts {
  const moved = (about: string): string => {
    const subject = subjectOf(about);
    const id = subject && (subject.type === 'note' ? notes : projects).get(subject.id);
    return subject && id !== undefined && id !== null ? about.replace(subject.id, id) : about;
  };
  return Object.fromEntries(Object.entries(drafts).map(([about, body]) => [moved(about), body]));
}
