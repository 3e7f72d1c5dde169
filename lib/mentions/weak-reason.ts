import { isCurrency } from './cashtag.ts';
import type { MentionKind } from './mention.ts';
import { isCommonName, isShellName } from './variables.ts';

/** Why the page alone does not tell that this text is a mention, so that a sentence can end with it. */
export function weakReason(kind: MentionKind, text: string): string {
  if (/^.\p{L}$/u.test(text)) return 'it is a single letter';
  if (kind === 'handle')
    return /^.[0-9]+$/.test(text) ? 'it is only a number' : 'people also write this without meaning anyone';
  if (kind === 'hashtag') return 'it looks like a colour';
  // Its class of share or what it is paid in says nothing of the name.
  const cashtag = text.replace(/[._-].*/, '');
  return (
    cashtagReasons.find(([, holds]) => holds(cashtag.slice(1)))?.[0] ??
    'the text around it reads like commands'
  );
}

const matches =
  (pattern: RegExp) =>
  (name: string): boolean =>
    pattern.test(name);

/** The first that holds is the one that tells most. */
const cashtagReasons: [reason: string, holds: (name: string) => boolean][] = [
  ['it names a currency', isCurrency],
  ['scripts and commands use this name', isShellName],
  ['programs use this name', isCommonName],
  ['it starts with a digit', matches(/^[0-9]/)],
  ['it is very short', matches(/^[A-Za-z][0-9]$/)],
  ['it is in lower case', matches(/^[a-z0-9]+$/)],
  ['names in code look like it', matches(/^[a-z].*[A-Z]/)],
  ['it is not all in capitals', matches(/[a-z]/)],
  ['it is very long', matches(/.{12}/)],
];
