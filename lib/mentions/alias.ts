import { addressKey } from './addresses.ts';
import { cashtagShape } from './cashtag.ts';
import { domainKey } from './domains.ts';
import { narrow } from './full-width.ts';
import { handleShape } from './handle.ts';
import { hashtagShape } from './hashtag.ts';
import type { MentionKind } from './mention.ts';
import { inAnyCase, lowered, nameIn } from './plain-names.ts';

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

/** The key of a mention that `findMentions` found: as `sigilKey`, without asking whether it is one. */
export const mentionKey = (text: string): string | null =>
  simple.test(text) ? text.toLowerCase() : sigilKey(text);

/**
 * The key by which a mention resolves: ASCII sigil and lower-cased NFKC value (`＄ＯＰＧ` → `$opg`).
 * Null where the text is not exactly one $cashtag, @handle or #hashtag, or longer than 300 as a key.
 */
export function sigilKey(text: string): string | null {
  shape ??= new RegExp(`^(?:${cashtagShape}|${handleShape}|${hashtagShape})$`, 'u');
  const plain = narrow(text);
  if (!shape.test(plain)) return null;
  const key = plain.normalize('NFKC').toLowerCase().replace(listName, '$1').replace(shareClass, '$1.$2');
  return key.length <= longestKey ? key : null;
}

/** What an alias's text tells that it is. */
export type AliasKind = 'mention' | 'name' | 'domain' | 'address';

/**
 * An alias's kind, and the key by which it is found: of a mention `sigilKey`; of the others what their own kind is
 * compared in. Null where the text is no alias.
 */
export function readAlias(text: string): { kind: AliasKind; key: string } | null {
  const read = (kind: AliasKind, key: string | null) => (key === null ? null : { kind, key });
  if ('$@#'.includes(narrow(text.charAt(0)))) return read('mention', sigilKey(text));
  return read('address', addressKey(text)) ?? read('domain', domainKey(text)) ?? read('name', nameIn(text));
}

/** A text that two aliases share if they are the same one; of a mention its key, which no other kind's can be. */
export function aliasKey(text: string): string | null {
  const alias = readAlias(text);
  if (alias === null || alias.kind === 'mention') return alias?.key ?? null;
  const { kind, key } = alias;
  return `${kind}:${kind === 'name' && inAnyCase(key) ? lowered(key) : key}`;
}

/** Whether the text can be an alias: one mention, weak forms too, a name, a domain or an address. */
export const isAliasText = (text: string): boolean => readAlias(text) !== null;

/** The keys to look a mention up by, in order of preference: `$btc-usd` → `$btc-usd`, `$btc`. */
export const aliasKeys = (key: string): string[] => {
  const body = withSuffix.exec(key)?.[1];
  return body === undefined ? [key] : [key, body];
};
