import type { Profile } from './mention.ts';

/** Which grammar a site's text is read by. `host`: a host name such as `mobile.twitter.com`, without port. */
export const profileOf = (host: string): Profile =>
  /(?:^|\.)(?:x|twitter)\.com\.?$/i.test(host) ? 'x' : 'web';
