import { type Found, matchAt } from './found.ts';
import type { Profile } from './mention.ts';
import type { Grammar } from './sites.ts';

/** A hashtag needs one letter of any script; marks belong to letters. */
const letter = String.raw`\p{L}\p{M}`;

/** Joiners, middle dots, iteration marks and hyphens that spell words in Persian, Catalan, Japanese, Hebrew, Tibetan. */
const joining =
  '_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7';
const inside = String.raw`[${letter}\p{Nd}${joining}]`;

/** Inside a word, and in `&#39;`, the sign means something else; after an emoji's variation selector it does not. */
const xBefore = String.raw`(?<!(?![\ufe0e\ufe0f])[${letter}\p{Nd}${joining}&])`;
/** A keycap emoji (`#️⃣`) is no sigil. */
const sign = String.raw`[#＃](?![\ufe0f\u20e3])`;
/** A post's length at most: an endless value would overflow the pattern's stack. */
const value = `${inside}{1,280}`;
/** The whole value, and no second sign or address after it. */
const xAfter = `(?!${inside}|[#＃]|://)`;

/** On `web` also not after code's `` ` ``, `="#id"`, a Markdown link's `](#id)`, an escape; nor before a block, a call, a Matrix server, the rest of a path. */
const webBefore = String.raw`(?<![\u0060=\\]|=["']|\]\(|this\.)`;
/** `#btc#eth` is two, and Weibo closes a topic as it opened it (`#比特币#`). */
const chainAfter = `(?!${inside}|://)`;
const webAfter = String.raw`(?!\s?\{|\(\)|:[a-z][\w-]*\.[a-z]|/[\w./-]{1,80}["'])`;

// Built on the first hit: Unicode classes cost a few milliseconds, and most pages have no such sign.
const patterns: Partial<Record<Profile | 'chained' | 'shape', RegExp>> = {};

function pattern(kind: Profile | 'chained'): RegExp {
  const before = { x: xBefore, web: webBefore + xBefore, chained: '' }[kind];
  const after = kind === 'x' ? xAfter : chainAfter + webAfter;
  patterns[kind] ??= new RegExp(before + sign + value + after, 'uy');
  return patterns[kind];
}

/** Whether a hashtag's value has the letter that it needs. */
const hasLetter = (value: string): boolean => {
  if (/[A-Za-z]/.test(value)) return true;
  patterns.shape ??= /\p{L}|\p{M}/u;
  return patterns.shape.test(value);
};

/** Words of preprocessors, linters and templates. */
const directive =
  /^(?:include|define|undef|ifn?defs?|if|else|endif|elif|pragma|(?:end)?region|noqa|each|await)$/;
/** A spreadsheet's errors: `#REF!`, `#N/A`, `#NAME?`. */
const spreadsheetError = /#(?:(?:REF|VALUE|NUM|NULL|SPILL|CALC)!|NAME\?|N\/A|DIV\/0)/y;
/** Colours: hex digits with a number among them, or one digit repeated (`#fff`). Only `#C98` in capitals may be a name. */
const hex = /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
/** `fff`, `aabbcc`, `fefefe`. */
const repeated = /^(?:(.)\1+|(?:(.)\2){3,4}|(..)\3{2,3})$/i;
const colour = (value: string): boolean => hex.test(value) && (/[0-9]/.test(value) || repeated.test(value));
/** A commit's name, cut as Git cuts it. */
const commit = /^(?=.*[0-9])[0-9a-f]{7,40}$/;
const shortName = /^[A-Z][A-Z0-9]{2,3}$/;

/** Most hashtags. Told without the patterns above, which take milliseconds to build. */
const plain = /(?<=^|\s)#[A-Za-z][A-Za-z0-9_]{1,60}(?=$|[,.!?)]*(?:\s(?!\{)|$))/y;

/** Weibo's users write so; what follows such a closed topic begins no other one. */
const topic = /^#[\u3400-\u9fff\w]*[\u3400-\u9fff][\u3400-\u9fff\w]*$/;

/**
 * The hashtag whose `#` is at `at` (UTF-16), or null: `#OPG`, `#日本語`, on `web` never `#fff`, `#12` or `#include`.
 * `follows`: another hashtag has ended right here.
 */
export function hashtagAt(text: string, at: number, { profile }: Grammar, follows: boolean): Found | null {
  const whole =
    (profile === 'web' ? matchAt(plain, text, at) : null) ??
    matchAt(pattern(profile === 'web' && follows ? 'chained' : profile), text, at);
  if (whole === null || !hasLetter(whole)) return null;
  const end = at + whole.length;
  const found: Found = {
    end,
    next: text[end] === '#' && topic.test(whole) ? end + 1 : end,
    strength: 'strong',
  };
  if (profile === 'x') return found;
  const value = whole.slice(1);
  if (directive.test(value) || commit.test(value) || matchAt(spreadsheetError, text, at) !== null)
    return null;
  if (value.length === 1) return { ...found, strength: 'weak' };
  if (!colour(value)) return found;
  return shortName.test(value) && /[0-9]/.test(value) ? { ...found, strength: 'weak' } : null;
}

/** Hashtags as a person may write one by hand, for aliases; needs the flag `u`. */
export const hashtagShape = `#(?=[^${letter}]*[${letter}])${value}`;
