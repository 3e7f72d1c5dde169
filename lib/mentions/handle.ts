import { type Found, matchAt } from './found.ts';
import { accented, wordLetters } from './letters.ts';
import { isNobody } from './nobody.ts';
import type { Grammar, HandleForm } from './sites.ts';

/** An old retweet leaves no space: `RT@user`, `rt:@user`. */
const retweet = `(?<=(?:^|[^A-Za-z0-9_+~.-])[rR][tT]:?)`;

// twitter-text: not inside a word or a row of signs; then twenty characters at most and perhaps a list's name.
const xBefore = `(?:(?<![A-Za-z0-9_!#$%&*@＠])|${retweet})`;
const listName = '(?:/[A-Za-z][A-Za-z0-9_-]{0,24})?';
/** An accent would make a longer word of the name; a second `@` an e-mail address. */
const xAfter = new RegExp(`[@＠${accented}]|://`, 'y');
const x = new RegExp(`${xBefore}[@＠][A-Za-z0-9_]{1,20}${listName}`, 'y');

// Also not after an accented letter (`josé@`), a backslash or a backtick; emphasis (`*@user*`) may touch.
const before = String.raw`(?:(?<![${wordLetters}_!#$%&@\\\u0060]|[${wordLetters}_]\*)|${retweet})`;

/** Names of services other than X: Instagram and Telegram allow some thirty characters. */
const plainName = '[A-Za-z0-9_]{1,32}';
/** English makes compounds with names: `@Tesla-owned` names Tesla. */
const compound =
  'owned|based|backed|led|like|related|style|powered|native|built|made|run|approved|inspired|affiliated';
const notCompound = String.raw`(?!(?:${compound})\b)`;
const hyphens = (guard: string): string => `(?:-${guard}[A-Za-z0-9]{1,39}){0,5}`;
const name = plainName + hyphens(notCompound);
const names: Record<HandleForm, string> = {
  any: name,
  plain: plainName,
  hyphens: plainName + hyphens(''),
  dots: `${plainName}(?:[.-][A-Za-z0-9_]{1,39}){0,5}`,
};

/** A server's or a person's domain: labels with dots. */
const labels = String.raw`(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,5}`;

/** The fediverse: a name at a server. */
const federated = String.raw`[A-Za-z0-9_][\w.-]{0,63}@${labels}[A-Za-z]{2,24}`;

/** Top levels seen in names; a full stop without a space (`@user.Then`, `@user.is`) must not make a domain. */
const topLevels =
  'com|net|org|edu|gov|io|ai|co|xyz|eth|sol|lens|near|app|dev|social|team|blue|tech|fi|fun|gg|tv|fm|news|blog|network|' +
  'finance|exchange|foundation|world|uk|de|fr|jp|eu|ch|nl|ca|br';
/** With a dot more, hardly anything else is meant. */
const moreTopLevels =
  '[a-z]{2}|online|site|cloud|page|games|studio|space|art|lol|wtf|gay|cat|coop|info|biz|pro|moe|zone|chat|live|today|house|land|rocks|' +
  'ninja|cafe|club|group|design|academy|law|photo|ink|ski|pizza|dog|fyi|bio|how|codes';
const threeLabels = String.raw`(?=(?:[\w-]+\.){2})${labels}(?:${moreTopLevels})`;
const domain = String.raw`(?:${labels}(?:${topLevels})|${threeLabels})(?![\w-]|\.[\w])`;

/** `@foo(`, `@foo=`, `@foo{`, `@foo.bar` and `@foo::` are decorators, attributes and variables. */
const codeAfter = String.raw`\([)'"{]|[={\\]|::|\.[a-z_]\w`;
/** `@scope/package`; a version, a price or a time (`@1.2`, `@7:30`, `@50%`). */
const otherAfter = `/[A-Za-z]|(?<=@[0-9]{1,9})(?:[.:,][0-9]|%)`;
/** A hyphenated name is read whole or not at all: `@near-js/api`. */
const nameGoesOn = `-${notCompound}[A-Za-z0-9]`;
const notAfter = `[${wordLetters}_@${accented}]|://|${otherAfter}`;

/** Most handles. Told without the patterns below, which take milliseconds to build. */
const plain = /(?<=^|[\s(])@[A-Za-z0-9_]{1,32}(?=$|[,!?)]*(?:\s|$))/y;

const patterns: Partial<Record<HandleForm, RegExp>> = {};
/** The pattern of a site; where nothing is known of it, what looks like code or goes on with a hyphen is no name. */
function web(form: HandleForm): RegExp {
  const after = form === 'any' ? `${notAfter}|${nameGoesOn}|${codeAfter}` : String.raw`${notAfter}|[={\\]|::`;
  patterns[form] ??= new RegExp(
    String.raw`${before}@(?:${federated}(?![\w-])|${domain}|${names[form]})(?!${after})`,
    'y',
  );
  return patterns[form];
}

/** `stay @home`, `don't @me`: people write so without meaning anybody. */
const place =
  /^(?:home|work|school|night|noon|midnight|me|you|us|a|the|once|least|your(?:user)?name|some(?:one|body))$/i;

const onlyDigits = /^[0-9]+$/;
const noLetter = /^_+$/;

/** The handle whose `@` is at `at` (UTF-16), or null: `@name`, on `web` also `@a.bsky.social` and `@a@b.social`. */
export function handleAt(text: string, at: number, { profile, handles }: Grammar): Found | null {
  const whole =
    profile === 'x' ? matchAt(x, text, at) : (matchAt(plain, text, at) ?? matchAt(web(handles), text, at));
  if (whole === null) return null;
  const found: Found = { end: at + whole.length, strength: 'strong' };
  if (profile === 'x') return matchAt(xAfter, text, found.end) === null ? found : null;
  const word = whole.slice(1);
  if (noLetter.test(word) || isNobody(word)) return null;
  // A number is a price (`calls @170`), a letter a register or an array, more often than a name.
  return onlyDigits.test(word) || place.test(word) || word.length === 1
    ? { ...found, strength: 'weak' }
    : found;
}

/** Handles as a person may write one by hand, for aliases; an X list's name may follow. */
export const handleShape = `@(?:${federated}|${labels}[A-Za-z]{2,24}|${plainName}${listName}|${name}|${names.dots})`;
