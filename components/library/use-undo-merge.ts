import { t } from '../../lib/library/text.ts';
import { useToasts } from '../Toasts.tsx';
import { useCommand } from './use-command.ts';

/** Undoes the merge with this operation id and says what came of it. */
export function useUndoMerge(): (op: string) => Promise<void> {
  const { run } = useCommand();
  const toasts = useToasts();
  return async (op) => {
    const undone = await run({ type: 'undo-merge', op });
    if (!undone.ok) return;
    const { skipped } = undone.value;
    toasts.say(skipped === 0 ? t('merge.undone') : t('merge.undoneExcept', { count: skipped }));
  };
}
