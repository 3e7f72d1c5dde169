import { FileUp, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportPlan } from '../../lib/library/import-plan.ts';
import type { Failure } from '../../lib/library/result.ts';
import { runCommand } from '../../lib/state/commands.ts';
import { dryRun } from '../../lib/state/import.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { RelativeDate } from '../relative-date.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { useToasts } from '../Toasts.tsx';
import { ImportPlanView } from './ImportPlanView.tsx';
import { useCommand } from './use-command.ts';
import { ViewBar } from './ViewBar.tsx';
import { useView } from './view.tsx';

type Step =
  | { name: 'choose' }
  | { name: 'reading' }
  | { name: 'refused'; text: string; file: string; failure: Failure }
  | { name: 'plan'; text: string; file: string; plan: ImportPlan; ignoreChecksum: boolean };

/** Import in two steps: a dry run that shows what would change, then all of it at once. */
export function ImportView() {
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const { back } = useView();
  const { run } = useCommand();
  const toasts = useToasts();
  const last = useLibrary((library) => library.lastImport);

  const look = async (file: string, text: string, ignoreChecksum: boolean) => {
    setStep({ name: 'reading' });
    const plan = await dryRun(text, ignoreChecksum);
    setStep(
      plan.ok
        ? { name: 'plan', text, file, plan: plan.value, ignoreChecksum }
        : { name: 'refused', text, file, failure: plan.error },
    );
  };

  const apply = async ({ file, text, plan, ignoreChecksum }: Extract<Step, { name: 'plan' }>) => {
    const op = crypto.randomUUID();
    setStep({ name: 'reading' });
    const result = await runCommand({ type: 'import', text, ignoreChecksum, expected: plan.totals }, op);
    if (!result.ok) return setStep({ name: 'refused', text, file, failure: result.error });
    const count = plan.totals.added + plan.totals.changed;
    toasts.offerUndo(`Imported ${count} from ${file}`, () => void undo(op));
    back();
  };

  const undo = async (op: string) => {
    const undone = await run({ type: 'undo-import', op });
    if (!undone.ok) return;
    const { skipped } = undone.value;
    toasts.say(
      skipped === 0 ? 'The import is undone' : `Undone, except ${skipped} that changed since the import`,
    );
  };

  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file) void file.text().then((text) => look(file.name, text, false));
  };

  return (
    <>
      <ViewBar title="Import" />
      <div className="min-h-0 grow overflow-y-auto px-4 py-2" aria-busy={step.name === 'reading'}>
        {step.name === 'reading' && <Skeleton label="Comparing with your library" />}
        {step.name === 'refused' && (
          <div
            role="alert"
            className="mb-3 flex flex-col items-start gap-2 rounded-md border border-danger p-3"
          >
            <p>
              <b className="font-medium">{step.file}</b>
            </p>
            <p>{step.failure.message}</p>
            <p className="text-soft">Your library is unchanged.</p>
            <div className="flex flex-wrap gap-2">
              {step.failure.code === 'bad-checksum' && (
                <Button onClick={() => void look(step.file, step.text, true)}>Look inside anyway</Button>
              )}
              {step.failure.code === 'changed-meanwhile' && (
                <Button onClick={() => void look(step.file, step.text, false)}>Compare again</Button>
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
            <span className="text-lead font-medium">Choose an export file</span>
            <span className="text-soft">or drop it here: underline-YYYY-MM-DD.json</span>
            <span className="text-soft">You see what would change before anything does.</span>
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ target }) => choose(target.files)}
              className="absolute inset-0 opacity-0"
            />
          </label>
        )}
        {step.name === 'choose' && last && (
          <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
            <p className="text-soft">
              Your last import was <RelativeDate instant={last.importedAt} />.
            </p>
            <Button onClick={() => void undo(last.op)}>
              <Undo2 aria-hidden="true" className="size-3.5" />
              Undo the last import
            </Button>
          </div>
        )}
        {step.name === 'plan' && (
          <ImportPlanView
            file={step.file}
            plan={step.plan}
            onImport={() => void apply(step)}
            onCancel={() => setStep({ name: 'choose' })}
          />
        )}
      </div>
    </>
  );
}
