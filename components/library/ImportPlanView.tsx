import type { ImportPlan } from '../../lib/library/import-plan.ts';
import { language, number, t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';

const keys = ['added', 'changed', 'same', 'rejected'] as const;

/** What a dry run is called, by what would be taken in. */
export interface PlanWords {
  title: string;
  nothing: string;
  columns: Record<(typeof keys)[number], string>;
  settings: Record<ImportPlan['settings'], string>;
  /** What else the user should know. */
  note?: string;
  /** What the button says that takes in so many. */
  apply: (count: number) => string;
  other: string;
}

/** The words for a file of this name. */
export const importWords = (file: string): PlanWords => ({
  title: t('import.title', { file }),
  nothing: t('import.nothing', { file }),
  columns: {
    added: t('import.added'),
    changed: t('import.changed'),
    same: t('import.same'),
    rejected: t('import.rejected'),
  },
  settings: {
    same: t('import.settingsSame'),
    changed: t('import.settingsChanged'),
    rejected: t('import.settingsRejected'),
  },
  apply: (count) => t('import.apply', { number: count }),
  other: t('import.otherFile'),
});

/** The dry run: how many of each kind, what is left out and why. */
export function ImportPlanView(props: {
  words: PlanWords;
  plan: ImportPlan;
  onImport: () => void;
  onCancel: () => void;
}) {
  const { plan, words } = props;
  const count = plan.totals.added + plan.totals.changed;
  return (
    <div className="flex animate-appear flex-col gap-3">
      <h3 ref={focusOnAppear} tabIndex={-1} className="text-lead font-medium outline-none">
        {count === 0 ? words.nothing : words.title}
      </h3>
      {/* Where the words of a language have no room beside one another, each number stands beside its word. */}
      <div className="@container">
        <table className="w-full border-collapse">
          <thead className="@max-[20rem]:hidden">
            <tr className="border-b border-line text-small text-soft">
              <th scope="col" className="py-1 text-start font-normal">
                <span className="sr-only">{t('import.kind')}</span>
              </th>
              {keys.map((key) => (
                <th key={key} scope="col" className="py-1 ps-2 text-end font-normal">
                  {words.columns[key]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['projects', 'notes'] as const).map((kind) => (
              <tr key={kind} className="border-b border-line">
                <th scope="row" className="py-1.5 text-start font-medium @max-[20rem]:block">
                  {t(kind === 'projects' ? 'common.projectsTitle' : 'common.notesTitle')}
                </th>
                {keys.map((key) => (
                  <td
                    key={key}
                    data-column={words.columns[key]}
                    className={`py-1.5 ps-2 text-end @max-[20rem]:block @max-[20rem]:text-start @max-[20rem]:before:content-[attr(data-column)_'_'] ${plan[kind][key] === 0 ? 'text-soft' : key === 'rejected' ? 'font-medium text-danger' : ''}`}
                  >
                    {number(plan[kind][key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-soft">
        {words.settings[plan.settings]} {words.note} <NewWeakSites plan={plan} />
      </p>
      {plan.rejected.length > 0 && (
        <details open={plan.rejected.length <= 5} className="rounded-md border border-line bg-sheet p-2">
          <summary className="rounded-sm font-medium">
            {t('import.leftOut', { number: plan.rejected.length })}
          </summary>
          <p className="mt-1 text-small text-soft text-pretty">{t('import.leftOutWhat')}</p>
          <ul className="mt-1 flex max-h-48 flex-col gap-1 overflow-y-auto">
            {plan.rejected.map(({ place, reason }) => (
              <li key={`${place} ${reason}`}>
                <code className="text-small">{place}</code> <span className="text-soft">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={props.onCancel}>
          {words.other}
        </Button>
        <Button look="solid" disabled={count === 0} onClick={props.onImport}>
          {words.apply(count)}
        </Button>
      </div>
    </div>
  );
}

/** Named at most; a file may list thousands. */
const namedAtMost = 3;

/** A file from somebody else must not open the library to sites in silence. */
function NewWeakSites({ plan }: { plan: ImportPlan }) {
  const allowed = useLibrary((library) => library.settings.weakSites);
  const fresh = (plan.incoming.settings?.weakSites ?? []).filter((site) => !allowed.includes(site));
  if (fresh.length === 0) return null;
  const rest = fresh.length - namedAtMost;
  const named = [
    ...fresh.slice(0, namedAtMost),
    ...(rest > 0 ? [t('import.moreSites', { number: rest })] : []),
  ];
  return (
    <strong className="font-medium text-ink wrap-anywhere">
      {t('import.weakSites', { sites: new Intl.ListFormat(language()).format(named) })}
    </strong>
  );
}
