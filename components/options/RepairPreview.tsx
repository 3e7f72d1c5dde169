import type { Lost } from '../../lib/library/recovery-parts.ts';
import type { RecoveryPlan } from '../../lib/library/recovery-plan.ts';
import { language, number, t } from '../../lib/library/text.ts';

const settingsWords = (settings: RecoveryPlan['settings']): string => {
  if (settings === 'kept') return t('import.settingsSame');
  return t(settings === 'from-mirror' ? 'recovery.settingsFromCopy' : 'recovery.settingsDefaults');
};

/** What a repair would do: what comes from where, what is put aside, and what nobody can read any more. */
export function RepairPreview({ plan }: { plan: RecoveryPlan }) {
  const { library, fromMirror, lost, aside } = plan;
  const rows = [
    {
      name: t('recovery.rowReadable'),
      projects: library.projects.length,
      notes: library.notes.length,
    },
    { name: t('recovery.rowFromCopy'), projects: fromMirror.projects, notes: fromMirror.notes },
    { name: t('recovery.rowLost'), ...lostOf(lost) },
  ];
  return (
    <>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line text-small text-soft">
            <th scope="col" className="py-1 text-start font-normal">
              <span className="sr-only">{t('recovery.rowWhat')}</span>
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              {t('common.projectsTitle')}
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              {t('common.notesTitle')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, projects, notes }) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                {name}
              </th>
              <td className="py-1.5 text-end">{number(projects)}</td>
              <td className="py-1.5 text-end">{number(notes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-soft text-pretty">
        {settingsWords(plan.settings)} {aside.length > 0 && t('recovery.putAside', { count: aside.length })}
      </p>
      <LostProjects lost={lost} />
    </>
  );
}

/** Named at most; the numbers stand above. */
const namedAtMost = 20;

function LostProjects({ lost }: { lost: Lost[] }) {
  const names = lost.flatMap(({ key, name }) => (key.startsWith('project:') && name !== null ? [name] : []));
  if (names.length === 0) return null;
  const named = new Intl.ListFormat(language()).format(names.slice(0, namedAtMost));
  const rest = names.length - namedAtMost;
  return (
    <p className="text-pretty">
      {rest > 0
        ? t('recovery.thesisLostMore', { names: named, number: rest })
        : t('recovery.thesisLost', { names: named })}
    </p>
  );
}

const lostOf = (lost: Lost[]) => {
  const projects = lost.filter(({ key }) => key.startsWith('project:')).length;
  return { projects, notes: lost.length - projects };
};
