import { addressKey } from './addresses.ts';
import { isAliasText, sigilKey } from './alias.ts';
import { hostIn } from './domains.ts';
import { narrow } from './full-width.ts';

/** What stands in a field for aliases. */
export interface TypedAliases {
  /** Aliases that are complete, as they are kept. */
  aliases: string[];
  /** Complete, and yet no alias. */
  wrong: string[];
  /** What may still go on: a name may have another word. */
  rest: string;
}

const hasSigil = (word: string): boolean => /^[$@#]/.test(narrow(word));
const isWhole = (word: string): boolean => hasSigil(word) || addressKey(word) !== null;

/**
 * Reads what was typed or pasted. Comma, semicolon, line break or tab ends any alias, and so does `done` (Enter). White
 * space ends mentions and addresses only, because names have several words: `$OPG @og Open Gradient` is three.
 */
export function typedAliases(typed: string, done: boolean): TypedAliases {
  const parts = typed.split(/[,;，、；\n\t]/);
  const last = done ? '' : (parts.pop() ?? '');
  const texts = parts.flatMap((part) => textsIn(part));
  const { ended, rest } = endedIn(last);
  const read = [...texts, ...ended].map(tidy);
  return {
    aliases: [...new Set(read.filter(isAliasText))],
    wrong: read.filter((text) => !isAliasText(text)),
    rest,
  };
}

/** Mentions and addresses one by one; other words that stand together are one text. */
function textsIn(part: string): string[] {
  const texts: string[] = [];
  let name = '';
  for (const word of part.split(/\s+/).filter(Boolean)) {
    if (!isWhole(word)) {
      name = name === '' ? word : `${name} ${word}`;
      continue;
    }
    if (name !== '') texts.push(name);
    name = '';
    texts.push(word);
  }
  return name === '' ? texts : [...texts, name];
}

/** The mentions and addresses at the beginning that white space has ended; after one, a last mention was pasted whole. */
function endedIn(part: string): { ended: string[]; rest: string } {
  const ended: string[] = [];
  let rest = part;
  for (;;) {
    const [all = '', word = ''] = /^\s*(\S+)\s+/.exec(rest) ?? [];
    if (word === '' || !isWhole(word)) break;
    ended.push(word);
    rest = rest.slice(all.length);
  }
  if (ended.length > 0 && sigilKey(rest) !== null) return { ended: [...ended, rest], rest: '' };
  return { ended, rest: rest === '' || /\S/.test(rest) ? rest : '' };
}

/** As it is kept: of an address of a page its host. */
const tidy = (text: string): string => hostIn(text) ?? text.normalize('NFC');
