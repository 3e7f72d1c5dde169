import { cashtagShape } from './cashtag.ts';
import { narrow } from './full-width.ts';
import { handleShape } from './handle.ts';
import { hashtagShape } from './hashtag.ts';
import type { MentionKind } from './mention.ts';

/** The kind that a key's, an alias's or a mention's sigil says. Without a sigil it is a hashtag's value. */
export function kindOf(key: string): MentionKind {
  switch (key.charAt(0)) {
    case '$':
    case '＄':
      return 'cashtag';
    case '@':
    case '＠':
      return 'handle';
    default:
      return 'hashtag';
  }
}

/** Longer ones no reader takes for a name; NFKC can make eighteen characters out of one. */
const longestKey = 300;

let shape: RegExp | undefined;

/** A list on X names its owner. */
const listName = /^(@[^/]+)\/.*$/;

/** A class of share is written `BRK.B`, `BRK-B` or `BRK_B`. */
const shareClass = /^(\$[a-z0-9]+)[-_]([a-z]{1,2})$/;

/** A cashtag's body, without what follows it: `$btc` of `$btc-usd`. */
const withSuffix = /^(\$[a-z0-9]+)[._-][a-z]+$/;

/** Most mentions: nothing in them is written in two ways but the case. */
const simple = /^[$@#][A-Za-z0-9]+$/;

/** The key of a mention that `findMentions` found: as `aliasKey`, without asking whether it is one. */
export const mentionKey = (text: string): string | null =>
  simple.test(text) ? text.toLowerCase() : aliasKey(text);

/**
 * The key by which an alias or a mention resolves: ASCII sigil and lower-cased NFKC value (`＄ＯＰＧ` → `$opg`).
 * Null where the text is not exactly one $cashtag, @handle or #hashtag, or longer than 300 as a key.
 */
export function aliasKey(text: string): string | null {
  shape ??= new RegExp(`^(?:${cashtagShape}|${handleShape}|${hashtagShape})$`, 'u');
  const plain = narrow(text);
  if (!shape.test(plain)) return null;
  const key = plain.normalize('NFKC').toLowerCase().replace(listName, '$1').replace(shareClass, '$1.$2');
  return key.length <= longestKey ? key : null;
}

/** Whether the text is exactly one $cashtag, @handle or #hashtag; weak forms count. */
export const isAliasText = (text: string): boolean => aliasKey(text) !== null;

/** The keys to look a mention up by, in order of preference: `$btc-usd` → `$btc-usd`, `$btc`. */
export const aliasKeys = (key: string): string[] => {
  const body = withSuffix.exec(key)?.[1];
  return body === undefined ? [key] : [key, body];
};
