import { kindOf } from './alias.ts';
import { cashtagAt } from './cashtag.ts';
import { looksLikeCode } from './code-likeness.ts';
import { corroborate } from './evidence.ts';
import type { Found } from './found.ts';
import { narrow } from './full-width.ts';
import { handleAt } from './handle.ts';
import { hashtagAt } from './hashtag.ts';
import { maskForeign } from './mask.ts';
import type { Mention, MentionKind, Profile } from './mention.ts';
import { isNamedAsCode } from './named-as-code.ts';
import { hasSigil } from './sigil.ts';
import { anySite, type Grammar, type HandleForm } from './sites.ts';

/** A sigil before what may start a value; rows of sigils and signs that are not seen are passed over. */
const sigil = /[$@#＄＠＃](?=[\w\u00aa-\u1fff\u2c00-\ufefe\uff10-\uffff])/g;

/** After a letter, a digit or a low line no mention begins, but where one has just ended, and after an old retweet's `RT`. */
const isInWord = (text: string, at: number, kind: MentionKind): boolean => {
  const code = text.charCodeAt(at - 1);
  const isLetter = (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b);
  if (isLetter && kind === 'handle') return code !== 0x54 && code !== 0x74;
  return isLetter || (code > 0x2f && code < 0x3a) || code === 0x5f;
};

const grammars: Record<
  MentionKind,
  (text: string, at: number, grammar: Grammar, follows: boolean) => Found | null
> = {
  cashtag: cashtagAt,
  handle: handleAt,
  hashtag: hashtagAt,
};

/** Tells whether the line around a place looks like code; asked with growing places, judges each line once. */
function codeJudge(text: string): (at: number) => boolean {
  let end = -1;
  let code = false;
  return (at) => {
    if (at > end) {
      const start = text.lastIndexOf('\n', at) + 1;
      const next = text.indexOf('\n', at);
      end = next === -1 ? text.length : next;
      code = looksLikeCode(text.slice(start, end));
    }
    return code;
  };
}

/**
 * Finds the mentions in a run of text, in order, never overlapping; offsets are UTF-16. Takes time linear in its length.
 * The grammar is twitter-text's (github.com/twitter/twitter-text); `web` widens it, and leaves code and amounts alone.
 * `handles`: what the site's handles are made of. `around`: text that stands near the run, in case a cashtag is doubtful.
 */
export function findMentions(
  text: string,
  profile: Profile,
  handles: HandleForm = anySite.handles,
  around: () => string = () => '',
): Mention[] {
  if (!hasSigil(text)) return [];
  const readable = maskForeign(profile === 'web' ? narrow(text) : text);
  const inCode = codeJudge(readable);
  const mentions: Mention[] = [];
  sigil.lastIndex = 0;
  while (sigil.test(readable)) {
    const start = sigil.lastIndex - 1;
    const kind = kindOf(readable.charAt(start));
    const last = mentions.at(-1);
    const follows = last?.end === start && last.kind === kind;
    if (!follows && isInWord(readable, start, kind)) continue;
    if (kind !== 'hashtag' && readable.charCodeAt(start + 1) > 0x7a) continue;
    const found = grammars[kind](readable, start, { profile, handles }, follows);
    if (found === null) continue;
    const { end, strength, next = end } = found;
    if (profile === 'web' && (inCode(start) || isNamedAsCode(kind, readable, start, end))) continue;
    mentions.push({ kind, text: text.slice(start, end), start, end, strength });
    sigil.lastIndex = next;
  }
  return corroborate(readable, mentions, profile, around);
}
