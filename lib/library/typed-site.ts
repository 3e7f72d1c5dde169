import { hostName } from '../mentions/host-name.ts';
import { done, failed, type Result } from './result.ts';
import { Site } from './schema.ts';
import { t } from './text.ts';

// Every browser and Node has it; the types of plain JavaScript do not.
declare const URL: { parse(text: string): { readonly host: string; readonly hostname: string } | null };

/** Not `localhost:3000`: what stands before the colon is a scheme only if no port follows it. */
const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i;

/** A name with a dot, `localhost`, or an address in brackets. */
const hostShape = /^(?:localhost|\[[0-9a-f:.]+\]|[^.]+(?:\.[^.]+)+)$/i;

/**
 * The site (`x.com`, `localhost:3000`) that the user meant by a host or an address of a page, as pages name theirs. Fails
 * with `bad-command` and what is wrong, in words for the user.
 */
export function readTypedSite(typed: string): Result<string> {
  const text = typed.trim();
  if (text === '') return wrong('empty');
  if (text.includes('*')) return wrong('pattern');
  const before = scheme.exec(text)?.[1]?.toLowerCase();
  if (before !== undefined && before !== 'http' && before !== 'https') return wrong('scheme', before);
  if (before === undefined && /^[^/?#]*@/.test(text)) return wrong('sigil');
  const bare = before === undefined ? text.replace(/^\/\//, '') : text;
  const url = URL.parse(
    before === undefined ? `${/:80(?:[/?#]|$)/.test(bare) ? 'http' : 'https'}://${bare}` : bare,
  );
  if (!url || /[\s_%]/.test(url.hostname)) return wrong('unreadable');
  if (!hostShape.test(url.hostname)) return wrong('dot', url.hostname);
  return Site.safeParse(url.host).success ? done(url.host) : wrong('unreadable');
}

/** The same site with `www.` or without it, where there is likely one: for pages the two are not the same site. */
export function twinSite(site: string): string | null {
  if (site.startsWith('www.')) return site.slice(4);
  const name = /[:[]|\.\d+$/.test(site) ? null : hostName(site);
  return name && !name.hosted && site === `${name.label}.${name.ending}` ? `www.${site}` : null;
}

const wrong = (why: string, what = '') => failed('bad-command', t(`options.typedSite.${why}`, { what }));
