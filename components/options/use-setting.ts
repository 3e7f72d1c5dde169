import { useCallback, useMemo } from 'react';
import type { Answer } from '../../lib/library/answer.ts';
import type { Result } from '../../lib/library/result.ts';
import type { Settings } from '../../lib/library/schema.ts';
import type { SettingsCommand } from '../../lib/library/settings-edits.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { askForSetting, settingsOnceSaved, useAsked } from '../../lib/state/settings.ts';
import { useCommand } from '../library/use-command.ts';
import { useToasts } from '../Toasts.tsx';

/** The settings as the user set them, saved by now or not. */
export function useSettings(): Settings {
  const stored = useLibrary((library) => library.settings);
  const asked = useAsked((state) => state.asked);
  return useMemo(() => settingsOnceSaved(stored, asked), [stored, asked]);
}

/** Saves a setting at once: shown while it is saved; if that fails, it is as before and the user is told why. */
export function useSetting() {
  const { run } = useCommand();
  const toasts = useToasts();
  const set = useCallback(
    (command: SettingsCommand): Promise<Result<Answer>> => askForSetting(command, (asked) => run(asked)),
    [run],
  );
  /** As `set`; says `message` with it, and offers to take it back by `reverse`. */
  const setWithUndo = useCallback(
    async (command: SettingsCommand, message: string, reverse: SettingsCommand): Promise<void> => {
      if ((await set(command)).ok) toasts.offerUndo(message, () => void set(reverse));
    },
    [set, toasts],
  );
  return { set, setWithUndo };
}
