import { Download } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { exportFileName } from '../../lib/library/export-file.ts';
import type { ImportPlan } from '../../lib/library/import-plan.ts';
import { tooLargeToReturn } from '../../lib/library/limits.ts';
import { type Failure, mayBeSaved } from '../../lib/library/result.ts';
import { type Backup, openBackup } from '../../lib/state/backups.ts';
import { applyBackup, asBackup, dryRun } from '../../lib/state/import.ts';
import { Button } from '../Button.tsx';
import { counted } from '../counted.ts';
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

const kindWords: Record<Backup['kind'], string> = {
  daily: '',
  import: 'Before an import or a restore',
  undo: 'Before an import was undone',
  update: 'Before an update',
};

const words: PlanWords = {
  title: 'What restoring would change',
  nothing: 'Your library has all that is in this backup',
  columns: { added: 'Brought back', changed: 'Changed back', same: 'Same', rejected: 'Left out' },
  settings: {
    same: 'Your settings stay as they are.',
    changed: 'Your settings become as they were then.',
    rejected: 'The backup’s settings can not be read; yours stay.',
  },
  note: 'What you added since then stays.',
  apply: 'Restore',
  other: 'Close',
};

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
    const plan = await dryRun(text.value, asBackup, begin('Comparing with your library'));
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
    const { signal } = begin('Restoring');
    const restored = await applyBackup(backup.id, plan, op, signal);
    end();
    if (!restored.ok && restored.error.code === 'cancelled') {
      toasts.say(restored.error.message);
      return setStep(planned);
    }
    if (!restored.ok) return setStep({ name: 'refused', failure: restored.error });
    toasts.offerUndo(
      `Restored ${(plan.totals.added + plan.totals.changed).toLocaleString()}`,
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
    else toasts.say(`Saved as ${file}`);
  };

  return (
    <li className="flex flex-col gap-3 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <p id={name} className="min-w-48 flex-1">
          <span className="inline-block font-medium first-letter:uppercase">
            <RelativeDate instant={backup.at} />
          </span>
          {kindWords[backup.kind] && <span className="text-soft"> · {kindWords[backup.kind]}</span>}
          <span className="block text-small text-soft">
            {counted(projects, 'project')}, {counted(notes, 'note')} · {sizeOf(backup.size)}
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
            Restore…
          </Button>
        )}
        <Button look="quiet" aria-describedby={name} onClick={() => void save()}>
          <Download aria-hidden="true" className="size-3.5" />
          Save as file
        </Button>
      </div>
      {work && <Working work={work} />}
      {step.name === 'refused' && (
        <div role="alert" className="flex flex-col items-start gap-2 rounded-md border border-danger p-3">
          <p>{step.failure.message}</p>
          {!mayBeSaved(step.failure) && <p className="text-soft">Your library is unchanged.</p>}
          {step.failure.code !== 'damaged' && <Button onClick={() => void look()}>Compare again</Button>}
        </div>
      )}
      {step.name === 'plan' && (
        <ImportPlanView plan={step.plan} words={words} onImport={() => void restore(step)} onCancel={close} />
      )}
    </li>
  );
}

/** `24 kB`. */
const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString()} kB`
    : `${(bytes / 1_000_000).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB`;
