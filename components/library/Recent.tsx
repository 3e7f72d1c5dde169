import { NotebookPen } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { followRecent, useRecent } from '../../lib/state/recent.ts';
import { Empty } from '../Empty.tsx';
import { Failed } from '../Failed.tsx';
import { NoteEntry } from '../NoteList.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useView } from './view.tsx';

/** The newest notes of all projects. */
export function Recent() {
  useEffect(followRecent, []);
  const { status, failure, notes, unreadable } = useRecent();
  const projects = useLibrary((library) => library.index.projects);
  const { open } = useView();

  if (status === 'loading') return <Skeleton label={t('library.readingNotes')} />;
  if (failure) return <Failed failure={failure} />;
  if (notes.length === 0 && unreadable === 0)
    return (
      <Empty icon={NotebookPen} title={t('library.noNotes')}>
        {t('library.noNotesTry')}
      </Empty>
    );
  return (
    <>
      <Unreadable count={unreadable} />
      <ol aria-label={t('library.recentNotes')} className="flex flex-col gap-3.5 p-2">
        {notes.map((note) => {
          const project = projects[note.projectId];
          return (
            <li key={note.id}>
              <NoteEntry
                note={note}
                lead={
                  project && (
                    <button
                      type="button"
                      data-row={`${note.projectId}/${note.id}`}
                      onClick={() => open({ name: 'project', id: note.projectId })}
                      className="inline-flex min-w-0 items-center gap-1 rounded-sm text-body font-medium text-ink hover:underline"
                    >
                      <span className="truncate">{project.name}</span>
                    </button>
                  )
                }
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}
