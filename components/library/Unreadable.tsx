import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../../lib/library/text.ts';
import { reportDamage } from '../../lib/state/health.ts';
import { RecoveryButton } from '../DamageBanner.tsx';

/** Says how many notes, or projects, could not be read; shows nothing when all could. */
export function Unreadable({ count, projects = false }: { count: number; projects?: boolean }) {
  useEffect(() => {
    if (count > 0) reportDamage();
  }, [count]);
  if (count === 0) return null;
  return (
    <div
      role="alert"
      className="mx-2 my-1 flex flex-wrap items-center justify-end gap-2 rounded-md border border-danger p-2"
    >
      <p className="flex w-full gap-2">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
        <span>{projects ? t('panel.damaged', { count }) : t('note.unreadable', { count })}</span>
      </p>
      <RecoveryButton />
    </div>
  );
}
