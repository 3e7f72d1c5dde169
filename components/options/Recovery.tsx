import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { type Problem, problemWords } from '../../lib/library/health.ts';
import type { RecoveryPlan } from '../../lib/library/recovery-plan.ts';
import { expectedOf } from '../../lib/library/repair.ts';
import type { Failure } from '../../lib/library/result.ts';
import { t } from '../../lib/library/text.ts';
import { repairLibrary } from '../../lib/state/health.ts';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';
import { useLongWork } from '../library/use-long-work.ts';
import { Working } from '../library/Working.tsx';
import { useToasts } from '../Toasts.tsx';
import { AsideExport } from './AsideExport.tsx';
import { ReadableExport } from './ReadableExport.tsx';
import { RepairPreview } from './RepairPreview.tsx';

/** A damaged library: what is wrong, what can be read, a copy of that, and a repair that asks first. */
export function Recovery(props: {
  problem: Problem;
  plan: RecoveryPlan;
  appVersion: string;
  onLook: (all: boolean) => Promise<void>;
}) {
  const { problem, plan } = props;
  const [asking, setAsking] = useState(false);
  // The focus comes back to where asking began.
  const [returned, setReturned] = useState(false);
  const { work, begin, end } = useLongWork();
  const [failure, setFailure] = useState<Failure | null>(null);
  const toasts = useToasts();
  const { title, what } = problemWords(problem);
  const { projects, notes } = plan.library;

  const repair = async () => {
    setAsking(false);
    setReturned(true);
    setFailure(null);
    const repaired = await repairLibrary(expectedOf(plan), begin(t('recovery.repairing')).signal);
    end();
    if (repaired.ok) toasts.say(t('recovery.repaired'));
    else if (repaired.error.code === 'cancelled') toasts.say(repaired.error.message);
    else setFailure(repaired.error);
    // A library that is whole by now is read again by the page that shows this.
    if (!repaired.ok || repaired.value.problem) await props.onLook(false);
  };

  return (
    <>
      <section role="alert" className="flex gap-3 rounded-lg border border-danger bg-sheet p-4">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger" strokeWidth={1.75} />
        <div className="flex flex-col gap-1">
          <h3 className="text-lead font-medium">{title}</h3>
          <p className="text-pretty">{what}</p>
          <p className="text-pretty">
            <strong className="font-medium">
              {t('recovery.readable', { count: notes.length, projects: ofProjects(projects.length) })}
            </strong>{' '}
            {t('recovery.nothingReset')}
          </p>
        </div>
      </section>

      <section aria-labelledby="export" className="flex flex-col items-start gap-2">
        <h3 id="export" className="text-lead font-medium">
          {t('recovery.first')}
        </h3>
        <p className="text-soft text-pretty">{t('recovery.firstWhat')}</p>
        <ReadableExport appVersion={props.appVersion} label={t('recovery.exportReadable')} />
      </section>

      <section aria-labelledby="repair" className="flex flex-col gap-3" aria-busy={work !== null}>
        <h3 id="repair" className="text-lead font-medium">
          {t('recovery.then')}
        </h3>
        <RepairPreview plan={plan} />
        <AsideExport plan={plan} />
        {failure && (
          <p role="alert" className="text-danger">
            {failure.message}
          </p>
        )}
        {plan.blocked.length > 0 ? (
          <Reinstall onAgain={() => void props.onLook(true)} />
        ) : plan.refusal ? (
          <div className="flex flex-col items-start gap-2">
            <p className="text-pretty">{plan.refusal.message}</p>
            <Button onClick={() => void props.onLook(true)}>{t('recovery.checkAgain')}</Button>
          </div>
        ) : work ? (
          <Working work={work} takesFocus />
        ) : asking ? (
          <div className="flex animate-appear flex-wrap items-center justify-end gap-2 rounded-lg border border-edge bg-sheet p-3">
            <p ref={focusOnAppear} tabIndex={-1} className="min-w-0 grow basis-48 text-pretty outline-none">
              {t('recovery.willHold', { count: notes.length, projects: ofProjects(projects.length) })}
            </p>
            <Button
              look="quiet"
              onClick={() => {
                setAsking(false);
                setReturned(true);
              }}
            >
              {t('recovery.notYet')}
            </Button>
            <Button look="solid" onClick={() => void repair()}>
              {t('recovery.repairNow')}
            </Button>
          </div>
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button ref={returned ? focusOnAppear : null} look="solid" onClick={() => setAsking(true)}>
              {t('recovery.repair')}
            </Button>
            <Button look="quiet" onClick={() => void props.onLook(true)}>
              {t('recovery.checkAgain')}
            </Button>
          </div>
        )}
      </section>
    </>
  );
}

/** `2 projects`, after "notes of". */
const ofProjects = (count: number): string => t('recovery.ofProjects', { count });

/** The files are so damaged that the browser takes nothing any more: only new ones help. */
function Reinstall({ onAgain }: { onAgain: () => void }) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-lg border border-edge bg-sheet p-3">
      <p className="text-pretty">{t('recovery.reinstall')}</p>
      <ol className="list-decimal ps-5">
        <li>{t('recovery.reinstallExport')}</li>
        <li>{t('recovery.reinstallRemove')}</li>
        <li>{t('recovery.reinstallImport')}</li>
      </ol>
      <Button onClick={onAgain}>{t('recovery.checkAgain')}</Button>
    </div>
  );
}
