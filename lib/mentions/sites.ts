import type { Profile } from './mention.ts';

/**
 * What handles of a site are made of besides letters, digits and `_`. `any`: nothing is known of the site; a hyphen
 * belongs to a name unless it makes an English compound, a dot where a domain ends.
 */
export type HandleForm = 'any' | 'plain' | 'hyphens' | 'dots';

/** How a site's text is read. */
export interface Grammar {
  profile: Profile;
  handles: HandleForm;
}

/** How text is read on a site of which nothing is known. */
export const anySite: Grammar = { profile: 'web', handles: 'any' };

/** Each host stands for its subdomains too. */
const sites: [hosts: string, grammar: Grammar][] = [
  ['x.com twitter.com', { profile: 'x', handles: 'plain' }],
  ['github.com gitlab.com codeberg.org', { profile: 'web', handles: 'hyphens' }],
  ['instagram.com threads.com threads.net tiktok.com youtube.com', { profile: 'web', handles: 'dots' }],
  ['t.me telegram.org stocktwits.com', { profile: 'web', handles: 'plain' }],
];

/** How text is read on a site. `host`: a host name such as `mobile.twitter.com`, without port. */
export function grammarOf(host: string): Grammar {
  const name = `.${host.toLowerCase().replace(/\.$/, '')}`;
  const found = sites.find(([hosts]) => hosts.split(' ').some((site) => name.endsWith(`.${site}`)));
  return found?.[1] ?? anySite;
}
