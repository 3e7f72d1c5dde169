import { Info } from 'lucide-react';
import { useState } from 'react';
import { type Problem, problemWords } from '../../lib/library/health.ts';
import { t } from '../../lib/library/text.ts';
import { exportAsStored } from '../../lib/state/recovery.ts';
import { Button } from '../Button.tsx';
import { saveFile } from '../library/save-file.ts';
import { useToasts } from '../Toasts.tsx';

/** A library that only another version of Underline can read or write: what to do, and everything as it lies there. */
export function Unharmed({ problem, onAgain }: { problem: Problem; onAgain: () => void }) {
  const [saving, setSaving] = useState(false);
  const toasts = useToasts();
  const { title, what } = problemWords(problem);
  const save = async () => {
    setSaving(true);
    try {
      const file = await exportAsStored();
      saveFile(file.name, file.text);
      toasts.say(t('backup.savedAs', { file: file.name }));
    } finally {
      setSaving(false);
    }
  };
  return (
    <section
      role="alert"
      className="flex flex-col items-start gap-3 rounded-lg border border-edge bg-sheet p-4"
    >
      <h3 className="flex gap-2 text-lead font-medium">
        <Info aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" strokeWidth={1.75} />
        {title}
      </h3>
      <p className="text-pretty">{what}</p>
      <p className="text-soft text-pretty">{t('recovery.unharmed')}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="solid" onClick={onAgain}>
          {t('common.tryAgain')}
        </Button>
        <Button disabled={saving} onClick={() => void save()}>
          {t('recovery.saveAsIs')}
        </Button>
      </div>
    </section>
  );
}
