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
    const said =
      skipped === 0 ? `The ${what} is undone` : `Undone, except ${skipped} that changed since the ${what}`;
    toasts.say(`${said}. A backup from before is kept.`);
    return true;
  };
}
