/** Each host stands for its subdomains too. These open hover cards of their own below what is pointed at. */
const hosts = ['x.com', 'twitter.com', 'bsky.app', 'github.com'];

/** What every instance of Mastodon has in its page, whatever its host. */
const mastodon = '#mastodon, script#initial-state, meta[name="generator"][content^="mastodon" i]';

/** Where the card opens if there is room: below, but on the other side where the site has hover cards of its own. */
export function cardSide(host: string, page: Pick<ParentNode, 'querySelector'>): 'above' | 'below' {
  const name = `.${host.toLowerCase().replace(/\.$/, '')}`;
  const hasOwn = hosts.some((each) => name.endsWith(`.${each}`)) || page.querySelector(mastodon) !== null;
  return hasOwn ? 'above' : 'below';
}
