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
