/** A handle of the fediverse, which is no e-mail address. */
const handles = /(?<![^\s:(])@[\w.-]+@/g;
const address = /[^\s:(@]@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i;
const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
/** Base64 of `{"…`, with which every JWT and most signed states begin. */
const encodedJson = /eyJ[\w-]{8,}/;
/** Another query inside a value: what stands in it was judged by nobody. */
const innerQuery = /[?&;#][\w.-]+=/;
/** Characters of which tokens are made, in a row. */
const rows = /[A-Za-z0-9_+/=~-]{16,}/g;
/** Nothing that a person or an editor names is written in one piece of this length. */
const unbroken = /[A-Za-z0-9]{40,}/;
/** Places where a written word does not change its letters: `aB`, `a1`, `1a`. A capital may begin a word. */
const changes = /(?<=[a-z])[A-Z0-9]|(?<=[A-Z])\d|(?<=\d)[A-Za-z]/g;
/** `top-10-l2-rollups` has one; 16 random letters and digits have 7 on average, 16 hexadecimal digits as well. */
const changesOfToken = 4;
/** Longer than any name, and long enough to keep these patterns busy. */
const longestJudged = 1_000;

/**
 * Whether a value from an address looks like something that lets its holder in, or says who they are: a token, a
 * signature, a session, an e-mail address. Too careful rather than too late: a page can be found again without it.
 */
export function looksSecret(value: string): boolean {
  if (value.length > longestJudged || address.test(value.replace(handles, '@'))) return true;
  if ([uuid, encodedJson, innerQuery, unbroken].some((form) => form.test(value))) return true;
  return (value.match(rows) ?? []).some((row) => (row.match(changes)?.length ?? 0) >= changesOfToken);
}
