import { aliasedIn } from '../library/aliased-in.ts';
import { parsePageWords, SomeWords } from '../library/page-words.ts';
import type { Index } from '../library/schema.ts';
import { isEverydayWord } from '../mentions/everyday-words.ts';
import { findNamed, type NamedProject, type NamedTable, namedTable } from '../mentions/find-named.ts';
import { onMessage } from './messages.ts';
import { isOwnPage } from './senders.ts';
import type { Writer } from './writer.ts';

/** Answers our own pages which projects a page names; content scripts are told nothing, whatever page they stand on. */
export function answerNames(writer: Writer): void {
  let known: { of: Index; table: NamedTable } | null = null;

  onMessage('findNamed', async ({ data, sender }): Promise<NamedProject[] | null> => {
    const words = isOwnPage(sender) ? parsePageWords(data) : null;
    if (!words) return null;
    const base = await writer.base();
    if (!base.ok) return null;
    const { index } = base.value;
    if (!known || !sameAliases(known.of, index)) known = { of: index, table: namedTable(aliasedIn(index)) };
    known.of = index;
    return findNamed(known.table, words, isEverydayWord);
  });
  onMessage('everydayWords', ({ data, sender }): string[] | null => {
    const words = isOwnPage(sender) ? SomeWords.safeParse(data) : null;
    return words?.success ? words.data.filter((word) => isEverydayWord(word)) : null;
  });
}

/** Most saves change no alias, and the table of a large library takes its time to build. */
function sameAliases(before: Index, after: Index): boolean {
  if (before === after) return true;
  const ids = Object.keys(after.projects);
  if (ids.length !== Object.keys(before.projects).length) return false;
  return ids.every((id) => {
    const [was, is] = [before.projects[id], after.projects[id]];
    if ((was?.trashedAt === null) !== (is?.trashedAt === null)) return false;
    // A project that was changed was read anew.
    return was?.aliases === is?.aliases || JSON.stringify(was?.aliases) === JSON.stringify(is?.aliases);
  });
}
