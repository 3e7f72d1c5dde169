import type { Entry } from './EntryList.tsx';

/** Sites as they are listed, by their name: one that is taken back stands where it was. */
export const siteEntries = (sites: readonly string[]): Entry[] =>
  [...sites].sort().map((site) => ({ key: site, text: site }));
