import { Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../lib/library/text.ts';
import type { UndoPlan } from '../../lib/library/undo-plan.ts';
import { dryUndo } from '../../lib/state/import.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';
import { Phrase } from '../Phrase.tsx';
import { RelativeDate } from '../relative-date.tsx';
import { useToasts } from '../Toasts.tsx';
import { UndoImport } from './UndoImport.tsx';
import { useLongWork } from './use-long-work.ts';
import { useUndoImport } from './use-undo-import.ts';
import { Working } from './Working.tsx';

/** The import that can be undone next, and the button that does it, once the user agreed; nothing where there is none. */
export function LastImport() {
  const last = useLibrary((library) => library.lastImport);
  const undo = useUndoImport();
  const toasts = useToasts();
  const { work, begin, end } = useLongWork();
  /** What the user was asked about. */
  const [asked, setAsked] = useState<{ op: string; plan: UndoPlan } | null>(null);
  const [undoing, setUndoing] = useState(false);
  /** When the import was made that was undone here last. */
  const [undone, setUndone] = useState('');
  const opener = useRef<HTMLButtonElement>(null);

  const look = async (op: string) => {
    const plan = await dryUndo(op, begin(t('import.comparing')));
    end();
    if (plan.ok) setAsked({ op, plan: plan.value });
    else if (plan.error.code !== 'cancelled') toasts.fail(plan.error);
  };
  const keep = () => {
    setAsked(null);
    // After it can take the focus again.
    setTimeout(() => opener.current?.focus());
  };
  const undoLast = async ({ op, importedAt }: NonNullable<typeof last>) => {
    setUndoing(true);
    const isUndone = await undo(op);
    setUndoing(false);
    if (!isUndone) return keep();
    setAsked(null);
    setUndone(importedAt);
  };

  // Of one before it, or one that came since.
  const next = last?.importedAt === undone ? null : last;
  const saysUndone = undone !== '' && (next === null || next.importedAt < undone);
  if (!next && !saysUndone) return null;
  const asking = asked?.op === next?.op ? asked : null;
  const busy = work !== null || asking !== null;
  return (
    <div className="mt-3 flex flex-col gap-2">
      {saysUndone && (
        <p key={undone} ref={focusOnAppear} tabIndex={-1} className="text-soft text-pretty outline-none">
          {t('import.undoneHere')}
        </p>
      )}
      {next && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-soft">
            <Phrase of="import.last" date={<RelativeDate instant={next.importedAt} />} />
          </p>
          <Button ref={opener} aria-disabled={busy} onClick={() => !busy && void look(next.op)}>
            <Undo2 aria-hidden="true" className="size-3.5" />
            {t('import.undoLast')}
          </Button>
        </div>
      )}
      {work && <Working work={work} />}
      {next && asking && (
        <UndoImport plan={asking.plan} undoing={undoing} onUndo={() => void undoLast(next)} onKeep={keep} />
      )}
    </div>
  );
}
