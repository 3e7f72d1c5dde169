import { useCallback, useState } from 'react';
import { useLibrary } from '../lib/state/library.ts';
import { useCommand } from './library/use-command.ts';
import { useToasts } from './Toasts.tsx';
import { useDraft } from './use-draft.ts';

/** What was typed in one editor and not saved, and the ways to keep and to forget it. `about`: as in `Drafts`. */
export function useKeptDraft(about: string) {
  const { keepDraft } = useCommand();
  const toasts = useToasts();
  const [restored] = useState(() => useLibrary.getState().drafts[about]);
  const [isKept, setKept] = useState(restored !== undefined);
  const { keep, drop, flush } = useDraft((body) => {
    setKept(true);
    keepDraft(about, body);
  });
  const forget = useCallback(() => {
    drop();
    if (isKept) keepDraft(about, '');
    setKept(false);
  }, [drop, keepDraft, about, isKept]);
  /** Forgets it, and offers to take that back: `onBack`, if the editor is still there, or else it waits where it was typed. */
  const discard = useCallback(
    (body: string, message: string, onBack = () => {}) => {
      forget();
      toasts.offerUndo(message, () => {
        setKept(true);
        keepDraft(about, body);
        onBack();
      });
    },
    [forget, keepDraft, about, toasts],
  );
  return { restored, keep, flush, forget, discard };
}
