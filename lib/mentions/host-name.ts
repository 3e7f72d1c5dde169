import { readLabel } from './punycode.ts';

/** A host name by its parts: `docs.opengradient.co.uk` is `opengradient` with the ending `co.uk`. */
export interface HostName {
  /** The label that someone registered, as it is read. */
  label: string;
  ending: string;
  /** Anyone gets a name below the ending for nothing: the same label under another one says nothing. */
  hosted: boolean;
}

/** Below these everyone has a page or a handle of their own. */
const hosts = new Set(
  (
    'bsky.social blogspot.com eth.limo eth.link eth.xyz fly.dev framer.website framer.app gitbook.io github.io ' +
    'gitlab.io herokuapp.com hashnode.dev lens.xyz medium.com mirror.xyz myshopify.com netlify.app notion.site ' +
    'onrender.com pages.dev readthedocs.io readthedocs.org replit.app sourceforge.io sourceforge.net substack.com ' +
    'surge.sh tumblr.com vercel.app web.app webflow.io wixsite.com wordpress.com workers.dev zendesk.com'
  ).split(' '),
);
/** Ends of names, not of registrations. */
const nameServices = new Set(['eth', 'sol', 'lens']);

/** `co.uk`, `com.au`: a country below which the second level says what kind of name it is. */
const secondLevel = /^(?:ac|co|com|edu|gov|ltd|me|net|or|org)\.[a-z]{2}$/;

/** By far the most, and told ten times as fast. */
const asciiHost = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const hostShape =
  /^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.){1,8}[\p{L}\p{M}][\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]$/u;

/**
 * Takes a host name apart; null if it is none, or only an ending. It knows the endings of two labels that project names
 * stand under, not the whole public suffix list.
 */
export function hostName(text: string): HostName | null {
  let whole = text.toLowerCase();
  if (!asciiHost.test(whole)) {
    whole = whole.normalize('NFKC').toLowerCase().replace(/\.$/, '');
    if (!hostShape.test(whole)) return null;
  }
  const labels = whole.split('.');
  const [third, second = '', last = ''] = labels.length > 2 ? labels.slice(-3) : [undefined, ...labels];
  const lastTwo = `${second}.${last}`;
  const hosted = hosts.has(lastTwo);
  const ofTwo = hosted || secondLevel.test(lastTwo);
  const label = ofTwo ? third : second;
  if (label === undefined) return null;
  return {
    label: readLabel(label),
    ending: ofTwo ? lastTwo : last,
    hosted: hosted || nameServices.has(last),
  };
}
