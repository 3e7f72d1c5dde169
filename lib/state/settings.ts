import { create } from 'zustand';
import type { Answer } from '../library/answer.ts';
import type { Result } from '../library/result.ts';
import type { Settings } from '../library/schema.ts';
import { type SettingsCommand, settingsAfter } from '../library/settings-edits.ts';
import { useLibrary } from './library.ts';

/** What was asked for and is not known to be stored yet, in order. */
export const useAsked = create<{ asked: readonly SettingsCommand[] }>(() => ({ asked: [] }));

/** The settings as they are once all that was asked for is saved. */
export const settingsOnceSaved = (stored: Settings, asked: readonly SettingsCommand[]): Settings =>
  asked.reduce((settings, command) => settingsAfter(command, settings), stored);

/** The mirror follows a save within that time, in milliseconds; after it what is stored is shown, whatever it is. */
const mirroredWithinMs = 1_000;

/** Shows what the command asks for while it is being saved by `run`, and what is stored again if that fails. */
export async function askForSetting(
  command: SettingsCommand,
  run: (command: SettingsCommand) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  useAsked.setState(({ asked }) => ({ asked: [...asked, command] }));
  const result = await run(command);
  // Withdrawn before the mirror shows it, it would flicker back.
  if (result.ok) await mirrored(command);
  // What was asked for before is saved by then too, and the mirror may never show it: two commands may be saved together.
  const isLeft = (one: SettingsCommand, at: number, asked: readonly SettingsCommand[]) =>
    result.ok ? at > asked.indexOf(command) : one !== command;
  useAsked.setState(({ asked }) => ({ asked: asked.filter(isLeft) }));
  return result;
}

const mirrored = (command: SettingsCommand): Promise<void> =>
  new Promise((resolve) => {
    const isStored = () => {
      const { settings } = useLibrary.getState();
      return settingsAfter(command, settings) === settings;
    };
    if (isStored()) return resolve();
    const end = () => {
      clearTimeout(late);
      unfollow();
      resolve();
    };
    const late = setTimeout(end, mirroredWithinMs);
    const unfollow = useLibrary.subscribe(() => isStored() && end());
  });
