import { sameContent } from './digest.ts';
import { entryOf, trashOf } from './index-of.ts';
import { tallyOf } from './manifest.ts';
import { type Base, parseNote, parseProject, type Records } from './parse.ts';
import type { Note, StoredProject } from './schema.ts';

/** How many records of a library are not as its manifest says, from all records; 0 if it is whole. */
export function damagedRecords({ index, manifest }: Base, records: Records): number {
  const projects: StoredProject[] = [];
  const notes: Note[] = [];
  let damaged = 0;
  for (const [id, entry] of Object.entries(index.projects)) {
    const project = parseProject(records, id);
    if (!project.ok) {
      damaged += 1;
      continue;
    }
    projects.push(project.value);
    let unreadable = 0;
    let shown = 0;
    for (const noteId of project.value.notes) {
      const note = parseNote(records, noteId);
      if (note.ok && note.value.projectId === id) {
        notes.push(note.value);
        if (note.value.trashedAt === null) shown += 1;
      } else unreadable += 1;
    }
    damaged += unreadable;
    if (unreadable === 0 && !sameContent(entry, entryOf(project.value, shown))) damaged += 1;
  }
  if (damaged === 0 && index.trash && !sameContent(index.trash, trashOf(notes))) damaged += 1;
  const tally = tallyOf(projects, notes);
  const { counts, checksum } = manifest;
  if (sameContent(tally, { counts, checksum })) return damaged;
  const missing = counts.projects + counts.notes - tally.counts.projects - tally.counts.notes;
  return Math.max(1, damaged, missing);
}
