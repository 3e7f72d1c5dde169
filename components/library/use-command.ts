import { useMemo } from 'react';
import type { Answer } from '../../lib/library/answer.ts';
import type { Command } from '../../lib/library/command.ts';
import type { Failure, Result } from '../../lib/library/result.ts';
import { runCommand, runDraft } from '../../lib/state/commands.ts';
import { useToasts } from '../Toasts.tsx';

/** Why the last draft could not be kept; null if it is. */
let whyNotKept: Failure | null = null;

/** Sends commands and says so when one fails. */
export function useCommand() {
  const toasts = useToasts();
  return useMemo(() => {
    /** The browser saves again. */
    const saves = () => {
      if (whyNotKept) toasts.withdraw(whyNotKept);
      whyNotKept = null;
    };
    const run = async (command: Command, op?: string, signal?: AbortSignal): Promise<Result<Answer>> => {
      const result = await runCommand(command, op, signal);
      if (result.ok) saves();
      else if (result.error.code === 'cancelled') toasts.say(result.error.message);
      else toasts.fail(result.error);
      return result;
    };
    return {
      run,
      /** Keeps what is typed in an editor; an empty body forgets it. That it fails is said once, until it works again. */
      keepDraft(about: string, body: string): void {
        void runDraft(about, body).then((result) => {
          // A newer one was sent since, and tells.
          if (!result) return;
          if (result.ok) return saves();
          if (!whyNotKept) toasts.fail(result.error);
          whyNotKept = result.error;
        });
      },
      /**
       * Carries out `command`; once done, says `message` and offers to take it back by `reverse`.
       */
      async runWithUndo(command: Command, message: string, reverse: Command): Promise<Result<Answer>> {
        const result = await run(command);
        if (result.ok) toasts.offerUndo(message, () => void run(reverse));
        return result;
      },
    };
  }, [toasts]);
}
