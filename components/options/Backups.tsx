import { useCallback, useEffect, useState } from 'react';
import type { Health } from '../../lib/library/health.ts';
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
    if (made.ok) toasts.say('Backed up');
    else toasts.fail(made.error);
    await look();
  };

  return (
    <section aria-labelledby="backups" className="flex flex-col gap-3" aria-busy={making}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-48 flex-1">
          <h3 id="backups" className="text-lead font-medium">
            Backups
          </h3>
          <p className="text-soft text-pretty">
            One a day when something changed, for 7 days, and one before each import, its undo, and each
            update. “Back up now” adds one to the day’s first. They stay in this browser.
          </p>
        </div>
        {health.problem === null && (
          <Button disabled={making} onClick={() => void backUp()}>
            {making ? 'Backing up…' : 'Back up now'}
          </Button>
        )}
      </div>
      <p role="status" className="text-pretty text-danger empty:hidden">
        {health.problem?.kind === 'records'
          ? 'No backups are made until your library is repaired. What you save is saved, and the backups below stay as they are.'
          : health.backups === 'failing' &&
            'The last backup could not be made. What you save is saved; free some disk space or restart the browser, and export a copy until this line is gone.'}
      </p>
      {list === 'unreadable' ? (
        <p role="alert" className="text-pretty text-danger">
          The browser can not read the backups now. Restart it and look again.
        </p>
      ) : list && list.length === 0 ? (
        <p className="rounded-lg border border-dashed border-edge px-4 py-6 text-center text-soft">
          None yet. The first comes by itself, once you have saved something.
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
