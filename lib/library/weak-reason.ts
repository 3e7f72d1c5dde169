import { isCurrency } from '../mentions/cashtag.ts';
import type { MentionKind } from '../mentions/mention.ts';
import { isCommonName, isShellName } from '../mentions/variables.ts';
import { t } from './text.ts';

/** Why the page alone does not tell that this text is a mention, so that a sentence can end with it. */
export function weakReason(kind: MentionKind, text: string): string {
  if (/^.\p{L}$/u.test(text)) return t('lib.weak.letter');
  if (kind === 'handle') return /^.[0-9]+$/.test(text) ? t('lib.weak.number') : t('lib.weak.anyone');
  if (kind === 'hashtag') return t('lib.weak.colour');
  // Its class of share or what it is paid in says nothing of the name.
  const cashtag = text.replace(/[._-].*/, '');
  return t(cashtagReasons.find(([, holds]) => holds(cashtag.slice(1)))?.[0] ?? 'lib.weak.commands');
}

const matches =
  (pattern: RegExp) =>
  (name: string): boolean =>
    pattern.test(name);

/** The first that holds is the one that tells most. */
const cashtagReasons: [reason: string, holds: (name: string) => boolean][] = [
  ['lib.weak.currency', isCurrency],
  ['lib.weak.shell', isShellName],
  ['lib.weak.programs', isCommonName],
  ['lib.weak.digit', matches(/^[0-9]/)],
  ['lib.weak.short', matches(/^[A-Za-z][0-9]$/)],
  ['lib.weak.lowerCase', matches(/^[a-z0-9]+$/)],
  ['lib.weak.code', matches(/^[a-z].*[A-Z]/)],
  ['lib.weak.capitals', matches(/[a-z]/)],
  ['lib.weak.long', matches(/.{12}/)],
];
