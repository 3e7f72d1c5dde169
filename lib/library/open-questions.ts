import type { Note, StoredProject } from './schema.ts';

const isOpen = ({ kind, trashedAt }: Note): boolean =>
  kind.type === 'question' && kind.answer === 'open' && trashedAt === null;

/** Ids of the open questions among a project's notes, which are given newest first; oldest first. */
export const openQuestionsOf = (notes: readonly Note[]): string[] =>
  notes
    .filter(isOpen)
    .map(({ id }) => id)
    .reverse();

/** The project after one of its notes became what it is now; the same object if its open questions are the same. */
export function withQuestion(project: StoredProject, note: Note): StoredProject {
  const open = isOpen(note);
  const asked = new Set(project.openQuestions);
  if (asked.has(note.id) === open) return project;
  if (open) asked.add(note.id);
  else asked.delete(note.id);
  return { ...project, openQuestions: project.notes.filter((id) => asked.has(id)).reverse() };
}
