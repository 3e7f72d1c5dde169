import { Trash2, Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../lib/library/text.ts';
import { trashIn } from '../../lib/library/trash.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Link } from '../Link.tsx';
import { Part } from './Part.tsx';

/** The ways to the import and the trash, which stand in the side panel’s page. */
export function InAndOut() {
  const trashed = useLibrary((library) => trashIn(library.index).length);
  return (
    <Part title={t('options.data.inAndOut')} about={t('options.data.inAndOutAbout')}>
      <div className="flex flex-wrap gap-2">
        <Way to="sidepanel.html#import">
          <Upload aria-hidden="true" className="size-3.5" />
          {t('import.open')}
        </Way>
        <Way to="sidepanel.html#trash">
          <Trash2 aria-hidden="true" className="size-3.5" />
          {t('trash.title')}
          {trashed > 0 && <span className="text-soft">{trashed}</span>}
        </Way>
      </div>
    </Part>
  );
}

const Way = (props: { to: string; children: ReactNode }) => (
  <Link
    to={props.to}
    className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-edge bg-sheet px-2.5 py-0.5 transition-colors hover:bg-hover"
  >
    {props.children}
  </Link>
);
