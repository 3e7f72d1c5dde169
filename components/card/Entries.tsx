import type { ReactNode } from 'react';
import { t } from '../../lib/library/text.ts';
import { readAgain, showMoreNotes, useProject } from '../../lib/state/project.ts';
import { Button } from '../Button.tsx';
import { Failed } from '../Failed.tsx';
import { Unreadable } from '../library/Unreadable.tsx';
import { NoteList } from '../NoteList.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { Lead } from './Lead.tsx';

/**
 * What the user wrote about a project: the harder question or the thesis first, then what `children` shows of where it
 * stands, then the newest notes.
 */
export function Entries({ id, children }: { id: string; children: ReactNode }) {
  const { project, status, failure, question, notes, unreadable, more } = useProject();
  const failed = failure && (
    <Failed
      failure={failure}
      action={<Button onClick={() => void readAgain()}>{t('common.tryAgain')}</Button>}
    />
  );
  if (status === 'failed')
    return (
      <>
        {children}
        {failed}
      </>
    );
  // The mirror shows another project until this one is read.
  if (project?.id !== id) return <Skeleton label={t('library.readingNotes')} />;

  const rest = notes.filter(({ id }) => id !== question?.id);
  const hasLead = question !== null || project.thesis.trim() !== '';
  return (
    <>
      {failed}
      <Unreadable count={unreadable} />
      <Lead question={question} thesis={project.thesis} />
      {children}
      {rest.length > 0 && (
        <div className="border-t border-line pt-3">
          <NoteList notes={rest} />
        </div>
      )}
      {!hasLead && rest.length === 0 && unreadable === 0 && (
        <p className="m-auto max-w-60 text-center text-soft text-pretty">{t('card.nothingWritten')}</p>
      )}
      {more && (
        <Button look="quiet" className="self-start" onClick={() => void showMoreNotes()}>
          {t('note.older')}
        </Button>
      )}
    </>
  );
}
