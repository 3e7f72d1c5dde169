/** Query keys by the form that their value must have; a key that is not named here is dropped. */
type Keys = Readonly<Record<string, RegExp>>;

const words = /^[^\p{Cc}]{0,200}$/u;
const name = /^[\w.:-]{1,80}$/;
const number = /^\d{1,20}$/;
const moment = /^(?:\d+h)?(?:\d+m)?(?:\d+s?)?$/;

/**
 * What says which page it is, on most sites. Left out on purpose, although some sites mean a page by them:
 * `s` (a search in WordPress, a session in forums, how a post was shared on X), `sid`, `cid`, `uid`, `pid`, `u`, `user`
 * (sessions, visitors, partners), `ref`, `source`, `from`, `r` (where one came from), `code`, `state`, `token`, `key`
 * (sign-in), `a`, `address` (the reader's own wallet), `url`, `next`, `redirect` (another address, never looked at).
 */
const generic: Keys = {
  // What was searched for, and what a list shows.
  q: words,
  query: words,
  search: words,
  search_query: words,
  title: words,
  topic: words,
  tag: words,
  tags: words,
  category: words,
  section: words,
  // Which entry. Sites number these or name them in a word.
  id: name,
  v: name,
  story: name,
  article: name,
  thread: name,
  post: name,
  list: name,
  issue: name,
  chapter: name,
  episode: name,
  symbol: name,
  ticker: name,
  chain: name,
  tab: name,
  type: name,
  sort: name,
  version: name,
  p: number,
  tid: number,
  fid: number,
  curid: number,
  oldid: number,
  // Which part of it.
  page: name,
  start: number,
  offset: number,
  year: number,
  month: number,
  date: name,
  // Numbers of threads and seconds of a film; elsewhere `t` is a token.
  t: moment,
  // Which language.
  lang: name,
  locale: name,
  hl: name,
};

const youtube: Keys = {
  v: /^[\w-]{11}$/,
  list: /^[\w-]{2,50}$/,
  t: moment,
  search_query: words,
};
// `s` and `t` say who shared a post, and how.
const x: Keys = { q: words, f: name };
const facebook: Keys = { story_fbid: name, fbid: number, id: number, v: number, q: words };

interface SiteKeys {
  /** Names that hold for their subdomains too. */
  sites: readonly string[];
  keys: Keys;
  /** Keys of ids that look like tokens and are none. */
  ids: readonly string[];
}

/** Sites on which the generic keys would keep too much or too little. */
const bySite: readonly SiteKeys[] = [
  { sites: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'], keys: youtube, ids: ['v', 'list'] },
  { sites: ['x.com', 'twitter.com'], keys: x, ids: [] },
  { sites: ['facebook.com'], keys: facebook, ids: ['story_fbid'] },
];

/** How a parameter of this site's is to be judged; null: it is dropped. `isId`: it may look like a token. */
export function parameterRule(host: string, key: string): { form: RegExp; isId: boolean } | null {
  const site = bySite.find(({ sites }) => sites.some((one) => host === one || host.endsWith(`.${one}`)));
  const keys = site?.keys ?? generic;
  const form = Object.hasOwn(keys, key) ? keys[key] : undefined;
  return form ? { form, isId: site?.ids.includes(key) ?? false } : null;
}
