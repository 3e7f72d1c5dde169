import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { Phrase } from '../Phrase.tsx';
import { RelativeDate } from '../relative-date.tsx';
import { useUndoMerge } from './use-undo-merge.ts';

/** The merge that can be undone next, and the button that does it; nothing where there is none. `onUndone`: the button may be gone. */
export function LastMerge({ onUndone }: { onUndone: () => void }) {
  const last = useLibrary((library) => library.lastMerge);
  const name = useLibrary((library) => library.index.projects[last?.into ?? '']?.name);
  const undo = useUndoMerge();
  const [busy, setBusy] = useState(false);
  if (!last) return null;
  const undoLast = async () => {
    setBusy(true);
    await undo(last.op);
    setBusy(false);
    onUndone();
  };
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
      <p className="min-w-0 text-soft wrap-anywhere">
        <Phrase
          of="merge.last"
          name={<bdi>{name ?? '…'}</bdi>}
          when={<RelativeDate instant={last.importedAt} />}
        />
      </p>
      <Button aria-disabled={busy} onClick={() => !busy && void undoLast()}>
        <Undo2 aria-hidden="true" className="size-3.5" />
        {t('merge.undoLast')}
      </Button>
    </div>
  );
}
