import type { Command } from './command.ts';
import type { Edit } from './edit.ts';
import { done, failed, type Result } from './result.ts';
import type { Settings } from './schema.ts';

type SettingsCommand = Extract<
  Command,
  { type: 'ignore-mention' | 'heed-mention' | 'switch-site' | 'pause' }
>;

const atMost = 10_000;

/** Changes what the user set; a command that asks for what is set already changes nothing. */
export function editSettings(command: SettingsCommand, settings: Settings): Result<Edit> {
  const after = settingsAfter(command, settings);
  if (after.sitesOff.length > atMost || after.ignored.length > atMost)
    return failed(
      'bad-command',
      'This list is full (10,000 entries). Show a mention again or turn a site on again, then try again.',
    );
  return done(after === settings ? {} : { settings: after });
}

function settingsAfter(command: SettingsCommand, settings: Settings): Settings {
  const { sitesOff, ignored, paused } = settings;
  switch (command.type) {
    case 'pause':
      return command.on === paused ? settings : { ...settings, paused: command.on };
    case 'switch-site': {
      const { site, on } = command;
      if (sitesOff.includes(site) !== on) return settings;
      return { ...settings, sitesOff: on ? sitesOff.filter((other) => other !== site) : [...sitesOff, site] };
    }
    case 'ignore-mention':
    case 'heed-mention': {
      const { key, site } = command;
      const others = ignored.filter((other) => other.key !== key || other.site !== site);
      const ignore = command.type === 'ignore-mention';
      if (others.length < ignored.length === ignore) return settings;
      return { ...settings, ignored: ignore ? [...ignored, { key, site }] : others };
    }
  }
}
