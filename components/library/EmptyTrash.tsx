import { counted } from '../counted.ts';
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
  const its = projects === 1 ? 'its' : 'their';
  const inside = within === 0 ? '' : ` with ${its} ${within === 1 ? 'note' : counted(within, 'note')}`;
  const words = [
    ...(projects > 0 ? [`${counted(projects, 'project')}${inside}`] : []),
    ...(notes > 0 ? [counted(notes, 'note')] : []),
  ];
  return words.join(', and ');
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
        title={`Delete ${trashWords(props.counts)} for ever?`}
        keep="Keep them"
        go="Delete for ever"
        onKeep={props.onKeep}
        onGo={props.onEmpty}
      >
        This can not be undone. An export, a backup or, for a month, the undo of an import may still have
        them.
      </Question>
    </div>
  );
}
