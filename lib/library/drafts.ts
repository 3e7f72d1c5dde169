import type { Command } from './command.ts';
import type { Drafts } from './schema.ts';

/** How many drafts of projects that are not kept yet there may be: nothing else ever clears those that nobody takes up. */
const mostKeeping = 200;

/** The record that a draft is about; null for a project that is not kept yet. */
export function subjectOf(about: string): { type: 'project' | 'note'; id: string } | null {
  if (about.startsWith('keep:')) return null;
  return { type: about.startsWith('note:') ? 'note' : 'project', id: about.slice(about.indexOf(':') + 1) };
}

/** The drafts with this one kept instead of what was there; an empty body forgets it. */
export function withDraft({ drafts }: { drafts: Drafts }, about: string, body: string): Drafts {
  const { [about]: before, ...others } = drafts;
  if (body === '') return before === undefined ? drafts : others;
  if (about.startsWith('keep:')) {
    const keeping = Object.keys(others).filter((key) => key.startsWith('keep:'));
    // New ones are added last. The browser gives them back by their names, so after a restart these go in that order.
    for (const key of keeping.slice(0, -(mostKeeping - 1))) delete others[key];
  }
  return { ...others, [about]: body };
}

/** The drafts of what a command saves, each with its editor and what is left of it; where that is nothing it is forgotten. */
export function draftsAfter(command: Command): [about: string, body: string][] {
  switch (command.type) {
    case 'keep-project':
      return command.draft === undefined ? [] : [[command.draft, '']];
    case 'edit-project':
      return (['name', 'thesis'] as const)
        .filter((field) => command[field] !== undefined)
        .map((field) => [`${field}:${command.id}`, '']);
    case 'add-aliases':
      return command.typed === undefined ? [] : [[`alias:${command.id}`, command.typed]];
    case 'change-tags':
      return command.changes.flatMap(({ id, typed }) => (typed === undefined ? [] : [[`tag:${id}`, typed]]));
    case 'add-note':
      return [[command.projectId, '']];
    case 'edit-note':
      return [[`note:${command.id}`, '']];
    default:
      return [];
  }
}

/** The drafts once this command is saved, of which they are a part. */
export const draftsWith = (command: Command, base: { drafts: Drafts }): Drafts =>
  draftsAfter(command).reduce((drafts, [about, body]) => withDraft({ drafts }, about, body), base.drafts);
