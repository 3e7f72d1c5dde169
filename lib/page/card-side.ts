/** And their subdomains: these open hover cards of their own below what is pointed at. */
const hosts = /(^|\.)(x\.com|twitter\.com|bsky\.app|github\.com)\.?$/i;

/** What every instance of Mastodon has in its page, whatever its host. */
const mastodon = '#mastodon,#initial-state,meta[name=generator][content^=Mastodon]';

/** Where the card opens if there is room: below, but on the other side where the site has hover cards of its own. */
export const cardSide = (host: string, page: Pick<ParentNode, 'querySelector'>): 'above' | 'below' =>
  hosts.test(host) || page.querySelector(mastodon) ? 'above' : 'below';
