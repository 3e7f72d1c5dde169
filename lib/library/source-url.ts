import { looksSecret } from './secret-likeness.ts';
import { parameterRule } from './source-query.ts';

interface Parsed {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  pathname: string;
  search: string;
  hash: string;
  username: string;
  password: string;
}
// Every browser and Node has it; the types of plain JavaScript do not.
declare const URL: { new (text: string): Parsed; canParse(text: string): boolean };

/** As much as a stored source takes. */
const longest = 4_000;
/** Beyond this no address of a page is worth the work. */
const longestRaw = 100_000;

/** Steps of a path behind which one signs in, by what stands in the address. */
const doors =
  /^(?:auth|callback|oauth2?|sso|log-?in|sign-?in|magic(?:[-_]?link)?|(?:verify|confirm)(?:[-_]?e?mail)?|activate|invite|(?:reset[-_]?)?password|reset|unsubscribe)$/i;

/**
 * The address of a page as it may be kept: who was signed in, where they came from and what let them in is gone.
 * Only the parameters that are known to name a page stay, in their order; of the hash only a text fragment does.
 * Null for what is not on the web, or too long to keep. The same again for what is clean.
 */
export function cleanSourceUrl(raw: string): string | null {
  if (raw.length > longestRaw || !URL.canParse(raw)) return null;
  const url = new URL(raw);
  if (!/^https?:$/.test(url.protocol) || url.pathname.length > longest) return null;
  url.username = '';
  url.password = '';
  url.pathname = cleanPath(url.pathname);
  url.search = cleanQuery(url);
  url.hash = textFragment(url.hash);
  return url.href.length <= longest ? url.href : null;
}

/** Without sessions (`;jsessionid=…`, `(S(…))`), and cut before a token that lets in. */
function cleanPath(path: string): string {
  const steps = path
    .split('/')
    .map((step) => step.replace(/(?:;|%3B)[\w-]+=.*$/i, ''))
    .filter((step) => !/^\((?:\w\([^()]*\))+\)$/.test(step));
  const token = steps.findIndex(
    (step, at) =>
      /^eyJ[\w-]{8,}/.test(step) || (steps.slice(0, at).some(isDoor) && looksSecret(decoded(step) ?? step)),
  );
  return (token < 0 ? steps : steps.slice(0, token)).join('/');
}

const isDoor = (step: string): boolean => doors.test(step);

function cleanQuery({ search, pathname, hostname }: Parsed): string {
  // Six digits after a door let in as well as a token does.
  if (pathname.split('/').some(isDoor)) return '';
  const host = hostname.replace(/\.$/, '');
  // Old sites part their parameters with semicolons.
  const parameters = search.slice(1).split(/[&;]/);
  return parameters.filter((parameter) => namesPage(host, parameter)).join('&');
}

function namesPage(host: string, parameter: string): boolean {
  const at = parameter.indexOf('=');
  const key = decoded(at < 0 ? parameter : parameter.slice(0, at));
  const value = decoded(at < 0 ? '' : parameter.slice(at + 1).replaceAll('+', ' '));
  if (key === null || value === null) return false;
  const rule = parameterRule(host, key.toLowerCase());
  return rule?.form.test(value) === true && (rule.isId || !looksSecret(value));
}

/** `#:~:text=…` without what stands before it or beside it; nothing of any other hash. */
function textFragment(hash: string): string {
  const at = hash.indexOf(':~:');
  if (at < 0) return '';
  const directives = hash.slice(at + 3).split('&');
  const texts = directives.filter((one) => one.startsWith('text=') && !looksSecret(decoded(one) ?? one));
  return texts.length > 0 ? `:~:${texts.join('&')}` : '';
}

/** Twice, because an address inside an address is encoded twice. Null: not even once. */
function decoded(text: string): string | null {
  const once = decodedOnce(text);
  return once === null ? null : (decodedOnce(once) ?? once);
}

function decodedOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
