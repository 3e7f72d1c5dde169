import { t } from '../../lib/library/text.ts';
import { Question } from './Question.tsx';

/** What would be gone, such as `1 project with its note, and 3 notes`; `within`: notes of the projects. */
function trashWords({
  projects,
  within,
  notes,
}: {
  projects: number;
  within: number;
  notes: number;
}): string {
  const gone =
    within === 0
      ? t('trash.projects', { count: projects })
      : t('trash.projectsWith', { count: projects, notes: t('trash.within', { count: within }) });
  if (notes === 0) return gone;
  const single = t('trash.notes', { count: notes });
  return projects === 0 ? single : t('trash.both', { projects: gone, notes: single });
}

/** Asks before anything is deleted for ever: no backup is made of it. */
export function EmptyTrash(props: {
  counts: Parameters<typeof trashWords>[0];
  onEmpty: () => void;
  onKeep: () => void;
}) {
  return (
    <div className="mx-2 mb-2">
      <Question
        title={t('trash.ask', { what: trashWords(props.counts) })}
        keep={t('trash.keep')}
        go={t('trash.go')}
        onKeep={props.onKeep}
        onGo={props.onEmpty}
      >
        {t('trash.what')}
      </Question>
    </div>
  );
}
