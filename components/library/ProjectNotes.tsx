import { useEffect, useRef } from 'react';
import type { Note, NoteKind, StoredProject } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { runCommand } from '../../lib/state/commands.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { showMoreNotes, useProject } from '../../lib/state/project.ts';
import { Button } from '../Button.tsx';
import { NoteComposer } from '../NoteComposer.tsx';
import { NoteList } from '../NoteList.tsx';
import { Timeline } from './Timeline.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useCommand } from './use-command.ts';

const isOpen = (kind: NoteKind): boolean => kind.type === 'question' && kind.answer === 'open';

/** What was noted of a project, and a new note; as a `timeline` with the open questions before it, or as one list. */
export function ProjectNotes({ project, timeline }: { project: StoredProject; timeline: boolean }) {
  const { notes, questions, unreadable, more } = useProject();
  const { runWithUndo, keepDraft } = useCommand();
  const draft = useLibrary((library) => library.drafts[project.id]);
  const whole = useRef<HTMLDivElement>(null);
  const moving = useRef(false);
  // A question that is answered goes to the other list, and what had the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the lists are others
  useEffect(() => {
    if (!moving.current || document.activeElement !== document.body) return;
    moving.current = false;
    whole.current?.focus({ preventScroll: true });
  }, [notes, questions]);
  const edits: Pick<Parameters<typeof NoteList>[0], 'onDraft' | 'onEdit' | 'onTrash'> = {
    onDraft: ({ id }, body) => keepDraft(`note:${id}`, body),
    onEdit: async (note, kind, body, op) => {
      moving.current = timeline && isOpen(note.kind) !== isOpen(kind);
      const edited = await runCommand({ type: 'edit-note', id: note.id, kind, body }, op);
      if (!edited.ok) moving.current = false;
      return edited;
    },
    onTrash: ({ id }) => {
      // The list goes with its last note.
      if (timeline) whole.current?.focus({ preventScroll: true });
      void runWithUndo({ type: 'trash-note', id }, t('note.trashed'), { type: 'restore-note', id });
    },
  };
  const open = new Set(timeline ? questions.map(({ id }) => id) : []);
  const others = notes.filter(({ id }: Note) => !open.has(id));
  return (
    <div ref={whole} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      <NoteComposer
        draft={draft ?? ''}
        onDraft={(body) => keepDraft(project.id, body)}
        // The composer itself says when a save fails.
        onSave={(kind, body, op) =>
          runCommand({ type: 'add-note', projectId: project.id, kind, body, source: null }, op)
        }
      />
      <Unreadable count={unreadable} />
      {open.size > 0 && (
        <section className="flex flex-col gap-2 rounded-lg border border-line bg-sheet p-3">
          <h3 className="text-small font-medium text-researching">
            {t('panel.openQuestionsCounted', { count: open.size })}
          </h3>
          <NoteList label={t('panel.openQuestions')} notes={questions} {...edits} />
        </section>
      )}
      {notes.length === 0 && unreadable === 0 ? (
        <p className="px-2 py-3 text-center text-soft text-pretty">{t('project.noNotes')}</p>
      ) : timeline ? (
        others.length > 0 && <Timeline notes={others} {...edits} />
      ) : (
        <NoteList notes={others} {...edits} />
      )}
      {more && <Button onClick={() => void showMoreNotes()}>{t('note.older')}</Button>}
    </div>
  );
}
