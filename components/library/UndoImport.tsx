import type { UndoPlan } from '../../lib/library/undo-plan.ts';
import { counted } from '../counted.ts';
import { Question } from './Question.tsx';

/** What would come of it, such as `2 projects and 1 note are removed.` */
function undoWords({ projects, notes, settings, skipped }: UndoPlan): string {
  const brought = <T,>(changes: { after: T | null }[]) =>
    changes.filter(({ after }) => after === null).length;
  const [goneProjects, goneNotes] = [brought(projects), brought(notes)];
  const gone = [
    ...(goneProjects > 0 ? [counted(goneProjects, 'project')] : []),
    ...(goneNotes > 0 ? [counted(goneNotes, 'note')] : []),
  ];
  const back = projects.length + notes.length - goneProjects - goneNotes;
  const words = [
    ...(gone.length > 0
      ? [`${gone.join(' and ')} ${goneProjects + goneNotes === 1 ? 'is' : 'are'} removed.`]
      : []),
    ...(back > 0
      ? [`${counted(back, 'record')} ${back === 1 ? 'becomes as it was' : 'become as they were'} before.`]
      : []),
    ...(settings ? ['Your settings become as they were before.'] : []),
    ...(skipped > 0
      ? [`${skipped.toLocaleString()} that changed since ${skipped === 1 ? 'stays' : 'stay'}.`]
      : []),
  ];
  return words.length > 0 ? words.join(' ') : 'It changes nothing.';
}

/** Asks before an import is undone: what it brought then lies in no trash. */
export function UndoImport(props: {
  plan: UndoPlan;
  undoing: boolean;
  onUndo: () => void;
  onKeep: () => void;
}) {
  return (
    <Question
      title="Undo your last import or restore?"
      keep="Keep it"
      go={props.undoing ? 'Undoing…' : 'Undo it'}
      busy={props.undoing}
      onKeep={props.onKeep}
      onGo={props.onUndo}
    >
      {undoWords(props.plan)} A backup is made first: the page “Your library” can bring all of it back.
    </Question>
  );
}
