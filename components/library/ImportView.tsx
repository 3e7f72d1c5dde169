import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ImportPlan } from '../../lib/library/import-plan.ts';
import { type Failure, mayBeSaved } from '../../lib/library/result.ts';
import { t } from '../../lib/library/text.ts';
import { applyImport, dryRun, readImportFile } from '../../lib/state/import.ts';
import { Button } from '../Button.tsx';
import { useToasts } from '../Toasts.tsx';
import { ImportPlanView, importWords } from './ImportPlanView.tsx';
import { LastImport } from './LastImport.tsx';
import { useLongWork } from './use-long-work.ts';
import { useUndoImport } from './use-undo-import.ts';
import { ViewBar } from './ViewBar.tsx';
import { useView } from './view.tsx';
import { Working } from './Working.tsx';

type Step =
  | { name: 'choose' }
  | { name: 'reading' }
  | { name: 'refused'; text: string; file: string; failure: Failure }
  | { name: 'plan'; text: string; file: string; plan: ImportPlan; ignoreChecksum: boolean };

/** Import in two steps: a dry run that shows what would change, then all of it at once. */
export function ImportView() {
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const { back } = useView();
  const toasts = useToasts();
  const undo = useUndoImport();
  const { work, begin, end } = useLongWork();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const look = async (file: string, text: string, ignoreChecksum: boolean) => {
    setStep({ name: 'reading' });
    const plan = await dryRun(text, { ignoreChecksum }, begin(t('import.comparing')));
    end();
    if (!plan.ok && plan.error.code === 'cancelled') return setStep({ name: 'choose' });
    setStep(
      plan.ok
        ? { name: 'plan', text, file, plan: plan.value, ignoreChecksum }
        : { name: 'refused', text, file, failure: plan.error },
    );
  };

  const apply = async (planned: Extract<Step, { name: 'plan' }>) => {
    const { file, text, plan, ignoreChecksum } = planned;
    const op = crypto.randomUUID();
    setStep({ name: 'reading' });
    const { signal } = begin(t('import.working'));
    const result = await applyImport(text, { ignoreChecksum }, plan, op, signal);
    end();
    if (!result.ok && result.error.code === 'cancelled') {
      toasts.say(result.error.message);
      return setStep(planned);
    }
    if (!result.ok) return setStep({ name: 'refused', text, file, failure: result.error });
    const count = plan.totals.added + plan.totals.changed;
    toasts.offerUndo(t('import.done', { number: count, file }), () => void undo(op));
    // Somebody who went on is not led away from there.
    if (here.current) back();
  };

  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    void readImportFile(file).then((text) =>
      text.ok
        ? look(file.name, text.value, false)
        : setStep({ name: 'refused', text: '', file: file.name, failure: text.error }),
    );
  };

  return (
    <>
      <ViewBar title={t('import.view')} />
      <div className="min-h-0 grow overflow-y-auto px-4 py-2" aria-busy={step.name === 'reading'}>
        {work && <Working work={work} />}
        {step.name === 'refused' && (
          <div
            role="alert"
            className="mb-3 flex flex-col items-start gap-2 rounded-md border border-danger p-3"
          >
            <p>
              <b className="font-medium">{step.file}</b>
            </p>
            <p>{step.failure.message}</p>
            {!mayBeSaved(step.failure) && <p className="text-soft">{t('import.unchanged')}</p>}
            <div className="flex flex-wrap gap-2">
              {step.failure.code === 'bad-checksum' && (
                <Button onClick={() => void look(step.file, step.text, true)}>
                  {t('import.lookInside')}
                </Button>
              )}
              {(step.failure.code === 'changed-meanwhile' || mayBeSaved(step.failure)) && (
                <Button onClick={() => void look(step.file, step.text, false)}>
                  {t('import.compareAgain')}
                </Button>
              )}
            </div>
          </div>
        )}
        {(step.name === 'choose' || step.name === 'refused') && (
          <label
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              choose(event.dataTransfer.files);
            }}
            className="relative flex flex-col items-center gap-1 rounded-lg border border-dashed border-edge bg-sheet px-4 py-10 text-center hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <FileUp aria-hidden="true" className="mb-1 size-6 text-soft" strokeWidth={1.5} />
            <span className="text-lead font-medium">{t('import.choose')}</span>
            <span className="text-soft">{t('import.drop', { file: 'underline-YYYY-MM-DD.json' })}</span>
            <span className="text-soft">{t('import.before')}</span>
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ target }) => choose(target.files)}
              className="absolute inset-0 opacity-0"
            />
          </label>
        )}
        {step.name === 'choose' && <LastImport />}
        {step.name === 'plan' && (
          <ImportPlanView
            words={importWords(step.file)}
            plan={step.plan}
            onImport={() => void apply(step)}
            onCancel={() => setStep({ name: 'choose' })}
          />
        )}
      </div>
    </>
  );
}
