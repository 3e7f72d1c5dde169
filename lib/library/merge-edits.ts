import type { Command } from './command.ts';
import { digestOf } from './digest.ts';
import { subjectOf } from './drafts.ts';
import type { Change, Edit } from './edit.ts';
import { longestDraft, longestThesis, mostTags, tooManyTags } from './limits.ts';
import { mergedOf } from './merge.ts';
import { openQuestionsOf } from './open-questions.ts';
import type { Base, Records } from './parse.ts';
import { aliasesTooMany, later, projectNotInTrash } from './project-edits.ts';
import { projectAlone, readNotes } from './read-library.ts';
import { newestFirst } from './recent.ts';
import { done, failed, type Result } from './result.ts';
import type { Drafts, Note, StoredProject, Undo } from './schema.ts';
import { t } from './text.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * Makes one project of two: `into` gets what was chosen, the aliases and tags of both and all notes; `from` goes to the trash without any.
 * Answers the id of `into`. Fails with `bad-command` for a project and itself, where a limit is passed,
 * and while a name, thesis, alias or tag is typed in `from`.
 */
export function mergeProjects(
  command: Of<'merge-projects'>,
  base: Base,
  records: Records,
  now: string,
): Result<Edit> {
  if (command.from === command.into) return failed('bad-command', t('merge.withItself'));
  const from = projectNotInTrash(base, records, command.from);
  if (!from.ok) return from;
  const into = projectNotInTrash(base, records, command.into);
  if (!into.ok) return into;
  const staying = readNotes(records, into.value.notes);
  if (!staying.ok) return staying;
  const moving = readNotes(records, from.value.notes);
  if (!moving.ok) return moving;

  const merged = mergedOf(from.value, into.value, command.choice);
  if (merged.aliases.length > 200) return aliasesTooMany(merged.name, merged.aliases.length);
  if ((merged.tags?.length ?? 0) > mostTags) return tooManyTags(merged.name, merged.tags?.length ?? 0);
  if (merged.thesis.length > longestThesis)
    return failed(
      'bad-command',
      t('merge.thesisTooLong', { length: merged.thesis.length, longest: longestThesis }),
    );
  const drafts = draftsJoined(base.drafts, command);
  const isLeft = Object.keys(drafts).some((about) => subjectOf(about)?.id === from.value.id);
  // In the trash nobody would find it again.
  if (isLeft) return failed('bad-command', t('merge.unsaved', { name: from.value.name }));

  const notes: Change<Note>[] = moving.value.map((note) => ({
    before: note,
    after: { ...note, projectId: into.value.id, updatedAt: later(note.updatedAt, now) },
  }));
  const list = newestFirst(
    staying.value,
    notes.flatMap(({ after }) => after ?? []),
  );
  const kept: StoredProject = {
    ...into.value,
    ...merged,
    updatedAt: later(into.value.updatedAt, now),
    notes: list.map(({ id }) => id),
    openQuestions: openQuestionsOf(list),
  };
  const at = later(from.value.updatedAt, now);
  const left: StoredProject = { ...from.value, trashedAt: at, updatedAt: at, notes: [], openQuestions: [] };
  // All notes stay in view, so the recent ones are the same.
  return done({
    projects: [
      { before: into.value, after: kept },
      { before: from.value, after: left },
    ],
    notes,
    drafts,
    undo: {
      projects: [
        undoOf(projectAlone(into.value), projectAlone(kept)),
        undoOf(projectAlone(from.value), projectAlone(left)),
      ],
      notes: notes.flatMap(({ before, after }) => (before && after ? undoOf(before, after) : [])),
      settings: null,
    } satisfies Undo,
    id: kept.id,
  });
}

/** A note that is being written moves too: in the trash it would go with the project, though nobody deleted it. */
function draftsJoined(drafts: Drafts, { from, into }: { from: string; into: string }): Drafts {
  const { [from]: moving, ...others } = drafts;
  if (moving === undefined) return drafts;
  const there = drafts[into];
  const joined = there === undefined ? moving : `${there.trimEnd()}\n\n${moving}`;
  return joined.length > longestDraft ? drafts : { ...others, [into]: joined };
}

const undoOf = <T extends { id: string }>(before: T, after: T) => ({
  id: before.id,
  before,
  after: digestOf(after),
});
