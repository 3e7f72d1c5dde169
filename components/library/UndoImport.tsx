import { t } from '../../lib/library/text.ts';
import type { UndoPlan } from '../../lib/library/undo-plan.ts';
import { Question } from './Question.tsx';

/** What would come of it, such as `2 projects and 1 note are removed.` */
function undoWords({ projects, notes, settings, skipped }: UndoPlan): string {
  const brought = <T,>(changes: { after: T | null }[]) =>
    changes.filter(({ after }) => after === null).length;
  const [goneProjects, goneNotes] = [brought(projects), brought(notes)];
  const back = projects.length + notes.length - goneProjects - goneNotes;
  const words = [
    ...(goneProjects + goneNotes > 0 ? [goneWords(goneProjects, goneNotes)] : []),
    ...(back > 0 ? [t('import.undo.back', { count: back })] : []),
    ...(settings ? [t('import.undo.settings')] : []),
    ...(skipped > 0 ? [t('import.undo.skipped', { count: skipped })] : []),
  ];
  return words.length > 0 ? words.join(' ') : t('import.undo.nothing');
}

/** What is taken out again; one of the two at least is not 0. */
function goneWords(projects: number, notes: number): string {
  if (notes === 0) return t('import.undo.projectsGone', { count: projects });
  if (projects === 0) return t('import.undo.notesGone', { count: notes });
  return t('import.undo.bothGone', {
    projects: t('common.projects', { count: projects }),
    notes: t('common.notes', { count: notes }),
  });
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
      title={t('import.undo.ask')}
      keep={t('import.undo.keep')}
      go={t(props.undoing ? 'import.undo.working' : 'import.undo.go')}
      busy={props.undoing}
      onKeep={props.onKeep}
      onGo={props.onUndo}
    >
      {undoWords(props.plan)} {t('import.undo.backup')}
    </Question>
  );
}
