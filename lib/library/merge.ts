import { foldAliases } from './project-edits.ts';
import type { Alias, Project } from './schema.ts';
import { tagsField } from './tags.ts';

/** Which of the two projects something is taken from: the one that goes, or the one that stays. */
export const sides = ['from', 'into'] as const;
export type Side = (typeof sides)[number];

/** What the user chose in the preview, by side: what is stored then counts, however old what the preview shows. */
export interface MergeChoice {
  name: Side;
  status: Side;
  thesis: Side | 'both';
}

/** The two projects, as far as they are joined. */
type Joined = Pick<Project, 'name' | 'aliases' | 'tags' | 'status' | 'thesis'>;

/** What of the merged project does not follow from its notes. `both`: the thesis that stays first, then the other. */
export function mergedOf(from: Joined, into: Joined, choice: MergeChoice): Joined {
  const sides = { from, into };
  return {
    name: sides[choice.name].name,
    status: sides[choice.status].status,
    thesis: choice.thesis === 'both' ? joinedThesis(into.thesis, from.thesis) : sides[choice.thesis].thesis,
    aliases: joinedAliases(into.aliases, from.aliases),
    ...tagsField([...(into.tags ?? []), ...(from.tags ?? [])]),
  };
}

/** Whether there are two theses to choose from. */
export const thesesDiffer = (from: Joined, into: Joined): boolean =>
  from.thesis.trim() !== '' && into.thesis.trim() !== '' && from.thesis.trim() !== into.thesis.trim();

function joinedThesis(first: string, second: string): string {
  if (second.trim() === '' || second.trim() === first.trim()) return first;
  return first.trim() === '' ? second : `${first.trimEnd()}\n\n${second.trimStart()}`;
}

const joinedAliases = (first: readonly Alias[], second: readonly Alias[]): Alias[] =>
  foldAliases([...first, ...second]);
