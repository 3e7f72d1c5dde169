import type { Lost } from '../../lib/library/recovery-parts.ts';
import type { RecoveryPlan } from '../../lib/library/recovery-plan.ts';
import { counted } from '../counted.ts';

const settingsWords: Record<RecoveryPlan['settings'], string> = {
  kept: 'Your settings stay as they are.',
  'from-mirror': 'Your settings come from the second copy.',
  defaults: 'Your settings can not be read in either copy: they go back to how they were at first.',
};

/** What a repair would do: what comes from where, what is put aside, and what nobody can read any more. */
export function RepairPreview({ plan }: { plan: RecoveryPlan }) {
  const { library, fromMirror, lost, aside } = plan;
  const rows = [
    {
      name: 'Readable',
      projects: library.projects.length,
      notes: library.notes.length,
    },
    { name: 'of them from the second copy', projects: fromMirror.projects, notes: fromMirror.notes },
    { name: 'Lost in both copies', ...lostOf(lost) },
  ];
  return (
    <>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line text-small text-soft">
            <th scope="col" className="py-1 text-start font-normal">
              <span className="sr-only">What</span>
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              Projects
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              Notes
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, projects, notes }) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                {name}
              </th>
              <td className="py-1.5 text-end">{projects.toLocaleString()}</td>
              <td className="py-1.5 text-end">{notes.toLocaleString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-soft text-pretty">
        {settingsWords[plan.settings]}{' '}
        {aside.length > 0 &&
          `${counted(aside.length, 'record')} that make${aside.length === 1 ? 's' : ''} no sense or belong${aside.length === 1 ? 's' : ''} to nothing ${aside.length === 1 ? 'is' : 'are'} put aside, not deleted.`}
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
  return (
    <p className="text-pretty">
      Of {new Intl.ListFormat('en').format(names.slice(0, namedAtMost))}
      {names.length > namedAtMost && ` and ${names.length - namedAtMost} more`} only name, aliases and status
      are left; the thesis is lost.
    </p>
  );
}

const lostOf = (lost: Lost[]) => {
  const projects = lost.filter(({ key }) => key.startsWith('project:')).length;
  return { projects, notes: lost.length - projects };
};
