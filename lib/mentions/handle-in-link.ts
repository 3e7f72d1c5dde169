import { sigilKey } from './alias.ts';

interface Address {
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
}
// Every browser and Node has it; the types of plain JavaScript do not.
declare const URL: { new (text: string): Address; canParse(text: string): boolean };

/** How the sites of a kind write whose page an address is. */
interface LinkRule {
  hosts: string;
  /** The name is the first group, in the path without its first and last slash. */
  path: RegExp;
  /** First steps of a path that are pages of the site's own. */
  reserved?: string;
}

const rules: LinkRule[] = [
  {
    hosts: 'x.com twitter.com',
    path: /^([A-Za-z0-9_]{1,15})(?:\/.*)?$/,
    reserved:
      'home search explore i intent share hashtag settings notifications messages compose login signup logout account tos privacy jobs download about who_to_follow lists bookmarks communities',
  },
  // `did:plc:…` is nobody’s name.
  { hosts: 'bsky.app', path: /^profile\/((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?:\/.*)?$/i },
  {
    hosts: 'github.com',
    path: /^(?:(?:orgs|sponsors)\/)?([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})(?:\/.*)?$/,
    reserved:
      'orgs sponsors features topics settings marketplace explore notifications login logout signup join about pricing search collections trending issues pulls codespaces new apps contact security site customer-stories enterprise enterprises team readme events stars watching dashboard account organizations solutions resources premium-support mobile copilot models discussions projects session sessions password_reset github-copilot users',
  },
  {
    hosts: 't.me telegram.me',
    path: /^(?:s\/)?([A-Za-z][A-Za-z0-9_]{3,31})(?:\/\d+)?$/,
    reserved:
      'joinchat share addstickers addemoji addtheme addlist proxy socks setlanguage login confirmphone invoice boost giftcode contact',
  },
  {
    hosts: 'instagram.com',
    path: /^(?:stories\/)?([A-Za-z0-9_.]{1,30})(?:\/.*)?$/,
    reserved:
      'p reel reels explore accounts stories direct about legal developer tv share web api challenge emails session',
  },
  {
    hosts: 'warpcast.com farcaster.xyz',
    path: /^([a-z0-9][a-z0-9-]{0,15}(?:\.eth)?)(?:\/0x[0-9a-f]+)?$/i,
    reserved: 'login download about privacy terms channel',
  },
  {
    hosts: 'threads.com threads.net tiktok.com youtube.com medium.com',
    path: /^@([A-Za-z0-9_][A-Za-z0-9_.-]{0,49})(?:\/.*)?$/,
  },
];

/** The fediverse, whose servers nobody can list: `/@name`, `/@name@server`, and a post of it by its number. */
const anywhere =
  /^@([A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(?:@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})?)(?:\/\d+)?$/i;

/** There a name with `@` is the scope of a package, or a place on a map. */
const otherwise =
  /(?:^|\.)(?:unpkg\.com|jsdelivr\.net|npmjs\.com|npmmirror\.com|jsr\.io|esm\.sh|esm\.run|skypack\.dev|google\.[a-z.]+)$/;

/** Hosts of which all profiles are known by their address, without the fediverse’s. */
export const profileHosts: string[] = rules.flatMap(({ hosts }) => hosts.split(' '));

/** The handle of whom a link leads to, as it is written in text (`@name`); null where it leads to nobody. */
export function handleInLink(link: string): string | null {
  if (link.length > 2_000 || !URL.canParse(link)) return null;
  const { protocol, hostname, pathname } = new URL(link);
  if (!/^https?:$/.test(protocol)) return null;
  const host = hostname.replace(/^(?:www|mobile|m)\./, '').replace(/\.$/, '');
  const steps = pathname.replace(/^\//, '').replace(/\/$/, '');
  const rule = rules.find(({ hosts }) => hosts.split(' ').includes(host));
  if (!rule && otherwise.test(host)) return null;
  const name = (rule?.path ?? anywhere).exec(steps)?.[1];
  if (name === undefined || rule?.reserved?.split(' ').includes(name.toLowerCase())) return null;
  return sigilKey(`@${name}`) === null ? null : `@${name}`;
}
