import { useMemo } from 'react';
import type { Answer, Command } from '../../lib/library/command.ts';
import type { Result } from '../../lib/library/result.ts';
import { runCommand } from '../../lib/state/commands.ts';
import { useToasts } from '../Toasts.tsx';

/** Sends commands and says so when one fails. */
export function useCommand() {
  const toasts = useToasts();
  return useMemo(() => {
    const run = async (command: Command, op?: string): Promise<Result<Answer>> => {
      const result = await runCommand(command, op);
      if (!result.ok) toasts.fail(result.error);
      return result;
    };
    return {
      run,
      /** Carries out `command`; once done, says `message` and offers to take it back by `reverse`. */
      async runWithUndo(command: Command, message: string, reverse: Command): Promise<Result<Answer>> {
        const result = await run(command);
        if (result.ok) toasts.offerUndo(message, () => void run(reverse));
        return result;
      },
    };
  }, [toasts]);
}
