import { useEffect, useState } from 'react';
import type { SavedFile } from '../../lib/library/export-file.ts';
import type { RecoveryPlan } from '../../lib/library/recovery-plan.ts';
import { t } from '../../lib/library/text.ts';
import { exportAside } from '../../lib/state/recovery.ts';
import { Button } from '../Button.tsx';
import { saveFile } from '../library/save-file.ts';

/** What is or would be put aside, as a file with every byte as it was found; nothing where there is none. */
export function AsideExport({ plan }: { plan: RecoveryPlan | null }) {
  const [file, setFile] = useState<SavedFile | null>(null);
  useEffect(() => {
    let shown = true;
    void exportAside(plan).then((made) => {
      if (shown) setFile(made);
    });
    return () => {
      shown = false;
    };
  }, [plan]);
  if (!file) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="min-w-0 grow basis-48 text-soft text-pretty">{t('recovery.aside')}</p>
      <Button look="quiet" onClick={() => saveFile(file.name, file.text)}>
        {t('recovery.exportAside')}
      </Button>
    </div>
  );
}
