import type { Command } from './command.ts';
import { sameContent } from './digest.ts';
import type { Edit } from './edit.ts';
import { done, failed, type Result } from './result.ts';
import type { Settings } from './schema.ts';
import { t } from './text.ts';

/** A command that changes what the user set. */
export type SettingsCommand = Extract<
  Command,
  {
    type:
      | 'ignore-mention'
      | 'heed-mention'
      | 'switch-site'
      | 'allow-site'
      | 'paint-weak'
      | 'pause'
      | 'set-settings';
  }
>;

const atMost = 10_000;

/** Changes what the user set; a command that asks for what is set already changes nothing. */
export function editSettings(command: SettingsCommand, settings: Settings): Result<Edit> {
  const after = settingsAfter(command, settings);
  if ([after.sitesOff, after.sitesOn, after.weakSites, after.ignored].some(({ length }) => length > atMost))
    return failed('bad-command', t('lib.limit.list', { most: atMost }));
  return done(after === settings ? {} : { settings: after });
}

/** The settings as they are once the command is carried out: the same object where it changes nothing. */
export function settingsAfter(command: SettingsCommand, settings: Settings): Settings {
  const { sitesOff, sitesOn, weakSites, ignored, paused } = settings;
  switch (command.type) {
    case 'pause':
      return command.on === paused ? settings : { ...settings, paused: command.on };
    case 'switch-site': {
      const { site, on } = command;
      if (sitesOff.includes(site) !== on) return settings;
      return { ...settings, sitesOff: withSite(sitesOff, site, !on) };
    }
    case 'allow-site': {
      const { site, on } = command;
      if (sitesOn.includes(site) === on) return settings;
      return { ...settings, sitesOn: withSite(sitesOn, site, on) };
    }
    case 'set-settings': {
      const { type: _, ...set } = command;
      const after = { ...settings, ...set };
      return sameContent(after, settings) ? settings : after;
    }
    case 'paint-weak': {
      const { site, on } = command;
      if (weakSites.includes(site) === on) return settings;
      return { ...settings, weakSites: withSite(weakSites, site, on) };
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

const withSite = (sites: readonly string[], site: string, listed: boolean): string[] =>
  listed ? [...sites, site] : sites.filter((other) => other !== site);
