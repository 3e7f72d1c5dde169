import { useEffect, useMemo, useState } from 'react';
import type { Alias } from '../../lib/library/schema.ts';
import { readAlias } from '../../lib/mentions/alias.ts';
import { onlyWord } from '../../lib/mentions/plain-names.ts';
import { everydayWords } from '../../lib/state/everyday-words.ts';

/** Those of the aliases that are not looked for on pages, because they are one everyday word and nobody insists. */
export function useEverydayAliases(aliases: Alias[]): Alias[] {
  const words = useMemo(
    () => [...new Set(aliases.flatMap((alias) => wordOf(alias) ?? []))].join(' '),
    [aliases],
  );
  const [everyday, setEveryday] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    void everydayWords(words.split(' ').filter(Boolean)).then((found) => current && setEveryday(found));
    return () => {
      current = false;
    };
  }, [words]);
  return aliases.filter((alias) => everyday.includes(wordOf(alias) ?? ''));
}

/** The word to ask the dictionary about. */
function wordOf({ text, insist }: Alias): string | null {
  const alias = insist ? null : readAlias(text);
  return alias?.kind === 'name' ? onlyWord(alias.key) : null;
}
