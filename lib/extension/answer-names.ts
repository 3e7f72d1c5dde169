import { aliasedIn } from '../library/aliased-in.ts';
import { digestOf } from '../library/digest.ts';
import { ignoredOn } from '../library/ignored.ts';
import { parsePageWords, SomeWords } from '../library/page-words.ts';
import { parseRunsQuestion, type RunSpan } from '../library/runs-question.ts';
import type { Index, Settings } from '../library/schema.ts';
import { isOn } from '../library/site-state.ts';
import { isEverydayWord } from '../mentions/everyday-words.ts';
import {
  findNamed,
  type NamedProject,
  type NamedTable,
  namedSpans,
  namedTable,
  type Unwanted,
} from '../mentions/find-named.ts';
import { meantOn } from '../mentions/resolve.ts';
import { createAskBudget } from './ask-budget.ts';
import { maySeeWeak } from './may-see-weak.ts';
import { onMessage } from './messages.ts';
import { documentOf, isOwnPage, isPageScript, standsOn } from './senders.ts';
import type { Writer } from './writer.ts';

/** As much text of one document within an hour as a surface reads of one page: enough for a reader, little to guess with. */
const maxText = 200_000;

/**
 * Answers our own pages which projects a page names. A page script is told where some of its own text is kept, on sites
 * that the user allowed to notice; on all others nothing.
 */
export function answerNames(writer: Writer): void {
  const budget = createAskBudget(Date.now, maxText);
  let known: { of: Index; table: NamedTable } | null = null;

  onMessage('findNamed', async ({ data, sender }): Promise<NamedProject[] | null> => {
    const words = isOwnPage(sender) ? parsePageWords(data) : null;
    if (!words) return null;
    const base = await writer.base();
    if (!base.ok) return null;
    const { index, settings } = base.value;
    return findNamed(tableOf(index), words, unwantedOn(words.site, settings));
  });
  onMessage('findInRuns', async ({ data, sender }): Promise<RunSpan[][] | null> => {
    const question = isPageScript(sender) ? parseRunsQuestion(data) : null;
    if (!question || !standsOn(sender, question.site)) return null;
    const base = await writer.base();
    if (!base.ok) return null;
    const { site, runs } = question;
    const { index, settings } = base.value;
    if (!maySeeWeak(settings, sender, site) || !isOn(settings, site)) return null;
    // By digests: the text of pages is not to lie about here.
    const keys = runs.map((run) => digestOf(run));
    const costs = new Map(keys.map((key, i) => [key, runs[i]?.length ?? 0]));
    const allowed = budget.allow(documentOf(sender), keys, (key) => costs.get(key) ?? 0);
    const unwanted = unwantedOn(site, settings);
    return runs.map((run, i) =>
      allowed.has(keys[i] ?? '')
        ? namedSpans(tableOf(index), run, unwanted).flatMap(({ start, end, holders }) => {
            const meant = meantOn(holders, site).flatMap((id) => index.projects[id] ?? []);
            const status = meant.find((entry) => entry.status !== null)?.status ?? null;
            return meant.length > 0 ? [{ start, end, status }] : [];
          })
        : [],
    );
  });
  onMessage('everydayWords', ({ data, sender }): string[] | null => {
    const words = isOwnPage(sender) ? SomeWords.safeParse(data) : null;
    return words?.success ? words.data.filter((word) => isEverydayWord(word)) : null;
  });

  function tableOf(index: Index): NamedTable {
    if (!known || !sameAliases(known.of, index)) known = { of: index, table: namedTable(aliasedIn(index)) };
    known.of = index;
    return known.table;
  }
}

const unwantedOn = (site: string, { ignored }: Settings): Unwanted => ({
  isWord: isEverydayWord,
  isIgnored: ignoredOn(ignored, site),
});

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
