import { isCurrency, isVariable } from './cashtag.ts';
import type { MentionKind } from './mention.ts';

/** Why the page alone does not tell that this text is a mention, so that a sentence can end with it. */
export function weakReason(kind: MentionKind, text: string): string {
  if (kind === 'handle') return 'it is only a number';
  if (kind === 'hashtag') return 'it looks like a colour';
  // Its class of share or what it is paid in says nothing of the name.
  const cashtag = text.replace(/[._-].*/, '');
  return cashtagReasons.find(([, holds]) => holds(cashtag))?.[0] ?? 'it looks like other things too';
}

const matches =
  (pattern: RegExp) =>
  (cashtag: string): boolean =>
    pattern.test(cashtag.slice(1));

/** The first that holds is the one that tells most. */
const cashtagReasons: [reason: string, holds: (cashtag: string) => boolean][] = [
  ['it names a currency', isCurrency],
  ['shells use this name', isVariable],
  ['it starts with a digit', matches(/^[0-9]/)],
  ['it is a single letter', matches(/^[A-Za-z]$/)],
  ['it is very short', matches(/^[A-Za-z][0-9]$/)],
  ['it is in lower case', matches(/^[a-z0-9]+$/)],
  ['names in code look like it', matches(/^[a-z].*[A-Z]/)],
  ['it is not all in capitals', matches(/[a-z]/)],
  ['it is very long', matches(/.{12}/)],
];
