import type { Settings } from './schema.ts';

type SiteSettings = Pick<Settings, 'paused' | 'onlyOn' | 'sitesOn' | 'sitesOff'>;

/** Whether Underline runs on this site (a host, as `lib/page/site.ts` names it; empty where there is none). */
export const isOn = (settings: SiteSettings, site: string): boolean =>
  !settings.paused && isSwitchedOn(settings, site);

/** How the site's own switch stands, pause or not: where Underline runs on some sites alone, it says whether this is one. */
export const isSwitchedOn = (
  { onlyOn, sitesOn, sitesOff }: Omit<SiteSettings, 'paused'>,
  site: string,
): boolean => (onlyOn ? sitesOn.includes(site) : !sitesOff.includes(site));

/** The command that switches a site on or off. Where Underline runs on some sites alone, it is put on that list or taken from it. */
export const switchSite = (
  { onlyOn }: Pick<Settings, 'onlyOn'>,
  site: string,
  on: boolean,
): { type: 'allow-site' | 'switch-site'; site: string; on: boolean } => ({
  type: onlyOn ? 'allow-site' : 'switch-site',
  site,
  on,
});
