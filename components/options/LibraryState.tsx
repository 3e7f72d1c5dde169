import { Download, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { Health } from '../../lib/library/health.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { useExport } from '../library/use-export.ts';
import { SinceExport } from '../SinceExport.tsx';
import { AsideExport } from './AsideExport.tsx';

/** A library in which nothing is wrong, as far as is known: what it holds, and a check of all of it. */
export function LibraryState(props: { health: Health; appVersion: string; onCheck: () => Promise<void> }) {
  const { health } = props;
  const { projects, notes } = useLibrary((library) => library.counts);
  const [checking, setChecking] = useState(false);
  const save = useExport(props.appVersion);
  const check = async () => {
    setChecking(true);
    await props.onCheck();
    setChecking(false);
  };
  return (
    <>
      <section
        aria-label={t('recovery.state')}
        className="flex flex-col gap-3 rounded-lg border border-line bg-sheet p-4"
      >
        <p className="flex items-center gap-2 text-lead font-medium wrap-anywhere">
          <ShieldCheck aria-hidden="true" className="size-5 shrink-0 text-convinced" strokeWidth={1.75} />
          {t('recovery.noDamage')}
        </p>
        <p className="text-soft">
          {t('recovery.holds', {
            projects: t('common.projects', { count: projects }),
            notes: t('common.notes', { count: notes }),
          })}{' '}
          {t(`recovery.copy.${health.mirror}`)}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button aria-disabled={checking} onClick={() => !checking && void check()}>
            {t(checking ? 'recovery.checking' : 'recovery.check')}
          </Button>
          <Button onClick={() => void save()}>
            <Download aria-hidden="true" className="size-3.5" />
            {t('backup.exportAll')}
          </Button>
        </div>
        <p className="text-soft empty:hidden">
          <SinceExport />
        </p>
      </section>
      <AsideExport plan={null} />
    </>
  );
}
