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
import { anySite, type Grammar, type HandleForm } from './sites.ts';

const anySigil = /[$@#＄＠＃]/;
/** A sigil before what may start a value; rows of sigils are passed over. */
const sigil = /[$@#＄＠＃](?=[0-9A-Z_a-z\u00aa-\uffff])(?![＄＠＃])/g;

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
  if (!anySigil.test(text)) return [];
  const readable = maskForeign(profile === 'web' ? narrow(text) : text);
  const inCode = codeJudge(readable);
  const mentions: Mention[] = [];
  const sigils = new RegExp(sigil);
  for (let hit = sigils.exec(readable); hit !== null; hit = sigils.exec(readable)) {
    const start = hit.index;
    const kind = kindOf(hit[0]);
    const last = mentions.at(-1);
    const follows = last?.end === start && last.kind === kind;
    const found = grammars[kind](readable, start, { profile, handles }, follows);
    if (found === null) continue;
    const { end, strength, next = end } = found;
    if (profile === 'web' && (inCode(start) || isNamedAsCode(kind, readable, start, end))) continue;
    mentions.push({ kind, text: text.slice(start, end), start, end, strength });
    sigils.lastIndex = next;
  }
  return corroborate(readable, mentions, profile, around);
}
