import { changeMany } from './bulk-edits.ts';
import type { Command } from './command.ts';
import { sameContent } from './digest.ts';
import { draftsWith } from './drafts.ts';
import type { Edit } from './edit.ts';
import { mostTags, tooManyTags } from './limits.ts';
import type { Base, Records } from './parse.ts';
import { later, projectNotInTrash } from './project-edits.ts';
import { done, type Result } from './result.ts';
import { foldTags, tagKey, tagsField } from './tags.ts';

type ChangeTags = Extract<Command, { type: 'change-tags' }>;

/**
 * Takes tags away from each project and adds tags to it; what else it has by now stays. Those that are gone or in the
 * trash are left out and counted as `skipped`. Fails with `bad-command`, and changes none, if one would have too many.
 */
export function changeTags(command: ChangeTags, base: Base, records: Records, now: string): Result<Edit> {
  const [one, ...more] = command.changes;
  if (one && more.length === 0) {
    const found = projectNotInTrash(base, records, one.id);
    if (!found.ok) return found;
  }
  // Named twice, the last one counts.
  const wanted = new Map(command.changes.map((change) => [change.id, change]));
  const edit = changeMany([...wanted.keys()], base, records, (project) => {
    if (project.trashedAt !== null) return null;
    const { add, remove } = wanted.get(project.id) ?? { add: [], remove: [] };
    const { tags = [], ...rest } = project;
    const gone = new Set(remove.map(tagKey));
    const next = foldTags([...tags.filter((tag) => !gone.has(tagKey(tag))), ...add]);
    if (sameContent(next, tags)) return project;
    return { ...rest, ...tagsField(next), updatedAt: later(project.updatedAt, now) };
  });
  if (!edit.ok) return edit;
  const full = edit.value.projects?.find(({ after }) => (after?.tags?.length ?? 0) > mostTags)?.after;
  if (full) return tooManyTags(full.name, full.tags?.length ?? 0);
  return done({ ...edit.value, drafts: draftsWith(command, base) });
}
