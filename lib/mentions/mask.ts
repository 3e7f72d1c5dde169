/** What an address is made of: ASCII, Latin, Cyrillic, Arabic …; no quotes, no general punctuation, no CJK, which follow without a space. */
const inside = String.raw`[!#-&*-;=?-\[\]_a-z~|\\^()\u00a1-\u1fff]`;

/** A pair of brackets belongs to it (`/wiki/A_(b)#c`). */
const brackets = String.raw`\([\w.%-]{1,80}\)`;

/**
 * Closing punctuation before a sigil ends an address (`t.co/x),$BTC`); a slash does not (`medium.com/@user`).
 * An endless one would overflow the pattern's stack.
 */
const addressPart = String.raw`(?:${brackets}|(?![),.;:!\]]+[$@#＄＠＃])${inside}){0,4096}`;

/** `scheme://…`, whatever the scheme. */
const absolute = new RegExp(String.raw`[a-z][a-z0-9+-]{1,11}:\/\/${addressPart}`, 'gi');

/** A token starts here: nothing of it came before, so each token is tried once and long ones cost no more. */
const tokenStart = String.raw`(?<![\w.$@#＄＠＃-])`;

/** `example.com/…`: without a scheme it takes dots, a lower-case top level (`$BHP.AX/` is none) and a path or query. */
const bare = new RegExp(
  String.raw`${tokenStart}(?:[A-Za-z0-9-]{1,63}\.){1,9}[a-z]{2,24}(?::\d{2,5})?[\/?]${addressPart}`,
  'g',
);

/** The part before the `@` of an e-mail address; sigils are allowed in it, and a leading one makes it no e-mail. */
const mailbox = String.raw`(?<![\w.+%$#@＄＠＃-])[\w+%][\w.+%$#-]{0,63}`;

/** `someone@example.com`. */
const mail = new RegExp(String.raw`${mailbox}@(?:[A-Za-z0-9-]{1,63}\.){1,9}[A-Za-z]{2,24}`, 'g');

/** `$x_1$`, `$O(n)$`: between two dollar signs, a sign of mathematics or a letter alone. Not `$BTC > 65000$`. */
const formula =
  /(?<![\w$\\])\$(?![A-Z]{2,11}[\s=:<>,()][^$\n]{0,200}[0-9][kKmMbB]?\$)(?:[A-Za-z]|(?=[^$\n]{0,200}[\\^_=<>()])[A-Za-z\\|({[-](?:[^$\n]{0,198}[^\s$])?)\$(?![\w$])/g;

const blank = (address: string): string => ' '.repeat(address.length);

// What each of them must have somewhere: most text has none, and is told so quickly.
const anyBare = /\.[a-z]{2,24}(?::\d{2,5})?[/?]/;
const anyMail = /[\w+%.$#-]@[A-Za-z0-9-]{1,63}\./;
const anyFormula = /[^\s$]\$(?![\w$])/;

/** Blanks URLs, e-mail addresses and formulas, in which sigils mean something else. The length stays, so offsets do too. */
export function maskForeign(text: string): string {
  let masked = text;
  if (masked.includes('://')) masked = masked.replace(absolute, blank);
  if (anyBare.test(masked)) masked = masked.replace(bare, blank);
  if (anyMail.test(masked)) masked = masked.replace(mail, blank);
  if (anyFormula.test(masked)) masked = masked.replace(formula, blank);
  return masked;
}
