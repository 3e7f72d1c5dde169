import { t } from '../../lib/library/text.ts';
import { useToasts } from '../Toasts.tsx';
import { useCommand } from './use-command.ts';

/**
 * Undoes the import with this operation id, says what came of it, and answers whether it was undone. A restore is one
 * under another name.
 */
export function useUndoImport(what: 'import' | 'restore' = 'import'): (op: string) => Promise<boolean> {
  const { run } = useCommand();
  const toasts = useToasts();
  return async (op) => {
    const undone = await run({ type: 'undo-import', op });
    if (!undone.ok) return false;
    const { skipped } = undone.value;
    toasts.say(skipped === 0 ? t(`${what}.undone`) : t(`${what}.undoneExcept`, { count: skipped }));
    return true;
  };
}
