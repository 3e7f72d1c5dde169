import { Download } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { exportFileName } from '../../lib/library/export-file.ts';
import type { ImportPlan } from '../../lib/library/import-plan.ts';
import { tooLargeToReturn } from '../../lib/library/limits.ts';
import { type Failure, mayBeSaved } from '../../lib/library/result.ts';
import { t } from '../../lib/library/text.ts';
import { type Backup, openBackup } from '../../lib/state/backups.ts';
import { applyBackup, asBackup, dryRun } from '../../lib/state/import.ts';
import { Button } from '../Button.tsx';
import { ImportPlanView, type PlanWords } from '../library/ImportPlanView.tsx';
import { saveFile } from '../library/save-file.ts';
import { useLongWork } from '../library/use-long-work.ts';
import { useUndoImport } from '../library/use-undo-import.ts';
import { Working } from '../library/Working.tsx';
import { RelativeDate } from '../relative-date.tsx';
import { useToasts } from '../Toasts.tsx';

type Step =
  | { name: 'closed' }
  | { name: 'reading' }
  | { name: 'refused'; failure: Failure }
  | { name: 'plan'; plan: ImportPlan };

const restoreWords = (): PlanWords => ({
  title: t('restore.title'),
  nothing: t('restore.nothing'),
  columns: {
    added: t('restore.added'),
    changed: t('restore.changed'),
    same: t('import.same'),
    rejected: t('restore.rejected'),
  },
  settings: {
    same: t('import.settingsSame'),
    changed: t('restore.settingsChanged'),
    rejected: t('restore.settingsRejected'),
  },
  note: t('restore.sinceStays'),
  apply: (count) => t('restore.apply', { number: count }),
  other: t('common.close'),
});

/** One backup: when, why and what; a look at what restoring it would do, and the same as a file. */
export function BackupRow(props: { backup: Backup; canRestore: boolean; onRestored: () => void }) {
  const { backup } = props;
  const [step, setStep] = useState<Step>({ name: 'closed' });
  const name = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const toasts = useToasts();
  const undo = useUndoImport('restore');
  const { work, begin, end } = useLongWork();
  const { projects, notes } = backup.counts;

  const look = async () => {
    setStep({ name: 'reading' });
    const text = await openBackup(backup);
    if (!text.ok) return setStep({ name: 'refused', failure: text.error });
    const plan = await dryRun(text.value, asBackup, begin(t('import.comparing')));
    end();
    if (!plan.ok && plan.error.code === 'cancelled') return close();
    setStep(plan.ok ? { name: 'plan', plan: plan.value } : { name: 'refused', failure: plan.error });
  };
  const close = () => {
    setStep({ name: 'closed' });
    opener.current?.focus();
  };
  const restore = async (planned: Extract<Step, { name: 'plan' }>) => {
    const { plan } = planned;
    setStep({ name: 'reading' });
    const op = crypto.randomUUID();
    const { signal } = begin(t('restore.working'));
    const restored = await applyBackup(backup.id, plan, op, signal);
    end();
    if (!restored.ok && restored.error.code === 'cancelled') {
      toasts.say(restored.error.message);
      return setStep(planned);
    }
    if (!restored.ok) return setStep({ name: 'refused', failure: restored.error });
    toasts.offerUndo(
      t('restore.done', { number: plan.totals.added + plan.totals.changed }),
      () => void undo(op),
    );
    close();
    props.onRestored();
  };
  const save = async () => {
    const text = await openBackup(backup);
    if (!text.ok) return void toasts.fail(text.error);
    const file = exportFileName(backup.at);
    const tooLarge = tooLargeToReturn(saveFile(file, text.value));
    if (tooLarge) toasts.fail(tooLarge);
    else toasts.say(t('backup.savedAs', { file }));
  };

  return (
    <li className="flex flex-col gap-3 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <p id={name} className="min-w-0 grow basis-48">
          <span className="inline-block font-medium first-letter:uppercase">
            <RelativeDate instant={backup.at} />
          </span>
          {backup.kind !== 'daily' && <span className="text-soft"> · {t(`backup.kind.${backup.kind}`)}</span>}
          <span className="block text-small text-soft">
            {t('backup.row', {
              projects: t('common.projects', { count: projects }),
              notes: t('common.notes', { count: notes }),
              size: sizeOf(backup.size),
            })}
          </span>
        </p>
        {props.canRestore && (
          <Button
            ref={opener}
            aria-describedby={name}
            aria-expanded={step.name !== 'closed'}
            disabled={step.name === 'reading'}
            onClick={() => (step.name === 'closed' ? void look() : close())}
          >
            {t('restore.open')}
          </Button>
        )}
        <Button look="quiet" aria-describedby={name} onClick={() => void save()}>
          <Download aria-hidden="true" className="size-3.5" />
          {t('backup.saveAsFile')}
        </Button>
      </div>
      {work && <Working work={work} />}
      {step.name === 'refused' && (
        <div role="alert" className="flex flex-col items-start gap-2 rounded-md border border-danger p-3">
          <p>{step.failure.message}</p>
          {!mayBeSaved(step.failure) && <p className="text-soft">{t('import.unchanged')}</p>}
          {step.failure.code !== 'damaged' && (
            <Button onClick={() => void look()}>{t('import.compareAgain')}</Button>
          )}
        </div>
      )}
      {step.name === 'plan' && (
        <ImportPlanView
          plan={step.plan}
          words={restoreWords()}
          onImport={() => void restore(step)}
          onCancel={close}
        />
      )}
    </li>
  );
}

/** `24 kB`. */
const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? t('backup.kilobytes', { size: Math.max(1, Math.round(bytes / 1_000)) })
    : t('backup.megabytes', { size: Math.round(bytes / 100_000) / 10 });
