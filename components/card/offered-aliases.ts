import type { Meant } from '../../lib/library/likely-meaning.ts';
import type { ProjectDraft } from '../../lib/library/project-draft.ts';
import { aliasKey } from '../../lib/mentions/alias.ts';
import type { ShownMention } from '../../lib/mentions/card-talk.ts';

/** An alias that a new project may get. */
export interface OfferedAlias extends ShownMention {
  insist?: true;
}

/** What a draft has beside what is `shown`: given in popup or side panel, and not on this page. */
export const draftedElsewhere = (draft: ProjectDraft | null, shown: ShownMention[]): OfferedAlias[] =>
  (draft?.aliases ?? [])
    .map(({ text, insist }) => ({
      key: aliasKey(text) ?? text,
      text,
      kind: 'name' as const,
      strength: 'weak' as const,
      ...(insist && { insist }),
    }))
    .filter(({ key, text }) => !shown.some((each) => each.key === key || each.text === text));

/** The value without its sigil, as far as `$OPG` and `#opg` are the same word. */
const word = (mention: ShownMention): string => mention.key.slice(1);

/**
 * Which of the aliases beside a mention most likely mean the same project: the same word under another sigil, and
 * where nothing else of the mention's kind is around, the only one of another kind. In a list of tickers the others
 * are not meant. Answers alias keys.
 */
export function likelySame(mention: ShownMention, beside: ShownMention[]): string[] {
  const ofKind = (kind: ShownMention['kind']) => beside.filter((each) => each.kind === kind).length;
  return beside
    .filter((other) => {
      const onlyOnes = ofKind(mention.kind) === 0 && ofKind(other.kind) === 1;
      return word(other) === word(mention) || onlyOnes;
    })
    .map(({ key }) => key);
}

/** The one project that an alias beside the mention means, if it is likely to be the same; `meaning` answers what each means. */
export function kinOf(
  mention: ShownMention,
  beside: ShownMention[],
  meaning: (mention: ShownMention) => Meant[],
): { id: string; name: string } | null {
  const likely = likelySame(mention, beside);
  for (const other of beside) {
    const [only, second] = likely.includes(other.key) ? meaning(other) : [];
    if (only && !second) return { id: only.id, name: only.project.name };
  }
  return null;
}
