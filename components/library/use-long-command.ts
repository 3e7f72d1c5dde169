import { useMemo } from 'react';
import type { Answer } from '../../lib/library/answer.ts';
import type { Command } from '../../lib/library/command.ts';
import type { Result } from '../../lib/library/result.ts';
import { useToasts } from '../Toasts.tsx';
import { sayLate } from './say-late.ts';
import { useCommand } from './use-command.ts';

/**
 * As `runWithUndo`, for what may take long: then it says what it is `doing`, and can be cancelled. So can its undo, which is
 * offered again after that, and where it failed: there may be room for it in a moment.
 */
export function useLongCommand() {
  const { run } = useCommand();
  const toasts = useToasts();
  return useMemo(() => {
    const runSaid = async (command: Command, doing: string): Promise<Result<Answer>> => {
      const { signal, end } = sayLate(toasts, doing);
      const result = await run(command, undefined, signal);
      end();
      return result;
    };
    return async (
      command: Command,
      words: { doing: string; done: string },
      reverse: Command,
    ): Promise<Result<Answer>> => {
      const offer = () => toasts.offerUndo(words.done, () => void takeBack());
      const takeBack = async () => {
        const back = await runSaid(reverse, words.doing);
        if (!back.ok) offer();
      };
      const result = await runSaid(command, words.doing);
      if (result.ok) offer();
      return result;
    };
  }, [run, toasts]);
}
