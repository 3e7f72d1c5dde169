import { useCallback, useEffect, useState } from 'react';
import type { Health } from '../../lib/library/health.ts';
import { t } from '../../lib/library/text.ts';
import { type Backup, backUpNow, readBackups } from '../../lib/state/backups.ts';
import { Button } from '../Button.tsx';
import { LastImport } from '../library/LastImport.tsx';
import { useToasts } from '../Toasts.tsx';
import { BackupRow } from './BackupRow.tsx';

/** The backups that Underline made by itself: what is in each, and the way back to it. */
export function Backups({ health }: { health: Health }) {
  const toasts = useToasts();
  const [list, setList] = useState<Backup[] | 'unreadable' | null>(null);
  const [making, setMaking] = useState(false);
  const look = useCallback(async () => setList((await readBackups()) ?? 'unreadable'), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when this changes
  useEffect(() => {
    void look();
  }, [look, health.backedUpAt]);

  const backUp = async () => {
    setMaking(true);
    const made = await backUpNow();
    setMaking(false);
    if (made.ok) toasts.say(t('backup.made'));
    else toasts.fail(made.error);
    await look();
  };

  return (
    <section aria-labelledby="backups" className="flex flex-col gap-3" aria-busy={making}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 grow basis-48">
          <h3 id="backups" className="text-lead font-medium">
            {t('backup.title')}
          </h3>
          <p className="text-soft text-pretty">{t('backup.what')}</p>
        </div>
        {health.problem === null && (
          <Button disabled={making} onClick={() => void backUp()}>
            {t(making ? 'backup.making' : 'backup.make')}
          </Button>
        )}
      </div>
      <p role="status" className="text-pretty text-danger empty:sr-only">
        {health.problem?.kind === 'records'
          ? t('backup.noneUntilRepaired')
          : health.backups === 'failing' && t('backup.lastFailed')}
      </p>
      {list === 'unreadable' ? (
        <p role="alert" className="text-pretty text-danger">
          {t('backup.unreadable')}
        </p>
      ) : list && list.length === 0 ? (
        <p className="rounded-lg border border-dashed border-edge px-4 py-6 text-center text-soft">
          {t('backup.noneYet')}
        </p>
      ) : (
        list && (
          <ul className="flex flex-col rounded-lg border border-line bg-sheet">
            {list.map((backup) => (
              <BackupRow
                key={backup.id}
                backup={backup}
                canRestore={health.problem === null}
                onRestored={() => void look()}
              />
            ))}
          </ul>
        )
      )}
      {health.problem === null && <LastImport />}
    </section>
  );
}
